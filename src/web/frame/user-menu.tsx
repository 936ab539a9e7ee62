import { useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { queryClient, type Session, startOver } from '../boot.ts'
import { useText } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Keys } from '../parts/keys.tsx'
import { Popover } from '../parts/popover.tsx'
import { changePreferences } from '../session/preferences.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { useSession } from '../session/use-boot.ts'

type UserMenuProps = { onPassword: () => void; onKeyboard: () => void }

/** Who is signed in, and what they may set for themselves. */
export function UserMenu({ onPassword, onKeyboard }: UserMenuProps) {
  const text = useText()
  const { person, roles, preferences } = useSession()
  const signOut = useSignOut()
  const set = (change: Partial<Session['preferences']>) => void changePreferences(change)
  const place = roles[0]?.unit?.name ?? (roles[0] ? text.roles[roles[0].role] : null)
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
            </span>{' '}
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
      const boot = await startOver()
      queryClient.setQueryData(['boot'], boot)
      await navigate({ to: '/login' })
      announce(text.frame.signedOut)
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
  }
}
