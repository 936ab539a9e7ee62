/** A figure's text in pieces: words (quoted where they hold blanks or signs), `=`, `、`, `÷`. */

export type Lexeme = {
  kind: 'word' | '=' | '、' | '÷'
  text: string
  quoted: boolean
  /** In the text; `end` is the place behind it. */
  at: number
  end: number
}

const signs: Readonly<Record<string, '=' | '、' | '÷'>> = {
  '=': '=',
  '＝': '=',
  '、': '、',
  ',': '、',
  '，': '、',
  '÷': '÷',
}
const closing: Readonly<Record<string, string>> = { '“': '”', '"': '"', '「': '」', '《': '》' }
const special = /[\s=＝、,，÷“"「《]/

/** A quotation that is not closed goes to the end. */
export function lexemesOf(text: string): Lexeme[] {
  const found: Lexeme[] = []
  let at = 0
  while (at < text.length) {
    const letter = text.charAt(at)
    const sign = signs[letter]
    const close = closing[letter]
    if (/\s/.test(letter)) at += 1
    else if (sign !== undefined) {
      found.push({ kind: sign, text: letter, quoted: false, at, end: at + 1 })
      at += 1
    } else if (close !== undefined) {
      const stop = text.indexOf(close, at + 1)
      const end = stop === -1 ? text.length : stop + 1
      found.push({ kind: 'word', text: text.slice(at + 1, stop === -1 ? end : stop).trim(), quoted: true, at, end })
      at = end
    } else {
      let end = at + 1
      while (end < text.length && !special.test(text.charAt(end))) end += 1
      const word = text.slice(at, end)
      found.push({ kind: word === '/' ? '÷' : 'word', text: word, quoted: false, at, end })
      at = end
    }
  }
  return found
}

/** The word so that it is read as one. */
export const asWord = (word: string): string => (special.test(word) || word === '/' ? `“${word}”` : word)
