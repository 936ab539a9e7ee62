import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { momentText } from '../parts/moment-text.ts'
import { useBoot } from '../session/use-boot.ts'
import type { Invitation } from './account-row.ts'
import { adminTexts } from './admin-texts.ts'
import { PrintedPage } from './printed-page.tsx'

type InvitationSlipsProps = { invitations: readonly Invitation[]; onClose: () => void }

/** Codes just given, shown this once: as slips to be cut apart, or as a list to be signed. */
export function InvitationSlips({ invitations, onClose }: InvitationSlipsProps) {
  const text = useTextOf(adminTexts).slips
  const [form, setForm] = useState<'slips' | 'list'>('slips')
  const print = (next: 'slips' | 'list') => {
    // What is printed is what stands in the page at that moment.
    flushSync(() => setForm(next))
    window.print()
  }
  return (
    <Dialog
      wide
      title={text.title(invitations.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => print('list')}>{text.printList}</Button>
          <Button onClick={() => print('slips')}>{text.printSlips}</Button>
          <Button look="primary" onClick={onClose}>
            {text.close}
          </Button>
        </>
      }
    >
      <p>{text.lead}</p>
      <CodeTable invitations={invitations} />
      <PrintedPage>
        {form === 'slips' ? <Slips invitations={invitations} /> : <SignedList invitations={invitations} />}
      </PrintedPage>
    </Dialog>
  )
}

function CodeTable({ invitations, signed = false }: { invitations: readonly Invitation[]; signed?: boolean }) {
  const text = useTextOf(adminTexts).slips
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keys too
    <section className="account-scroll" aria-label={text.code} tabIndex={0}>
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{text.columns.person}</th>
            <th scope="col">{text.columns.unit}</th>
            <th scope="col">{text.columns.code}</th>
            <th scope="col">{text.columns.until}</th>
            {signed ? <th scope="col">{text.columns.sign}</th> : null}
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ person, unit, code, endsAt }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{unit}</td>
              <td>
                <code className="account-code">{code}</code>
              </td>
              <td className="figure">{momentText(endsAt)}</td>
              {signed ? <td className="account-sign" /> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SignedList({ invitations }: { invitations: readonly Invitation[] }) {
  const text = useTextOf(adminTexts).slips
  const { district } = useBoot()
  return (
    <>
      <h1>
        {district} · {text.title(invitations.length)}
      </h1>
      <CodeTable invitations={invitations} signed />
      <p>{text.how(inviteAddress())}</p>
    </>
  )
}

function Slips({ invitations }: { invitations: readonly Invitation[] }) {
  const text = useTextOf(adminTexts).slips
  const { district } = useBoot()
  return (
    <>
      {invitations.map(({ person, unit, code, endsAt }) => (
        <section key={person.id} className="slip">
          <h2>
            {district} · {person.name} <span className="quiet">{unit}</span>
          </h2>
          <p>
            {text.code} <code className="account-code">{code}</code>
          </p>
          <p>{text.how(inviteAddress())}</p>
          <p className="quiet">
            {text.until(momentText(endsAt))} {text.keep}
          </p>
        </section>
      ))}
    </>
  )
}

const inviteAddress = (): string => `${window.location.origin}/invite`
