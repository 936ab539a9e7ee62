import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'nothing but resolve',
      text: aNotice({
        findings: '1.规范变更管理。一是进一步提高政治站位，切实加强组织领导，压实工作责任。二是核减工程款31.5万元。',
      }),
      at: ['进一步提高政治站位'],
    },
    {
      says: 'the measures stand under a label of results',
      text: aNotice({
        findings: '1.规范变更管理。\n\n整改情况：一是进一步提高思想认识，压实工作责任。二是核减工程款31.5万元。',
      }),
      at: ['进一步提高思想认识'],
    },
  ],
  negative: [
    { says: 'facts stand in each measure', text: aNotice() },
    {
      says: 'a short measure that names its object',
      text: aNotice({ findings: '1.规范变更管理。一是补齐竣工图。二是整理监理月报。' }),
    },
    {
      says: 'resolve and a number',
      text: aNotice({ findings: '1.规范变更管理。一是进一步加强管理，核减工程款31.5万元。' }),
    },
  ],
}
