/**
 * Chinese has no blanks between words: text is found by its pairs of neighbouring characters, kept in an index, and
 * then compared letter by letter. Upper and lower case, full and half width are the same; blanks do not count.
 */

/** Text as it is compared in a search. */
export const searchText = (...parts: (string | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .map((part) => part.normalize('NFKC').toLowerCase().replace(/\s+/g, ''))
    .join('\n')

/**
 * Tokens under which a text is filed: every pair of neighbouring characters, and the last character of each part, so
 * that a search for one character finds pairs that begin with it.
 * @param text from {@link searchText}
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>()
  for (const part of text.split('\n')) {
    const characters = [...part]
    for (const [index, character] of characters.entries()) tokens.add(character + (characters[index + 1] ?? ''))
  }
  return [...tokens]
}

/**
 * What a text must contain for a searched word to be in it.
 * @returns tokens that are all there, or for a single character the beginning of one token; null for an empty word
 */
export function searchFor(word: string): { tokens: string[]; beginning: boolean; text: string } | null {
  const text = searchText(word)
  const characters = [...text]
  if (characters.length === 0) return null
  if (characters.length === 1) return { tokens: characters, beginning: true, text }
  const pairs = characters.slice(0, -1).map((character, index) => character + characters[index + 1])
  return { tokens: [...new Set(pairs)], beginning: false, text }
}
