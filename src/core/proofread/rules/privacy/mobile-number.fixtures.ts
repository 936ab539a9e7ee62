import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string =>
  aNotice({ findings: `1.规范变更管理。一是核减工程款31.5万元。二是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'a mobile number in a measure',
      text: withMeasure('联系项目负责人（13000000000）补办手续4份'),
      at: ['13000000000'],
    },
  ],
  negative: [
    { says: 'the line of the office', text: aNotice() },
    { says: 'a long figure', text: withMeasure('核对合同金额13000000000.00元') },
  ],
}
