import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useSession } from '../session/use-boot.ts'
import { accountTexts } from './account-texts.ts'
import { PrintedPage } from './printed-page.tsx'

/** Recovery codes, shown once, to be printed or copied down. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const text = useTextOf(accountTexts)
  const { person } = useSession()
  const list = (
    <ol className="factor-codes" aria-label={text.codesTitle}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  )
  return (
    <Dialog
      title={text.codesTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => window.print()}>{text.print}</Button>
          <Button look="primary" onClick={onClose}>
            {text.kept}
          </Button>
        </>
      }
    >
      <p>{text.codesLead}</p>
      {list}
      <PrintedPage>
        <h1>
          {text.codesTitle} · {person.name}
        </h1>
        <p>{text.codesLead}</p>
        {list}
      </PrintedPage>
    </Dialog>
  )
}
