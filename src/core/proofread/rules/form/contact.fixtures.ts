import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'nobody to write to',
      text: aNotice({ closing: '请干部群众监督整改。' }),
      at: ['请干部群众'],
    },
  ],
  negative: [
    { says: 'telephone, address and e-mail', text: aNotice() },
    {
      says: 'a report to a superior body',
      text: aNotice({ title: '关于巡察反馈问题整改情况的报告', closing: '特此报告。' }),
    },
  ],
}
