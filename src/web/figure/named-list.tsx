import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useTextOf } from '../language/language.ts'
import { FormProblem, TextField } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { namedFiguresQuery } from './figure-queries.ts'
import { texts } from './texts.ts'

/** Figures that have a name; one is opened by its link. */
export function NamedList({ current }: { current: string | null }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const [words, setWords] = useState('')
  const { data, error } = useQuery(namedFiguresQuery)
  if (error) return <FormProblem>{sentenceOf(error)}</FormProblem>
  if (!data) return <Skeleton />
  const wanted = words.trim().toLowerCase()
  const shown = data.figures.filter(({ name, text: written }) =>
    [name.zh, name.en, written].some((each) => each.toLowerCase().includes(wanted)),
  )
  return (
    <nav className="figure-named no-print" aria-label={text.named}>
      <h2>{text.named}</h2>
      <p className="quiet small">{text.namedHint}</p>
      <TextField label={text.search} value={words} onChange={(event) => setWords(event.target.value)} />
      {shown.length === 0 ? <p className="quiet">{text.noNamed}</p> : null}
      <ul>
        {shown.map(({ key, name, definition, shipped, version }) => (
          <li key={key}>
            <Link to="/figures" search={{ name: key }} title={definition} aria-current={key === current || undefined}>
              {name[language]}
            </Link>
            {version > 0 ? (
              <span className="figure-mark">{shipped ? text.changedMark(version) : text.ownMark}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  )
}
