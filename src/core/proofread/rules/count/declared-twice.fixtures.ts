import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'twelve findings in one place, eleven in another',
      text: aNotice({ organisation: '区委逐项研究反馈的12个问题。围绕反馈的11个问题，逐项明确责任单位。' }),
      at: ['11个问题'],
    },
  ],
  negative: [
    {
      says: 'the same number twice',
      text: aNotice({ organisation: '区委逐项研究反馈的12个问题。围绕反馈的12个问题，逐项明确责任单位。' }),
    },
    {
      says: 'a part of the whole',
      text: aNotice({ organisation: '区委逐项研究反馈的12个问题，其中8个问题已完成整改，另有4个问题正在整改。' }),
    },
  ],
}
