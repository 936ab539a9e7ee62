import { expect, test } from 'vitest'
import { plainCode, shownCode } from './one-time-code.ts'

test('a code is shown in groups of four and read however it is typed', () => {
  expect(shownCode('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN')
  for (const typed of ['abcd-efgh-jkmn', ' ABCD EFGH JKMN ', 'ＡＢＣＤ－ＥＦＧＨ—ＪＫＭＮ', 'ABCDEFGHJKMN'])
    expect(plainCode(typed)).toBe('ABCDEFGHJKMN')
})
