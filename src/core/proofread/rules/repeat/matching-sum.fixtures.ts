import { aNotice, type Fixtures } from '../fixture.ts'

const parts = '1.规范工程管理。一是东园缺失的35株苗木已补栽。二是完成西园缺失苗木的补栽，共补栽665棵。'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'two plantings of one finding make the planting of another, 株 and 棵 alike',
      text: aNotice({ findings: `${parts}\n\n2.落实养护责任。一是补植枯死苗木，合计700棵。` }),
      at: ['700棵'],
    },
  ],
  negative: [
    {
      says: 'the sum is another',
      text: aNotice({ findings: `${parts}\n\n2.落实养护责任。一是补植枯死苗木，合计710棵。` }),
    },
    {
      says: 'the sum stands under the same finding as its parts',
      text: aNotice({ findings: `${parts}三是共计补植苗木700棵。` }),
    },
    {
      says: 'the sum counts something else',
      text: aNotice({ findings: `${parts}\n\n2.落实养护责任。一是更换沟渠盖板700米。` }),
    },
  ],
}
