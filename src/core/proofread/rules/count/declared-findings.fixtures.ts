import { aNotice, type Fixtures } from '../fixture.ts'

const organisation = '围绕巡察反馈的2个问题，区委逐项制定整改措施。'
const two = '1.规范变更管理。一是核减工程款31.5万元。\n\n2.落实移交手续。一是移交绿地3处。'

export const fixtures: Fixtures = {
  positive: [
    { says: 'two findings are declared and one is listed', text: aNotice({ organisation }), at: ['2个问题'] },
    {
      says: 'two findings are declared and three are listed',
      text: aNotice({ organisation, findings: `${two}\n\n3.核实工程量。一是取点25处。` }),
      at: ['2个问题'],
    },
  ],
  negative: [
    { says: 'as many are listed as declared', text: aNotice({ organisation, findings: two }) },
    { says: 'no number is declared', text: aNotice() },
    {
      says: 'a number inside a finding is no claim about the whole',
      text: aNotice({ findings: '1.规范变更管理。一是排查发现问题6个，全部整改。' }),
    },
    {
      says: 'what a later check found is no finding of the inspection',
      text: aNotice({
        organisation: '围绕巡察反馈的2个问题逐项整改，开展专项检查3轮，发现问题132个。',
        findings: two,
      }),
    },
    {
      says: 'an audit announcement groups its findings by matter',
      text: aNotice({
        title: '云岭区审计局关于预算执行审计查出问题整改结果的公告',
        organisation: '审计工作报告共反映问题35个，均已整改。',
        findings: two,
      }),
    },
    {
      says: 'the text tells of the main findings only',
      text: aNotice({ organisation: '围绕巡察反馈的11个问题逐项整改。', findings: two }).replace(
        '推进问题整改',
        '主要问题整改情况',
      ),
    },
  ],
}
