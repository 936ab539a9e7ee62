import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Calculator, Raw } from '../../core/calculators/calculator.ts'
import { calculators } from '../../core/calculators/calculators.ts'
import { chinaDay } from '../../core/deadline/china-day.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { EntryPicker } from '../registers/entry-picker.tsx'
import { FieldInput } from '../registers/field-input.tsx'
import { CalculatorSheet } from './calculator-sheet.tsx'
import { projectInputs } from './project-inputs.ts'
import { readInputs } from './read-inputs.ts'
import { texts } from './texts.ts'
import '../registers/entry-form.css'
import './calculators.css'

const route = getRouteApi('/signed-in/calculators/$name')

/** `/calculators/$name`: the form to the left, the sheet to the right, worked out while somebody types. */
export function CalculatorPage() {
  const text = useTextOf(texts)
  const { name } = route.useParams()
  const calculator = calculators.find(({ key }) => key === name)
  usePageTitle(calculator?.name[text.language] ?? text.noCalculator)
  if (calculator) return <OpenCalculator key={name} calculator={calculator} />
  return (
    <Empty title={text.noCalculator} actions={<Link to="/calculators">{text.toAll}</Link>}>
      <p>{text.noCalculatorHint}</p>
    </Empty>
  )
}

type Chosen = { id: number; name: string }

function OpenCalculator({ calculator }: { calculator: Calculator }) {
  const text = useTextOf(texts)
  const { language } = text
  const [raw, setRaw] = useState<Raw>(calculator.begun)
  const [project, setProject] = useState<Chosen | null>(null)
  const { values, worked, problems } = readInputs(calculator, raw, chinaDay(new Date()), language)
  const take = async (chosen: Chosen | null) => {
    setProject(chosen)
    if (chosen === null) return
    try {
      const filled = await projectInputs(calculator, chosen.id)
      setRaw({ ...calculator.begun, ...filled })
      announce(Object.keys(filled).length > 0 ? text.filled(chosen.name) : text.nothingToFill(chosen.name))
    } catch {
      setProject(null)
      announce(text.failed(chosen.name))
    }
  }
  return (
    <div className="calculator-page">
      <nav aria-label={text.breadcrumb} className="small">
        <Link to="/calculators">{text.calculators}</Link>
      </nav>
      <div className="calculator-head">
        <h1>{calculator.name[language]}</h1>
        <p className="quiet">{calculator.help[language]}</p>
        <span className="calculator-acts">
          <Button
            onClick={() => {
              setRaw(calculator.begun)
              setProject(null)
            }}
          >
            {text.clear}
          </Button>
          <Button look="primary" onClick={() => window.print()}>
            {text.print}
          </Button>
        </span>
      </div>
      <div className="calculator-columns">
        <section className="card calculator-form" aria-label={text.inputs}>
          <EntryPicker
            label={text.fromProject}
            hint={text.fromProjectHint}
            registers={['project']}
            value={project}
            onPick={(found) => void take(found && { id: found.id, name: found.title })}
          />
          <div className="entry-grid">
            {Object.entries(calculator.fields).map(([key, field]) => {
              const own = problems.filter((problem) => problem.field === key)
              const className = [
                'entry-field',
                field.type === 'rows' ? 'entry-field-wide' : '',
                field.required ? 'entry-field-required' : '',
              ]
              return (
                <div key={key} className={className.filter(Boolean).join(' ')}>
                  <FieldInput
                    field={field}
                    error={own.find(({ row }) => row === undefined)?.sentence ?? null}
                    problems={own}
                    value={raw[key]}
                    onValue={(value) => setRaw((now) => ({ ...now, [key]: value }))}
                    names={{}}
                    onNames={() => undefined}
                  />
                </div>
              )
            })}
          </div>
        </section>
        <CalculatorSheet calculator={calculator} values={values} worked={worked} project={project?.name ?? null} />
      </div>
    </div>
  )
}
