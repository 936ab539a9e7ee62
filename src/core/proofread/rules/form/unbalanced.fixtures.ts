import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string =>
  aNotice({ findings: `1.规范变更管理。一是核减工程款31.5万元。二是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    { says: 'a title is not closed', text: withMeasure('制定《云岭区工程变更办法，补办手续4份'), at: ['《'] },
    { says: 'a quotation is not opened', text: withMeasure('实行项目长”负责制，补办手续4份'), at: ['”'] },
  ],
  negative: [
    {
      says: 'all are paired, one inside the other',
      text: withMeasure('印发《关于印发〈云岭区“项目长”负责制（试行）〉的通知》'),
    },
    { says: 'brackets of two widths pair', text: withMeasure('补办手续（含补充协议)4份') },
    {
      says: 'a title runs over the end of a printed line',
      text: withMeasure('制定《云岭区工程\n变更办法》，补办手续4份'),
    },
    { says: 'a number with one bracket', text: aNotice({ findings: '1）规范变更管理\n\n核减工程款31.5万元。' }) },
  ],
}
