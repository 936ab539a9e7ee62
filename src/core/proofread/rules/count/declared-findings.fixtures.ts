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
  ],
}
