import type { Notice } from '../notice/notice.ts'
import { repeatedActs } from '../proofread/repeated-acts.ts'
import { applyEdits, type EditedDraft } from './apply-edits.ts'
import { draftOf } from './draft.ts'
import type { Edit } from './edit.ts'

/** The draft that a notice and a person's edits give: what the page showed, and what is compared and written. */
export function editedDraft(notice: Notice, edits: readonly Edit[]): EditedDraft {
  const repeats = edits.some((edit) => edit.do === 'linkRepeat') ? repeatedActs(notice) : []
  return applyEdits(draftOf(notice), edits, repeats)
}
