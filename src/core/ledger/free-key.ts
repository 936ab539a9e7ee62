import type { LedgerDraft } from './draft.ts'

/** The next key that no record has: `m3.2/2` for a part of `m3.2` (and of `m3.2/2` itself), `a/1` for what was added. */
export function freeKey(draft: LedgerDraft, of: string): string {
  const taken = new Set([...draft.findings, ...draft.causes, ...draft.measures].map(({ key }) => key))
  const [stem = of] = of.split('/')
  for (let number = stem === 'a' ? 1 : 2; ; number += 1) {
    const key = `${stem}/${number}`
    if (!taken.has(key)) return key
  }
}
