import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the thirtieth of February',
      text: aNotice({ findings: '1.规范变更管理。一是2024年2月30日补办变更手续4份。' }),
      at: ['2月30日'],
    },
  ],
  negative: [
    {
      says: 'the last day of a leap February',
      text: aNotice({ findings: '1.规范变更管理。一是2024年2月29日补办变更手续4份。' }),
    },
  ],
}
