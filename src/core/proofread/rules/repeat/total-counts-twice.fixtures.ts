import { aNotice, type Fixtures } from '../fixture.ts'

const findings = '1.规范变更管理。一是开展苗木检疫专题培训4次。\n\n2.规范土方外运。一是开展苗木检疫专题培训4次。'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'eight trainings are four under two findings',
      text: aNotice({ organisation: '区委组织开展专题培训8次。', findings }),
      at: ['8次'],
    },
  ],
  negative: [
    {
      says: 'the total counts each training once',
      text: aNotice({ organisation: '区委组织开展专题培训4次。', findings }),
    },
    {
      says: 'the same number counts something else',
      text: aNotice({ organisation: '区委开展现场调研8次。', findings }),
    },
  ],
}
