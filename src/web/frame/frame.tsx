import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../language/language.ts'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { ChangePasswordDialog } from '../session/change-password-dialog.tsx'
import { useBoot } from '../session/use-boot.ts'
import { InspectionSwitcher } from './inspection-switcher.tsx'
import { KeyboardListDialog } from './keyboard-list-dialog.tsx'
import { UserMenu } from './user-menu.tsx'
import './frame.css'

/** What stands around every page of a signed-in person. Only entries whose pages exist. */
export function Frame() {
  const text = useText()
  const { district } = useBoot()
  const [dialog, setDialog] = useState<'password' | 'keyboard' | null>(null)
  useDocumentKeys({ '?': () => setDialog('keyboard') })
  const close = () => setDialog(null)
  return (
    <div className="frame">
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
        <InspectionSwitcher />
        <UserMenu onPassword={() => setDialog('password')} onKeyboard={() => setDialog('keyboard')} />
      </header>
      <FrameNavigation />
      <main id="main" className="frame-main" tabIndex={-1}>
        <Outlet />
      </main>
      {dialog === 'password' ? <ChangePasswordDialog onClose={close} /> : null}
      {dialog === 'keyboard' ? <KeyboardListDialog onClose={close} /> : null}
    </div>
  )
}

function FrameNavigation() {
  const text = useText()
  const { pathname } = useLocation()
  const inLedger = /^\/(ledger|findings|measures)/.test(pathname)
  const inImports = /^\/(imports|welcome)/.test(pathname)
  return (
    <nav className="frame-nav no-print" aria-label={text.frame.navigation}>
      <Link to="/ledger" aria-current={inLedger ? 'page' : undefined}>
        {text.frame.ledger}
      </Link>
      <Link to="/imports" aria-current={inImports ? 'page' : undefined}>
        {text.frame.imports}
      </Link>
    </nav>
  )
}
