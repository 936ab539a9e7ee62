import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the third measure begins 三对',
      text: aNotice({ findings: '1.规范土方外运。一是扣除相应费用。二是确认弃土点3处。三对12个河道项目开展复核。' }),
      at: ['对12个河道项目开展复核'],
    },
  ],
  negative: [
    {
      says: 'every ordinal has 是',
      text: aNotice({ findings: '1.规范土方外运。一是扣除相应费用。二是确认弃土点3处。三是对12个河道项目开展复核。' }),
    },
  ],
}
