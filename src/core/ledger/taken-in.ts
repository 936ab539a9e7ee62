import type { LedgerDraft } from './draft.ts'

/** What of a draft would be written: no record that is left out, nothing that stands only under findings left out. */
export function takenIn(draft: LedgerDraft): LedgerDraft {
  const findings = draft.findings.filter(({ leftOut }) => !leftOut)
  const keys = new Set(findings.map(({ key }) => key))
  const kept = <Item extends { leftOut: boolean; findings: string[] }>(items: Item[]): Item[] =>
    items
      .map((item) => ({ ...item, findings: item.findings.filter((key) => keys.has(key)) }))
      .filter((item) => !item.leftOut && item.findings.length > 0)
  return { findings, causes: kept(draft.causes), measures: kept(draft.measures) }
}
