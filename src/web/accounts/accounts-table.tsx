import { useTextOf } from '../language/language.ts'
import { momentText } from '../parts/moment-text.ts'
import { Popover } from '../parts/popover.tsx'
import { useSession } from '../session/use-boot.ts'
import { type AccountAct, type AccountRow, invitable } from './account-row.ts'
import { adminTexts } from './admin-texts.ts'

type AccountsTableProps = {
  rows: readonly AccountRow[]
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
  onAct: (act: AccountAct, row: AccountRow) => void
  mayManage: boolean
}

/** One line for each person, with what may be done to the account in a menu at its end. */
export function AccountsTable({ rows, chosen, onChoose, onAct, mayManage }: AccountsTableProps) {
  const text = useTextOf(adminTexts)
  const { person: me } = useSession()
  const choosable = rows.filter((row) => invitable(row) && row.person.id !== me.id)
  const all = choosable.length > 0 && choosable.every((row) => chosen.has(row.person.id))
  const toggle = (id: number) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <div className="card">
      <table className="list-table">
        <thead>
          <tr>
            {mayManage ? (
              <th scope="col" className="list-check no-print">
                <input
                  type="checkbox"
                  aria-label={text.chooseAll}
                  checked={all}
                  disabled={choosable.length === 0}
                  onChange={() => onChoose(new Set(all ? [] : choosable.map((row) => row.person.id)))}
                />
              </th>
            ) : null}
            <th scope="col">{text.columns.person}</th>
            <th scope="col">{text.columns.unit}</th>
            <th scope="col">{text.columns.loginName}</th>
            <th scope="col">{text.columns.state}</th>
            <th scope="col" className="list-wide">
              {text.columns.factor}
            </th>
            <th scope="col" className="list-number list-wide">
              {text.columns.sessions}
            </th>
            <th scope="col" className="list-wide">
              {text.columns.signedInAt}
            </th>
            {mayManage ? (
              <th scope="col" className="no-print">
                <span className="visually-hidden">{text.columns.acts}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.person.id}>
              {mayManage ? (
                <td className="list-check no-print">
                  {choosable.includes(row) ? (
                    <input
                      type="checkbox"
                      aria-label={text.choose(row.person.name)}
                      checked={chosen.has(row.person.id)}
                      onChange={() => toggle(row.person.id)}
                    />
                  ) : null}
                </td>
              ) : null}
              <th scope="row">{row.person.name}</th>
              <td className="list-words">
                {row.unit?.name} <span className="quiet">{row.title}</span>
              </td>
              <td>{row.loginName}</td>
              <td>
                <State row={row} />
              </td>
              <td className="quiet list-wide">{row.secondFactor ? text.factorOn : null}</td>
              <td className="list-number figure list-wide">{row.sessions || null}</td>
              <td className="figure quiet list-wide">{row.signedInAt ? momentText(row.signedInAt) : null}</td>
              {mayManage ? (
                <td className="list-end no-print">
                  <ActMenu row={row} isMe={row.person.id === me.id} onAct={onAct} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function State({ row }: { row: AccountRow }) {
  const text = useTextOf(adminTexts)
  return (
    <>
      <span className={`account-state account-state-${row.state}`}>{text.states[row.state]}</span>
      {row.state === 'disabled' ? <span className="quiet small"> {row.disabledReason}</span> : null}
      {row.state === 'invited' && row.invitationEndsAt ? (
        <span className="quiet small"> {text.invitedUntil(momentText(row.invitationEndsAt).slice(0, 10))}</span>
      ) : null}
      {row.lockedUntil ? <span className="small"> {text.locked(momentText(row.lockedUntil).slice(11))}</span> : null}
    </>
  )
}

/** What may be done in this state, most wanted first. */
function actsOf(row: AccountRow): AccountAct[] {
  if (row.state === 'disabled') return ['enable']
  if (row.state === 'none') return ['invite']
  if (invitable(row)) return row.loginName === null ? ['inviteAgain'] : ['inviteAgain', 'disable']
  return [
    ...(row.lockedUntil ? (['unlock'] as const) : []),
    'reset',
    ...(row.state === 'active' ? (['requirePasswordChange'] as const) : []),
    ...(row.secondFactor ? (['resetSecondFactor'] as const) : []),
    ...(row.sessions > 0 ? (['endSessions'] as const) : []),
    'disable',
  ]
}

function ActMenu({
  row,
  isMe,
  onAct,
}: {
  row: AccountRow
  isMe: boolean
  onAct: (act: AccountAct, row: AccountRow) => void
}) {
  const text = useTextOf(adminTexts)
  return (
    <Popover
      alignEnd
      className="button button-quiet"
      label={
        <>
          <span className="visually-hidden">{text.more(row.person.name)}</span>
          <span aria-hidden="true">⋯</span>
        </>
      }
    >
      {(close) =>
        isMe ? (
          <p className="sheet-title">{text.notYourself}</p>
        ) : (
          actsOf(row).map((act) => (
            <button
              key={act}
              type="button"
              className="sheet-choice"
              onClick={() => {
                close()
                onAct(act, row)
              }}
            >
              {text.acts[act]}
            </button>
          ))
        )
      }
    </Popover>
  )
}
