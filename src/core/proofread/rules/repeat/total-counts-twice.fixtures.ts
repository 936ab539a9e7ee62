import { aNotice, type Fixtures } from '../fixture.ts'

const findings = '1.规范变更管理。一是开展招投标专题培训3次。\n\n2.规范土方外运。一是开展招投标专题培训3次。'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'six trainings are three under two findings',
      text: aNotice({ organisation: '区委组织开展专题培训6次。', findings }),
      at: ['6次'],
    },
  ],
  negative: [
    {
      says: 'the total counts each training once',
      text: aNotice({ organisation: '区委组织开展专题培训3次。', findings }),
    },
    {
      says: 'the same number counts something else',
      text: aNotice({ organisation: '区委开展现场调研6次。', findings }),
    },
  ],
}
