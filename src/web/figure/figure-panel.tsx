/** A figure opened: value, definition, day, records with their sum, course and uses. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { isDay, today } from '../parts/day-distance.ts'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { FigureCourse } from './figure-course.tsx'
import { type Figure, type FigureAsk, figureQuery, figureUsesQuery } from './figure-queries.ts'
import { FigureRecords } from './figure-records.tsx'
import { texts } from './texts.ts'
import './figure.css'

type FigurePanelProps = {
  ask: FigureAsk
  /** On the page of figures the day is part of the address; elsewhere the panel keeps it. */
  onAsOf?: (day: string | undefined) => void
}

export function FigurePanel({ ask: given, onAsOf }: FigurePanelProps) {
  const text = useTextOf(texts)
  const id = useId()
  const [kept, setKept] = useState<string | undefined>(undefined)
  const ask = onAsOf ? given : { ...given, ...(kept !== undefined && { asOf: kept as NonNullable<FigureAsk['asOf']> }) }
  const setDay = onAsOf ?? setKept
  const read = useQuery(figureQuery(ask))
  if (read.error) return <FormProblem>{sentenceOf(read.error)}</FormProblem>
  const figure = read.data
  if (!figure) return <Skeleton />
  return (
    <div className="figure-panel">
      <div className="figure-top">
        <Value figure={figure} />
        <div className="figure-day no-print">
          <label htmlFor={`${id}-day`}>{text.asOf}</label>
          <input
            id={`${id}-day`}
            type="date"
            max={today()}
            value={figure.asOf ?? ''}
            onChange={({ target }) => setDay(isDay(target.value) ? target.value : undefined)}
          />
          {ask.asOf ? (
            <Button look="quiet" onClick={() => setDay(undefined)}>
              {text.asNow}
            </Button>
          ) : (
            <span className="quiet small">{figure.asOf ?? text.now}</span>
          )}
        </div>
      </div>
      <dl className="figure-facts">
        <dt>{text.definition}</dt>
        <dd>{figure.definition}</dd>
        {onAsOf ? null : (
          <>
            <dt>{text.written}</dt>
            <dd>
              <Link to="/figures" search={{ text: figure.text }} title={text.toFigures}>
                {figure.text}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <Notes figure={figure} />
      <FigureRecords key={JSON.stringify(ask)} ask={ask} figure={figure} />
      <FigureCourse ask={ask} />
      <Uses ask={ask} />
    </div>
  )
}

function Value({ figure: { count, ratio } }: { figure: Figure }) {
  const text = useTextOf(texts)
  return (
    <p className="figure-value">
      <strong className="figure" data-figure-value>
        {ratio ? (ratio.percent ?? '—') : count.shown}
      </strong>{' '}
      <span className="quiet">
        {ratio
          ? ratio.percent === null
            ? text.nothingBelow
            : text.of(`${count.shown} ${count.unit}`, `${ratio.outOf.shown} ${ratio.outOf.unit}`)
          : count.unit}
      </span>
    </p>
  )
}

/** What was left out, and why: nothing is added up in silence. */
function Notes({ figure: { count, ratio, seen } }: { figure: Figure }) {
  const text = useTextOf(texts)
  const sides = [count, ...(ratio ? [ratio.outOf] : [])]
  const notes = sides.flatMap((side) => [
    ...(sides.length === 1 ? [text.made(side.singles, side.aggregates)] : []),
    ...(['covered', 'unknown', 'cut', 'undated'] as const).flatMap((key) =>
      side[key] > 0 ? [text[key](side[key])] : [],
    ),
  ])
  return (
    <ul className="figure-notes quiet small">
      {[...new Set(notes)].map((note) => (
        <li key={note}>{note}</li>
      ))}
      {seen === 'own' ? <li>{text.own}</li> : null}
    </ul>
  )
}

function Uses({ ask }: { ask: FigureAsk }) {
  const text = useTextOf(texts)
  const { data } = useQuery(figureUsesQuery(ask))
  if (!data) return null
  const { figures, measures } = data
  return (
    <section className="figure-uses no-print">
      <h3>{text.uses}</h3>
      {figures.length + measures.length === 0 ? <p className="quiet">{text.noUses}</p> : null}
      <ul>
        {figures.map(({ key, name }) => (
          <li key={key}>
            <Link to="/figures" search={{ name: key }}>
              {name}
            </Link>
          </li>
        ))}
        {measures.map(({ id, number, text: words }) => (
          <li key={id}>
            <Link to="/measures/$id" params={{ id: String(id) }} title={words}>
              {text.measure(number)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
