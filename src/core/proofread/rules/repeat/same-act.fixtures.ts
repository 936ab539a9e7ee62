import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'a look-back stands under three findings',
      text: aNotice({
        findings:
          '1.规范变更管理。一是核减工程款31.5万元。二是对12个河道项目开展“回头看”，已完成复核。\n\n2.规范土方外运。一是确认弃土点3处。二是对12个河道项目开展“回头看”，完成复核。\n\n3.补植苗木。一是补植海棠40株。二是对12个河道项目开展“回头看”,已完成复核。',
      }),
      at: ['对12个河道项目开展“回头看”'],
    },
  ],
  negative: [
    {
      says: 'the same act done twice with other counts',
      text: aNotice({
        findings:
          '1.规范变更管理。一是召开调度会2次，研究变更审批。\n\n2.规范土方外运。一是召开调度会4次，研究土方外运。',
      }),
    },
    {
      says: 'two units did the same thing',
      text: aNotice({
        findings: '1.规范变更管理。一是青禾镇开展安全生产检查3次。\n\n2.规范土方外运。一是白石镇开展安全生产检查3次。',
      }),
    },
    { says: 'nothing repeats', text: aNotice() },
  ],
}
