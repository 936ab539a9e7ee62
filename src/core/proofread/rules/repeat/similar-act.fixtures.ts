import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'one training in two wordings',
      text: aNotice({
        findings:
          '1.规范变更管理。一是开展苗木检疫专题培训4次。\n\n2.规范土方外运。一是区建设中心就苗木检疫规程和出圃标准进行专题培训4次。',
      }),
      at: ['开展苗木检疫专题培训4次'],
    },
    {
      says: 'one rule made under two findings',
      text: aNotice({
        findings:
          '1.规范变更管理。一是出台《云岭区工程变更管理办法》。\n\n2.规范土方外运。一是确认弃土点3处，制定《云岭区工程变更管理办法》。',
      }),
      at: ['出台《云岭区工程变更管理办法》'],
    },
  ],
  negative: [
    {
      says: 'two documents were studied once each',
      text: aNotice({
        findings:
          '1.规范变更管理。一是集中学习《云岭区工程变更办法》1次。\n\n2.规范土方外运。一是集中学习《云岭区土方外运办法》1次。',
      }),
    },
    {
      says: 'trainings on other matters',
      text: aNotice({
        findings: '1.规范变更管理。一是开展苗木检疫专题培训4次。\n\n2.规范土方外运。一是开展渣土运输专题培训4次。',
      }),
    },
    {
      says: 'the same count of other things',
      text: aNotice({
        findings: '1.规范变更管理。一是补办变更手续4份。\n\n2.规范土方外运。一是补签渣土转运合同4份。',
      }),
    },
  ],
}
