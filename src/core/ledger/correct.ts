/** Correcting one field of a record by hand. An empty value clears what may be empty; a record never loses its text. */
import { statusBucket } from '../notice/status.ts'
import type { DraftFinding, DraftMeasure, LedgerDraft } from './draft.ts'
import type { Edit } from './edit.ts'
import { withText } from './measure-text.ts'

/** Null when there is no such record or field, or the value may not be empty or is no status. */
export function correct(draft: LedgerDraft, edit: Extract<Edit, { do: 'correct' }>): LedgerDraft | null {
  const value = edit.value.trim()
  const finding = draft.findings.find(({ key }) => key === edit.key)
  if (finding) {
    const corrected = correctedFinding(finding, edit.field, value)
    return corrected && { ...draft, findings: replaced(draft.findings, corrected) }
  }
  if (edit.field !== 'text' || value === '') return null
  const cause = draft.causes.find(({ key }) => key === edit.key)
  if (cause) return { ...draft, causes: replaced(draft.causes, { ...cause, text: value }) }
  const measure: DraftMeasure | undefined = draft.measures.find(({ key }) => key === edit.key)
  return measure ? { ...draft, measures: replaced(draft.measures, withText(measure, value)) } : null
}

function correctedFinding(finding: DraftFinding, field: string, value: string): DraftFinding | null {
  switch (field) {
    case 'number':
    case 'heading':
      return value === '' ? null : { ...finding, [field]: value }
    case 'original':
    case 'aspect':
      return { ...finding, [field]: value === '' ? null : value }
    case 'status': {
      if (value === '') return { ...finding, status: null }
      const bucket = statusBucket(value)
      return bucket && { ...finding, status: { text: value, bucket } }
    }
    default:
      return null
  }
}

const replaced = <Item extends { key: string }>(items: Item[], item: Item): Item[] =>
  items.map((each) => (each.key === item.key ? item : each))
