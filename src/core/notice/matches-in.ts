/**
 * All matches of a global pattern in a text. Unlike `matchAll` it makes no copy of the pattern, which counts when dozens
 * of patterns go over thousands of short stretches.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return nothing
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match)
    // An empty match would be found again for ever.
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

const nothing: readonly RegExpExecArray[] = []
