/**
 * A place where the reading of a notice may be wrong: shown one by one, each with its question and what the answers do.
 * An answer is edits; so answering, undoing and sending them to the server are one thing.
 */
import type { Span } from '../notice/span.ts'
import type { Edit } from './edit.ts'

export type Sentence = { zh: string; en: string }
export type DoubtKind =
  | 'first'
  | 'unmarked'
  | 'marker'
  | 'order'
  | 'heading'
  | 'lead'
  | 'declared'
  | 'repeat'
  | 'number'

export type Answer = {
  label: Sentence
  /** What the answer does; null: the person corrects the record by hand. */
  edit: Edit | null
}

export type Doubt = {
  /** The same for the same notice, at most 200 characters. */
  id: string
  kind: DoubtKind
  span: Span
  /** Draft key of the record that it is about. */
  key: string | null
  question: Sentence
  /** The reading as it is or, for a repeat, linking. */
  yes: Answer
  /** Null where nothing but looking at it can be done. */
  no: Answer | null
}

/** Doubts that nobody has dealt with yet, in their order: neither answered nor their record changed in another way. */
export function openDoubts(doubts: readonly Doubt[], edits: readonly Edit[]): Doubt[] {
  const names = new Set(edits.flatMap(named))
  const acts = new Set(edits.map(written))
  const done = ({ edit }: Answer): boolean => edit !== null && acts.has(written(edit))
  return doubts.filter((doubt) => {
    // A record corrected in one respect stays in doubt in these: the text beside it, and whether its act stands elsewhere.
    const apart = doubt.kind === 'lead' || doubt.kind === 'repeat'
    const touched = !apart && doubt.key !== null && names.has(doubt.key)
    return !touched && !done(doubt.yes) && !(doubt.no && done(doubt.no))
  })
}

/** All names that edits have inside, so that an edit is written alike in whatever order a database gave its fields back. */
const fields = 'as at column do doubt endColumn endLine field key keys leaveOut line repeat span text to value'.split(
  ' ',
)
const written = (edit: Edit): string => JSON.stringify(edit, fields)

function named(edit: Edit): string[] {
  switch (edit.do) {
    case 'merge':
      return edit.keys
    case 'add':
    case 'settle':
    case 'linkRepeat':
      return []
    default:
      return [edit.key]
  }
}
