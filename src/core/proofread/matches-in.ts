/**
 * All matches of a global pattern in a text. Unlike `matchAll` it makes no copy of the pattern, which counts when dozens
 * of patterns go over thousands of short stretches.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    // An empty match would be found again for ever.
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}
