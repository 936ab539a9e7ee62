import { useState } from 'react'
import type { Change, ChangeList } from '../../core/ledger/change-list.ts'
import { writesNothing } from '../../core/ledger/writes-nothing.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { countsOfChanges } from './count-changes.ts'
import { texts } from './texts.ts'

const acts: readonly Change['act'][] = ['create', 'update', 'same', 'leftOut']

/** The change list in words: sums first, each of which opens to its records. */
export function ChangeSummary({ list }: { list: ChangeList }) {
  const text = useTextOf(texts).write
  const newLinks = list.links.filter(({ act }) => act === 'create')
  const createdKeys = new Set(list.changes.filter(({ act }) => act === 'create').map(({ key }) => key))
  // A new record comes with its links; only those between records that are there already are news.
  const extra = newLinks.filter(({ from }) => !createdKeys.has(from)).length
  const { untouched } = list
  const left = untouched.findings + untouched.causes + untouched.measures
  return (
    <div className="changes">
      {writesNothing(list) ? <p className="changes-nothing">{text.nothing}</p> : null}
      {acts.map((act) => {
        const changes = list.changes.filter((change) => change.act === act)
        return changes.length > 0 ? <ChangeGroup key={act} act={act} changes={changes} /> : null
      })}
      {extra > 0 ? <p className="quiet">{text.links(extra)}</p> : null}
      {left > 0 ? <p className="quiet">{text.untouched(untouched)}</p> : null}
    </div>
  )
}

const shownAtFirst = 100

function ChangeGroup({ act, changes }: { act: Change['act']; changes: readonly Change[] }) {
  const text = useTextOf(texts).write
  const [shown, setShown] = useState(shownAtFirst)
  return (
    <details className="change-group" open={act === 'update'}>
      <summary>{text.summary(text.acts[act], countsOfChanges(changes, act))}</summary>
      <ul>
        {changes.slice(0, shown).map((change) => (
          <li key={change.key}>
            <span className="faint small">{text.records[change.record]}</span> {change.label}
            {change.fields.map(({ field, before, after }) => (
              <p key={field} className="small quiet">
                {text.fields[field] ?? field}：{text.before} <del>{before ?? text.blank}</del> {text.after}{' '}
                <ins>{after ?? text.blank}</ins>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {changes.length > shown ? (
        <Button look="quiet" onClick={() => setShown(shown + 500)}>
          {text.more(changes.length - shown)}
        </Button>
      ) : null}
    </details>
  )
}
