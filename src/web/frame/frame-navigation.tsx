import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { useText, useTextOf } from '../language/language.ts'
import { Popover } from '../parts/popover.tsx'
import { useNarrow } from '../parts/use-narrow.ts'
import { useSession } from '../session/use-boot.ts'
import { type Entry, entriesOf, isUnder } from './entries.ts'
import { frameTexts } from './texts.ts'

/** On a phone so many stand side by side; the others under “more”. */
const mostNarrow = 4

/** The pages that this person works with. */
export function FrameNavigation() {
  const text = useText().frame
  const own = useTextOf(frameTexts)
  const narrow = useNarrow()
  const { pathname } = useLocation()
  const entries = useEntries()
  const folded = narrow && entries.length > mostNarrow + 1
  const shown = folded ? entries.slice(0, mostNarrow) : entries
  const rest = folded ? entries.slice(mostNarrow) : []
  const link = (entry: Entry, className?: string, onClick?: () => void) => (
    <Link
      key={entry.key}
      to={entry.path as '/ledger'}
      {...(className ? { className } : {})}
      aria-current={isUnder(entry, pathname) ? 'page' : undefined}
      onClick={() => onClick?.()}
    >
      {own.entries[entry.key]}
    </Link>
  )
  return (
    <nav className="frame-nav no-print" aria-label={text.navigation}>
      {shown.map((entry) => link(entry))}
      {rest.length > 0 ? (
        <Popover
          alignEnd
          className={rest.some((entry) => isUnder(entry, pathname)) ? 'frame-more frame-more-current' : 'frame-more'}
          label={own.more}
        >
          {(close) => rest.map((entry) => link(entry, 'sheet-choice', close))}
        </Popover>
      ) : null}
    </nav>
  )
}

/** Entries of the signed-in person, of pages that this build has. */
export function useEntries(): Entry[] {
  const { routesByPath } = useRouter()
  return entriesOf(useSession(), (path) => path in routesByPath)
}
