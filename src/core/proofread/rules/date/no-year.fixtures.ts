import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the same day without year in two places is named once',
      text: aNotice({
        findings:
          '1.规范变更管理。一是验收小组于10月12日到场复核。\n\n2.规范土方外运。一是验收小组于10月12日到场复核。',
      }),
      at: ['10月12日'],
    },
  ],
  negative: [
    {
      says: 'the year stands in the date',
      text: aNotice({ findings: '1.规范变更管理。一是2023年12月5日召开复核会。' }),
    },
    {
      says: 'the year stands just before in the same measure',
      text: aNotice({ findings: '1.规范变更管理。一是2024年3月1日召开调度会，4月5日召开复核会。' }),
    },
  ],
}
