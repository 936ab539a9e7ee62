import { Link, useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { type Session, startOver } from '../boot.ts'
import { useText, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Keys } from '../parts/keys.tsx'
import { Popover } from '../parts/popover.tsx'
import { changePreferences } from '../session/preferences.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'
import { frameTexts } from './texts.ts'

type UserMenuProps = { onPassword: () => void; onKeyboard: () => void }

/** Who is signed in, and what they may set for themselves. */
export function UserMenu({ onPassword, onKeyboard }: UserMenuProps) {
  const text = useText()
  const { person, roles, preferences } = useSession()
  const signOut = useSignOut()
  const set = (change: Partial<Session['preferences']>) => void changePreferences(change)
  const own = useTextOf(frameTexts)
  const [first] = roles.filter(({ onBehalfOf }) => onBehalfOf === null)
  const place = first?.unit?.name ?? (first ? text.roles[first.role] : null)
  const handed = roles.filter(({ onBehalfOf }) => onBehalfOf !== null)
  const principals = [...new Set(handed.map(({ onBehalfOf }) => onBehalfOf?.name))].join(text.common.listJoin)
  return (
    <div className="frame-user">
      <Popover
        alignEnd
        className="frame-menu"
        label={
          <>
            <span className="visually-hidden">{text.frame.userMenu}</span>
            <span className="frame-me">{text.frame.me}</span>
            <span className="frame-person">
              {person.name} <span className="quiet frame-place">{place}</span>
            </span>
            {principals ? <span className="frame-deputy small">{own.deputy(principals)}</span> : null}{' '}
            <span aria-hidden="true">▾</span>
          </>
        }
      >
        {(close) => {
          const then = (act: () => void) => () => {
            close()
            act()
          }
          const english = preferences.language === 'en'
          return (
            <>
              {handed.map((held) => (
                <p key={`${held.onBehalfOf?.id} ${held.role} ${held.unit?.id}`} className="sheet-title">
                  {own.deputyOf(
                    held.onBehalfOf?.name ?? '',
                    [held.unit?.name, text.roles[held.role]].filter(Boolean).join(' '),
                  )}
                </p>
              ))}
              {handed.length > 0 ? <div className="sheet-line" /> : null}
              <button
                type="button"
                className="sheet-choice"
                lang={english ? 'zh-CN' : 'en'}
                onClick={then(() => set({ language: english ? 'zh' : 'en' }))}
              >
                {text.frame.otherLanguage}
              </button>
              <div className="sheet-line" />
              <p className="sheet-title" id="text-size">
                {text.frame.textSize}
              </p>
              <div role="radiogroup" aria-labelledby="text-size">
                {(['normal', 'large'] as const).map((size) => (
                  <label key={size} className="sheet-choice">
                    <input
                      type="radio"
                      name="text-size"
                      checked={preferences.textSize === size}
                      onChange={() => set({ textSize: size })}
                    />
                    {size === 'normal' ? text.frame.textNormal : text.frame.textLarge}
                  </label>
                ))}
              </div>
              <div className="sheet-line" />
              <Link to="/account" className="sheet-choice" onClick={close}>
                {own.account}
              </Link>
              <Link to="/deputy" className="sheet-choice" onClick={close}>
                {own.myDeputy}
              </Link>
              <button type="button" className="sheet-choice" onClick={then(onPassword)}>
                {text.frame.changePassword}
              </button>
              <button type="button" className="sheet-choice" onClick={then(onKeyboard)}>
                {text.frame.keyboard} <Keys of="?" />
              </button>
              <div className="sheet-line" />
              <button type="button" className="sheet-choice" onClick={then(() => void signOut())}>
                {text.frame.signOut}
              </button>
            </>
          )
        }}
      </Popover>
    </div>
  )
}

function useSignOut(): () => Promise<void> {
  const text = useText()
  const navigate = useNavigate()
  return async () => {
    try {
      await call('DELETE /api/session', {})
      await startOver()
      await navigate({ to: '/login' })
      announce(text.frame.signedOut)
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
  }
}
