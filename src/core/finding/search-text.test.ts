import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchFor, searchText, searchTokens } from './search-text.ts'

const found = (text: string, word: string): boolean => {
  const wanted = searchFor(word)
  if (wanted === null) return false
  const tokens = searchTokens(searchText(text))
  return wanted.tokens.every((token) =>
    tokens.some((held) => (wanted.beginning ? held.startsWith(token) : held === token)),
  )
}

test('a word is found wherever it stands, whatever its length', () => {
  for (const word of ['补', '株', '补植', '27株', '补植苗木27株']) expect(found('补植苗木27株', word)).toBe(true)
  expect(found('补植苗木27株', '补苗')).toBe(false)
})

test('width, case and blanks make no difference', () => {
  expect(found('ＰＰＰ 项目', 'ppp项目')).toBe(true)
})

test('every part of any text is found in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (raw, from, length) => {
      const characters = [...searchText(raw)].filter((character) => character !== '\n')
      const start = from % Math.max(1, characters.length)
      const word = characters.slice(start, start + 1 + (length % 6)).join('')
      if (word.length > 0 && searchText(word) === word) expect(found(characters.join(''), word)).toBe(true)
    }),
  )
})

test('parts of a record do not run into one another', () => {
  expect(searchTokens(searchText('甲乙', '丙丁'))).not.toContain('乙丙')
})

test('an empty word finds nothing to look for', () => {
  expect(searchFor('　 ')).toBeNull()
})
