import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'a rule is made after the last numbered measure',
      text: aNotice({
        findings:
          '1.规范土方外运。一是确认弃土点3处。二是对12个河道项目开展复核，已完成。出台了《云岭区“项目长”负责制》。',
      }),
      at: ['出台了《云岭区“项目长”负责制》'],
    },
  ],
  negative: [
    {
      says: 'a sentence that goes on',
      text: aNotice({
        findings: '1.规范土方外运。一是确认弃土点3处。二是对12个河道项目开展复核。目前复核已全部完成。',
      }),
    },
    {
      says: 'no list at all',
      text: aNotice({ findings: '1.规范土方外运。确认弃土点3处。出台《云岭区土方外运办法》。' }),
    },
  ],
}
