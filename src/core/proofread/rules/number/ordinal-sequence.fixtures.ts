import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: '三是 is missing',
      text: aNotice({ findings: '1.规范变更管理。一是核减工程款31.5万元。二是补办变更手续4份。四是确认弃土点3处。' }),
      at: ['确认弃土点3处'],
    },
    {
      says: '二是 stands twice',
      text: aNotice({ findings: '1.规范变更管理。一是核减工程款31.5万元。二是补办变更手续4份。二是确认弃土点3处。' }),
      at: ['确认弃土点3处'],
    },
    {
      says: 'three before two',
      text: aNotice({ findings: '1.规范变更管理。一是核减工程款31.5万元。三是补办变更手续4份。二是确认弃土点3处。' }),
      at: ['补办变更手续4份', '确认弃土点3处'],
    },
  ],
  negative: [
    {
      says: 'in order',
      text: aNotice({ findings: '1.规范变更管理。一是核减工程款31.5万元。二是补办变更手续4份。三是确认弃土点3处。' }),
    },
    {
      says: 'words that look like ordinals are none',
      text: aNotice({
        findings: '1.规范变更管理。一是坚持一是一、二是二，核减工程款31.5万元。二是统一是非标准，补办变更手续4份。',
      }),
    },
  ],
}
