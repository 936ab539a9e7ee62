import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import { bellTexts } from './bell-texts.ts'
import { unreadQuery } from './message-queries.ts'
import './bell.css'

const mostShown = 99

/** The way to the messages, with how many are unread. */
export function Bell() {
  const text = useTextOf(bellTexts)
  const unread = useQuery(unreadQuery).data?.unread ?? 0
  return (
    <Link to="/messages" className="bell" aria-label={text(unread)} title={text(unread)}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 11.5h9l-1.2-1.8V6.8a3.3 3.3 0 0 0-6.6 0v2.9ZM6.6 13.4a1.5 1.5 0 0 0 2.8 0" />
      </svg>
      {unread === 0 ? null : (
        <span className="bell-count figure" aria-hidden="true">
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      )}
    </Link>
  )
}
