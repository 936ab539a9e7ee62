import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { actWords } from '../../core/history/acts.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { type Draft, partialValues } from './entry-draft.ts'
import { type EntryRecord, entryQuery } from './register-queries.ts'
import { texts } from './texts.ts'
import { valueWords } from './value-words.ts'

type ChangedMeanwhileProps = {
  /** As it was when the form was opened. */
  base: EntryRecord
  draft: Draft
  /** Goes on with what was typed, on the entry as it is now. */
  onKeep: (theirs: EntryRecord) => void
  /** Takes their value of one field. */
  onTake: (field: string, theirs: EntryRecord) => void
}

/** Somebody changed the entry while this form was open: who, what, theirs beside mine. Nothing is lost either way. */
export function ChangedMeanwhile({ base, draft, onKeep, onTake }: ChangedMeanwhileProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const theirs = useQuery(entryQuery(base.id)).data
  const mine = theirs ? { ...draft.raw, ...partialValues(theirs.definition, draft) } : {}
  const [taken, setTaken] = useState<readonly string[]>([])
  if (!theirs || theirs.version === base.version) return null
  const newest = [...theirs.history].sort((a, b) => b.id - a.id)[0]
  const act = newest && (actWords as Record<string, Record<typeof language, string>>)[newest.act]?.[language]
  const fields = Object.entries(theirs.definition.fields).filter(
    ([key, { type }]) => type !== 'computed' && JSON.stringify(theirs.values[key]) !== JSON.stringify(base.values[key]),
  )
  return (
    <div className="conflict" role="alert">
      <p>
        <strong>{text.changedBy(newest?.actor ?? '', act ?? '')}</strong>
      </p>
      {fields.length === 0 ? (
        <p>{text.changedElsewhere}</p>
      ) : (
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">{text.fieldName}</th>
              <th scope="col">{text.theirs}</th>
              <th scope="col">{text.mine}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {fields.map(([key, field]) => (
              <tr key={key}>
                <th scope="row">{field.name[language]}</th>
                <td>{valueWords(field, theirs.values[key], language, theirs.names) || text.notFilled}</td>
                <td>{valueWords(field, mine[key], language, draft.names) || text.notFilled}</td>
                <td>
                  <Button
                    look="quiet"
                    aria-pressed={taken.includes(key)}
                    onClick={() => {
                      onTake(key, theirs)
                      setTaken([...taken, key])
                    }}
                  >
                    {text.takeTheirs}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="next-acts">
        <Button onClick={() => onKeep(theirs)}>{text.goOn}</Button>
        <span className="small">{text.goOnHint}</span>
      </div>
    </div>
  )
}
