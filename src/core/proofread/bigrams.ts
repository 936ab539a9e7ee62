/** Likeness of two texts by their character bigrams: Chinese needs no word list for it. */

/** Distinct bigrams, each as one number: its two code units side by side. */
export type Bigrams = ReadonlySet<number>

/** The distinct bigrams of a text; a text of one character is its own. */
export function bigramsOf(text: string): Set<number> {
  const found = new Set<number>()
  if (text.length === 1) found.add(text.charCodeAt(0))
  let before = text.charCodeAt(0)
  for (let index = 1; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    found.add((before << 16) | unit)
    before = unit
  }
  return found
}

/** Dice coefficient: 1 for the same bigrams, 0 for none in common. */
export function likeness(a: Bigrams, b: Bigrams): number {
  return a.size + b.size === 0 ? 0 : (2 * sharedCount(a, b)) / (a.size + b.size)
}

/** How many bigrams two texts have in common. */
export function sharedCount(a: Bigrams, b: Bigrams): number {
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
export function* alikeCandidates(texts: readonly Bigrams[]): Generator<[number, number]> {
  if (texts.length < 2) return
  const frequency = frequencyIn(texts)
  const rarer = (one: number, other: number): number => frequency(one) - frequency(other)
  const holders = new Map<number, number[]>()
  for (const [index, bigrams] of texts.entries()) {
    const shared: number[] = []
    for (const bigram of bigrams) if (frequency(bigram) > 1) shared.push(bigram)
    // Those that no other text has come first among the rarest, and lead to none.
    const depth = Math.ceil(bigrams.size / 3) + 1 - (bigrams.size - shared.length)
    if (depth <= 0) continue
    const met = new Set<number>()
    for (const bigram of shared.sort(rarer).slice(0, depth)) {
      const list = holders.get(bigram)
      if (list === undefined) {
        holders.set(bigram, [index])
        continue
      }
      for (const other of list) {
        if (met.has(other)) continue
        met.add(other)
        yield [other, index]
      }
      if (list.length < commonAbove) list.push(index)
    }
  }
}

/**
 * In how many of the texts a bigram stands. Counted in slots of a hash, a tenth of the time of a map: two bigrams in one
 * slot only seem less rare than they are.
 */
function frequencyIn(texts: readonly Bigrams[]): (bigram: number) => number {
  const total = texts.reduce((sum, bigrams) => sum + bigrams.size, 1)
  const bits = Math.ceil(Math.log2(total)) + 2
  const counts = new Uint32Array(2 ** bits)
  // Multiplying by 2³² divided by the golden ratio spreads neighbours; the upper bits are the slot.
  const slot = (bigram: number): number => Math.imul(bigram, 0x9e3779b1) >>> (32 - bits)
  for (const bigrams of texts) {
    for (const bigram of bigrams) {
      const at = slot(bigram)
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  return (bigram) => counts[slot(bigram)] ?? 0
}
