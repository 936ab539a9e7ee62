/**
 * A draft with a person's edits applied, one after the other. Total: an edit that no longer fits (its record is gone,
 * it would leave a record without text) changes nothing and is listed, so that a page can say so.
 */
import type { RepeatedAct } from '../proofread/repeated-acts.ts'
import { correct } from './correct.ts'
import type { LedgerDraft } from './draft.ts'
import type { Edit } from './edit.ts'
import { linkRepeat } from './link-repeat.ts'
import { merge, split } from './merge-split.ts'
import { add, retag } from './retag.ts'

export type EditedDraft = { draft: LedgerDraft; ignored: { index: number; edit: Edit }[] }

/** `repeats`: the repeated acts of the notice, which `linkRepeat` edits name (`repeatedActs(notice)`). */
export function applyEdits(
  draft: LedgerDraft,
  edits: readonly Edit[],
  repeats: readonly RepeatedAct[] = [],
): EditedDraft {
  const ignored: EditedDraft['ignored'] = []
  let now = draft
  for (const [index, edit] of edits.entries()) {
    const next = applyEdit(now, edit, repeats)
    if (next) now = next
    else ignored.push({ index, edit })
  }
  return { draft: now, ignored }
}

/** The draft after one edit; null when the edit does not fit it. */
export function applyEdit(draft: LedgerDraft, edit: Edit, repeats: readonly RepeatedAct[]): LedgerDraft | null {
  switch (edit.do) {
    case 'correct':
      return correct(draft, edit)
    case 'leaveOut':
      return leaveOut(draft, edit.key, edit.leaveOut)
    case 'merge':
      return merge(draft, edit.keys)
    case 'split':
      return split(draft, edit.key, edit.at)
    case 'retag':
      return retag(draft, edit.key, edit.as)
    case 'move':
      return move(draft, edit.key, edit.to)
    case 'add':
      return add(draft, edit)
    case 'linkRepeat':
      return linkRepeat(draft, edit, repeats)
    case 'settle':
      return draft
  }
}

function leaveOut(draft: LedgerDraft, key: string, leftOut: boolean): LedgerDraft | null {
  const set = <Item extends { key: string; leftOut: boolean }>(items: Item[]): Item[] =>
    items.map((item) => (item.key === key ? { ...item, leftOut } : item))
  if (![...draft.findings, ...draft.causes, ...draft.measures].some((item) => item.key === key)) return null
  return { findings: set(draft.findings), causes: set(draft.causes), measures: set(draft.measures) }
}

function move(draft: LedgerDraft, key: string, to: string): LedgerDraft | null {
  if (!draft.findings.some((finding) => finding.key === to)) return null
  const set = <Item extends { key: string; findings: string[] }>(items: Item[]): Item[] =>
    items.map((item) => (item.key === key ? { ...item, findings: [to] } : item))
  if (![...draft.causes, ...draft.measures].some((item) => item.key === key)) return null
  return { ...draft, causes: set(draft.causes), measures: set(draft.measures) }
}
