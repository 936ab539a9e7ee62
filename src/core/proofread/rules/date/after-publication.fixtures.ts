import type { Day } from '../../../deadline/day.ts'
import { aNotice, type Fixtures } from '../fixture.ts'

const knownOn = '2024-01-10' as Day

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'done half a year after publication',
      text: aNotice({ findings: '1.落实移交手续。一是2024年6月移交绿地3处。' }),
      at: ['2024年6月'],
      knownOn,
    },
  ],
  negative: [
    {
      says: 'done before publication',
      text: aNotice({ findings: '1.落实移交手续。一是2023年12月移交绿地3处。' }),
      knownOn,
    },
    { says: 'a plan', text: aNotice({ findings: '1.落实移交手续。一是计划2024年6月30日前移交绿地3处。' }), knownOn },
    {
      says: 'the day of publication is unknown',
      text: aNotice({ findings: '1.落实移交手续。一是2024年6月移交绿地3处。' }),
    },
  ],
}
