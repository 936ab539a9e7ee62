import { useText } from '../language/language.ts'
import { usePageTitle } from '../parts/use-page-title.ts'

export function MeasurePage() {
  const text = useText().record
  usePageTitle(text.measures)
  return <h1>{text.measures}</h1>
}
