/**
 * Whether a report repeats the words of the one before: a sign of progress on paper alone (纸面整改). It is put to the
 * writer as a question before sending, and is never a verdict.
 */
const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '')

/** Below this many characters nothing is told from likeness: 正常推进 is said by everybody. */
const least = 6

/** Same but for blanks and punctuation, or nine tenths of its pairs of characters in common. */
export function sameWords(text: string, before: string): boolean {
  const [a, b] = [bare(text), bare(before)]
  if (a.length < least || b.length < least) return a !== '' && a === b
  if (a === b) return true
  const [pairsA, pairsB] = [pairsOf(a), pairsOf(b)]
  const common = [...pairsA].filter((pair) => pairsB.has(pair)).length
  return (2 * common) / (pairsA.size + pairsB.size) >= 0.9
}

const pairsOf = (text: string): Set<string> => new Set(Array.from(text.slice(1), (char, at) => `${text[at]}${char}`))
