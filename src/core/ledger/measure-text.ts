/** A measure that gets another text: what was read from words stays as long as the words do. */
import { countsAndTarget, type DraftMeasure } from './draft.ts'

export function withText(measure: DraftMeasure, text: string): DraftMeasure {
  const { documents, counts, duePhrase } = measure
  const due = duePhrase === null || text.includes(duePhrase) || !measure.text.includes(duePhrase)
  return {
    ...measure,
    text,
    documents: [...new Set([...documents.filter((title) => text.includes(title)), ...titlesIn(text)])],
    ...countsAndTarget(counts.filter(({ written }) => text.includes(written))),
    ...(due ? {} : { kind: null, duePhrase: null, dueOn: null }),
  }
}

/** Titles in 《》, for text that the parser has not read. */
const titlesIn = (text: string): string[] => [...text.matchAll(/《([^《》]{1,200})》/g)].map(([, title = '']) => title)
