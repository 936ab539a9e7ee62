import { useTextOf } from '../language/language.ts'
import { Empty } from '../parts/empty.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { frameTexts } from './texts.ts'

/** For an account that was given no role yet. */
export function NoEntryPage() {
  const text = useTextOf(frameTexts)
  usePageTitle(text.nothingHereTitle)
  return (
    <Empty title={text.nothingHereTitle}>
      <p className="quiet">{text.nothingHere}</p>
    </Empty>
  )
}
