import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    { says: 'a 、 after （一）', text: aNotice().replace('（一）重点', '（一）、重点'), at: ['（一）、'] },
    {
      says: 'a 、 after an Arabic number, twice',
      text: aNotice({ findings: '1、规范变更管理。一是核减工程款31.5万元。\n\n2、规范土方外运。一是确认弃土点3处。' }),
      at: ['1、'],
    },
  ],
  negative: [{ says: 'the marks of the standard', text: aNotice() }],
}
