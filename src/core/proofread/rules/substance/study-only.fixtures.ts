import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'a design change answered by study, training and a meeting',
      text: aNotice({
        findings: '1.规范设计变更。一是集中学习工程变更规定2次。二是开展专题培训3次。三是召开党组会议5次。',
      }),
      at: ['规范设计变更'],
    },
    {
      says: 'three of four measures are study',
      text: aNotice({
        findings:
          '1.规范设计变更。一是集中学习工程变更规定2次。二是开展专题培训3次。三是召开党组会议5次。四是核减工程款31.5万元。',
      }),
      at: ['规范设计变更'],
    },
    {
      says: 'a finding about study answered by study alone, with no result',
      text: aNotice({ findings: '1.加强纪律学习。一是集中学习纪律条例2次。二是开展专题培训3次。' }),
      at: ['加强纪律学习'],
    },
  ],
  negative: [
    {
      says: 'too little study was the problem',
      text: aNotice({ findings: '1.关于“中心组学习不经常”的问题。一是全年组织中心组学习12次。二是开展专题研讨4次。' }),
    },
    {
      says: 'study accompanies work',
      text: aNotice({
        findings: '1.规范设计变更。一是集中学习工程变更规定2次。二是核减工程款31.5万元。三是补办变更手续4份。',
      }),
    },
    {
      says: 'a rule about training is work',
      text: aNotice({ findings: '1.规范设计变更。一是出台《云岭区工程变更培训办法》。二是制定设计变更审批会议制度。' }),
    },
  ],
}
