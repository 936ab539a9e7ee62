import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the heading of a finding runs into 一是',
      text: aNotice({ findings: '1.规范变更管理一是核减工程款31.5万元。二是补办变更手续4份。' }),
      at: ['规范变更管理'],
    },
    {
      says: 'the heading of a section runs into its text',
      text: aNotice({
        next: '（一）压实政治责任。坚持把整改抓到底。\n\n（二）改进工作作风大力整治文山会海，把干部从材料堆里解放出来。会议减少三成。\n\n（三）推动成果转化。把好做法写进制度。',
      }),
      at: ['改进工作作风大力整治'],
    },
  ],
  negative: [
    { says: 'each heading ends with a stop', text: aNotice() },
    {
      says: 'the heading stands on a line of its own',
      text: aNotice({ findings: '1.规范变更管理\n\n一是核减工程款31.5万元。\n\n二是补办变更手续4份。' }),
    },
  ],
}
