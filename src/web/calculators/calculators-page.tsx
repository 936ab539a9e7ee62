import { Link } from '@tanstack/react-router'
import { calculators } from '../../core/calculators/calculators.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { texts } from './texts.ts'
import '../registers/registers.css'

/** `/calculators`: what can be worked out, and what for. */
export function CalculatorsPage() {
  const text = useTextOf(texts)
  const language = useLanguage()
  usePageTitle(text.calculators)
  return (
    <div className="registers">
      <h1>{text.calculators}</h1>
      <p className="quiet registers-lead">{text.lead}</p>
      <ul className="register-cards">
        {calculators.map(({ key, name, help }) => (
          <li key={key} className="card">
            <Link to="/calculators/$name" params={{ name: key }}>
              <strong>{name[language]}</strong>
              <span className="small quiet register-help">{help[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
