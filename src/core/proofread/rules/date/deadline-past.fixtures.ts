import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the next steps end before the feedback',
      text: aNotice({ next: '持续推进，确保2022年底前全部完成。' }),
      at: ['2022年底前'],
    },
    {
      says: 'a labelled deadline lies before the feedback',
      text: aNotice({ findings: '1.规范变更管理。\n\n整改措施：核减工程款31.5万元。\n\n整改时限：2022年12月31日前' }),
      at: ['2022年12月31日前'],
    },
  ],
  negative: [
    { says: 'the next steps end later', text: aNotice({ next: '持续推进，确保2024年底前全部完成。' }) },
    {
      says: 'a deadline in a contract of old',
      text: aNotice({ findings: '1.规范变更管理。一是原定2022年底前移交的绿地3处已移交。' }),
    },
  ],
}
