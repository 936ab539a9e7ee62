import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'trees planted between inspection and feedback',
      text: aNotice({ findings: '1.补植苗木。一是2023年8月补栽15株。' }),
      at: ['2023年8月'],
    },
  ],
  negative: [
    { says: 'marked 边巡边改', text: aNotice({ findings: '1.补植苗木。一是坚持边巡边改，2023年8月补栽15株。' }) },
    { says: 'after the feedback', text: aNotice({ findings: '1.补植苗木。一是2023年10月补栽15株。' }) },
    { says: 'a date in the preamble', text: aNotice() },
    {
      says: 'the days are those of the papers that were checked',
      text: aNotice({ findings: '1.规范变更管理。一是核对2023年1月至2023年6月变更单，补办变更手续4份。' }),
    },
  ],
}
