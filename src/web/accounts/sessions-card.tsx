import { useState } from 'react'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { accountTexts } from './account-texts.ts'
import { type OwnAccount, ownAccountQuery } from './own-account-query.ts'

type Session = OwnAccount['sessions'][number]

/** Where the account is signed in; each can be ended. */
export function SessionsCard({ sessions }: { sessions: readonly Session[] }) {
  const text = useTextOf(accountTexts)
  const [busy, setBusy] = useState(false)
  const act = async (work: () => Promise<string>) => {
    setBusy(true)
    try {
      announce(await work())
      await queryClient.invalidateQueries({ queryKey: ownAccountQuery.queryKey })
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
    setBusy(false)
  }
  const end = ({ id }: Session) =>
    act(async () => {
      await call('DELETE /api/me/sessions/:id', { params: { id } })
      return text.ended
    })
  const endOthers = () => act(async () => text.endedOthers((await call('DELETE /api/me/sessions', {})).ended))
  return (
    <section className="card account-card" aria-labelledby="account-sessions">
      <h2 id="account-sessions">{text.sessionsTitle}</h2>
      <p className="quiet">{text.sessionsLead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keys too */}
      <section className="account-scroll" aria-label={text.sessionsList} tabIndex={0}>
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">{text.columns.device}</th>
              <th scope="col">{text.columns.address}</th>
              <th scope="col">{text.columns.method}</th>
              <th scope="col">{text.columns.openedAt}</th>
              <th scope="col">{text.columns.lastSeenAt}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => {
              const device = text.device(session.browser, session.system)
              return (
                <tr key={session.id}>
                  <td>
                    {device}
                    {session.current ? <span className="account-here">{text.current}</span> : null}
                  </td>
                  <td className="figure">{session.address}</td>
                  <td>{text.methods[session.method]}</td>
                  <td className="figure">{momentText(session.openedAt)}</td>
                  <td className="figure">{momentText(session.lastSeenAt)}</td>
                  <td className="list-end">
                    {session.current ? null : (
                      <Button
                        look="quiet"
                        busy={busy}
                        aria-label={text.endOf(device)}
                        onClick={() => void end(session)}
                      >
                        {text.end}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <p className="account-acts">
        {sessions.length > 1 ? (
          <Button busy={busy} onClick={() => void endOthers()}>
            {text.endOthers}
          </Button>
        ) : (
          <span className="quiet">{text.onlyThis}</span>
        )}
      </p>
    </section>
  )
}
