import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'one half-width comma among full ones',
      text: aNotice({ findings: '1.规范变更管理。一是核减工程款31.5万元,补办变更手续4份。' }),
      at: [','],
    },
    { says: 'half-width commas throughout are one hint', text: aNotice().replaceAll('，', ','), at: [','] },
  ],
  negative: [
    { says: 'full width throughout', text: aNotice() },
    {
      says: 'commas in numbers, colons in times',
      text: aNotice({ findings: '1.规范变更管理。一是核减工程款1,213万元。二是每日9:30巡查。' }),
    },
  ],
}
