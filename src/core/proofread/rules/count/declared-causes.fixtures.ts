import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'eight causes are declared and none is shown',
      text: aNotice({ organisation: '围绕反馈的问题，梳理原因8条。' }),
      at: ['原因8条'],
    },
  ],
  negative: [
    { says: 'no causes are declared', text: aNotice() },
    {
      says: 'the one cause declared is shown',
      text: aNotice({
        organisation: '围绕反馈的问题，梳理原因1条。',
        findings:
          '1.规范变更管理。\n\n原因分析：审批环节不健全。\n\n整改措施：一是核减工程款31.5万元。二是补办变更手续4份。',
      }),
    },
  ],
}
