/** Likeness of two texts by their character bigrams: Chinese needs no word list for it. */

/** The distinct bigrams of a text; a text of one character is its own. */
export function bigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  if (text.length === 1) found.add(text)
  for (let index = 0; index + 1 < text.length; index += 1) found.add(text.slice(index, index + 2))
  return found
}

/** Dice coefficient: 1 for the same bigrams, 0 for none in common. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * sharedCount(a, b)) / (a.size + b.size)
}

/** How many bigrams two texts have in common. */
export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const bigram of small) if (large.has(bigram)) shared += 1
  return shared
}

/** A bigram in more texts than this tells nothing about them, and walking its list would cost quadratic time. */
const commonAbove = 48

/**
 * Pairs of texts that may be alike by a likeness of 0.8, found in about linear time: two such texts share one of the
 * rarest third of their bigrams, so only those are indexed. May miss a pair that shares common bigrams alone.
 */
export function* alikeCandidates(texts: readonly ReadonlySet<string>[]): Generator<[number, number]> {
  const frequency = new Map<string, number>()
  for (const bigrams of texts) for (const bigram of bigrams) frequency.set(bigram, (frequency.get(bigram) ?? 0) + 1)
  const holders = new Map<string, number[]>()
  for (const [index, bigrams] of texts.entries()) {
    const counted = [...bigrams].map((bigram) => ({ bigram, count: frequency.get(bigram) ?? 0 }))
    // Those that no other text has come first among the rarest, and lead to none.
    const shared = counted.filter(({ count }) => count > 1)
    const depth = Math.ceil(bigrams.size / 3) + 1 - (bigrams.size - shared.length)
    if (depth <= 0) continue
    const rarest = shared.sort((one, other) => one.count - other.count).slice(0, depth)
    const met = new Set<number>()
    for (const { bigram } of rarest) {
      const list = holders.get(bigram) ?? []
      for (const other of list) {
        if (met.has(other)) continue
        met.add(other)
        yield [other, index]
      }
      if (list.length < commonAbove) list.push(index)
      holders.set(bigram, list)
    }
  }
}
