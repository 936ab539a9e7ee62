import { useText } from '../language/language.ts'
import { usePageTitle } from '../parts/use-page-title.ts'

export function FindingPage() {
  const text = useText().record
  usePageTitle(text.original)
  return <h1>{text.original}</h1>
}
