import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useText, useTextOf } from '../language/language.ts'
import { useLive } from '../live/use-live.ts'
import { Bell } from '../messages/bell.tsx'
import { Keys } from '../parts/keys.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { EntryCreation } from '../registers/entry-creation.ts'
import { ChangePasswordDialog } from '../session/change-password-dialog.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { SessionContext, useBoot, useSession } from '../session/use-boot.ts'
import { FrameNavigation } from './frame-navigation.tsx'
import { InspectionSwitcher } from './inspection-switcher.tsx'
import { KeyboardListDialog } from './keyboard-list-dialog.tsx'
import { frameTexts } from './texts.ts'
import { UserMenu } from './user-menu.tsx'
import './frame.css'

const ReportOutbox = lazy(() =>
  import('../report/report-outbox.tsx').then((loaded) => ({ default: loaded.ReportOutbox })),
)
const EntryDialog = lazy(() =>
  import('../registers/entry-dialog.tsx').then((loaded) => ({ default: loaded.EntryDialog })),
)
const Palette = lazy(() => import('./palette.tsx').then((loaded) => ({ default: loaded.Palette })))

/** What stands around every page of a signed-in person; nothing from signing out until the login page is there. */
export function Frame() {
  const { session } = useBoot()
  if (!session) return null
  return (
    <SessionContext value={session}>
      <EntryCreation value={EntryDialog}>
        <SignedIn />
      </EntryCreation>
    </SessionContext>
  )
}

function SignedIn() {
  const text = useText()
  const own = useTextOf(frameTexts)
  const { district } = useBoot()
  const { allowed } = useSession()
  const inspection = useChosenInspection()
  const [dialog, setDialog] = useState<'password' | 'keyboard' | 'palette' | null>(null)
  const reads = allowed.includes('ledger.read')
  useLive(reads && inspection ? inspection.id : null)
  useDocumentKeys({ '?': () => setDialog('keyboard'), 'ctrl k': () => setDialog('palette') })
  const close = () => setDialog(null)
  return (
    <div className="frame">
      {allowed.includes('report.file') ? (
        <Suspense fallback={null}>
          <ReportOutbox />
        </Suspense>
      ) : null}
      <a className="skip no-print" href="#main">
        {text.frame.skip}
      </a>
      <header className="frame-head no-print">
        <Link to="/" className="frame-mark" title={text.problem.toStart}>
          <span>
            闭
            <wbr />环
          </span>
        </Link>
        <strong className="frame-district cut">{district}</strong>
        {reads ? <InspectionSwitcher /> : <span className="frame-inspection" />}
        <button
          type="button"
          className="frame-go"
          aria-keyshortcuts="Control+K"
          title={own.go}
          onClick={() => setDialog('palette')}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="7" cy="7" r="4.5" />
            <path d="m10.5 10.5 4 4" />
          </svg>
          <span className="frame-go-words">
            {own.go} <Keys of="Ctrl K" />
          </span>
          <span className="visually-hidden">{own.go}</span>
        </button>
        {reads ? <Bell /> : null}
        <UserMenu onPassword={() => setDialog('password')} onKeyboard={() => setDialog('keyboard')} />
      </header>
      <FrameNavigation />
      <main id="main" className="frame-main" tabIndex={-1}>
        <Outlet />
      </main>
      {dialog === 'password' ? <ChangePasswordDialog onClose={close} /> : null}
      {dialog === 'keyboard' ? <KeyboardListDialog onClose={close} /> : null}
      {dialog === 'palette' ? (
        <Suspense fallback={null}>
          <Palette onClose={close} />
        </Suspense>
      ) : null}
    </div>
  )
}
