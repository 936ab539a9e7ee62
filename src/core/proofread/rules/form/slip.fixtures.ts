import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'until now is written as a closing date',
      text: aNotice({ organisation: '截止目前，已完成整改。' }),
      at: ['截止'],
    },
    {
      says: 'accounts with the old character',
      text: aNotice({ findings: '1.健全台帐。一是核对帐目31笔。' }),
      at: ['台帐', '帐'],
    },
  ],
  negative: [
    {
      says: 'a closing date',
      text: aNotice({ closing: '报名截止时间为2024年1月26日，截至目前没有延期。电话：0000-1234567。' }),
    },
    { says: 'a tent is no account', text: aNotice({ findings: '1.保障物资。一是发放帐篷31顶，完善台账。' }) },
  ],
}
