import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string =>
  aNotice({ findings: `1.规范变更管理。一是核减工程款31.5万元。二是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'an identity number',
      text: withMeasure('向职工王某（110000199001010000）追缴费用3万元'),
      at: ['110000199001010000'],
    },
  ],
  negative: [
    { says: 'a long number that holds no date of birth', text: withMeasure('按合同编号110000999999990000补办手续') },
    { says: 'no number', text: aNotice() },
  ],
}
