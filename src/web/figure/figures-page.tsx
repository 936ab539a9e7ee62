/** `/figures`: what is counted is typed and seen at once; figures that have a name are opened, defined and changed. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { DefineDialog } from './define-dialog.tsx'
import { FigureInput } from './figure-input.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { type FigureAsk, figureQuery, type NamedFigure, namedFiguresQuery } from './figure-queries.ts'
import type { FiguresSearch } from './figures-search.ts'
import { NamedList } from './named-list.tsx'
import { texts } from './texts.ts'
import './figure.css'

const route = getRouteApi('/signed-in/figures')

export function FiguresPage() {
  const text = useTextOf(texts)
  const language = useLanguage()
  const navigate = useNavigate()
  const search = route.useSearch()
  const { data: named } = useQuery(namedFiguresQuery)
  const current = named?.figures.find(({ key }) => key === search.name) ?? null
  const ask = askOf(search)
  usePageTitle(current?.name[language] ?? search.text ?? text.title)
  const go = (next: FiguresSearch) => void navigate({ to: '/figures', search: next })
  return (
    <div className="figures">
      <header className="figures-head">
        <h1>{text.title}</h1>
        <p className="quiet no-print">{text.lead}</p>
      </header>
      <FigureInput text={search.text ?? current?.text ?? ''} onCount={(typed) => go({ text: typed })} />
      <div className="figures-columns">
        <section className="card figures-result" aria-label={current?.name[language] ?? text.title}>
          {ask === null ? (
            <p className="quiet">{text.empty}</p>
          ) : (
            <>
              <ResultHead
                ask={ask}
                current={current}
                figures={named?.figures ?? []}
                define={named?.define}
                onOpen={go}
              />
              <FigurePanel
                ask={ask}
                onAsOf={(asOf) => {
                  const { asOf: _, ...rest } = search
                  go({ ...rest, ...(asOf !== undefined && { asOf }) })
                }}
              />
            </>
          )}
        </section>
        <NamedList current={search.name ?? null} />
      </div>
    </div>
  )
}

/** The day is one of the calendar: the address was read so. */
function askOf({ name, text, asOf }: FiguresSearch): FigureAsk | null {
  const day = asOf === undefined ? {} : { asOf: asOf as NonNullable<FigureAsk['asOf']> }
  return name !== undefined ? { name, ...day } : text !== undefined ? { text, ...day } : null
}

type ResultHeadProps = {
  ask: FigureAsk
  current: NamedFigure | null
  figures: readonly NamedFigure[]
  define: { allowed: boolean; reason: string | null } | undefined
  onOpen: (search: FiguresSearch) => void
}

/** Its name, and what the office may do with it. */
function ResultHead({ ask, current, figures, define, onOpen }: ResultHeadProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const { data: figure } = useQuery(figureQuery(ask))
  const [dialog, setDialog] = useState<'define' | 'retire' | null>(null)
  return (
    <div className="figures-result-head">
      <h2>{current?.name[language] ?? figure?.text ?? ask.text}</h2>
      {define?.allowed && figure ? (
        <span className="figure-acts no-print">
          <Button onClick={() => setDialog('define')}>{current === null ? text.save : text.change}</Button>
          {current === null ? null : <Button onClick={() => setDialog('retire')}>{text.retire}</Button>}
        </span>
      ) : null}
      {dialog !== null && figure ? (
        <DefineDialog
          written={current?.text ?? figure.text}
          figure={current}
          newKey={unusedKey(figures)}
          retire={dialog === 'retire'}
          onClose={() => setDialog(null)}
          onDone={(key) => {
            setDialog(null)
            onOpen(key === null ? {} : { name: key })
          }}
        />
      ) : null}
    </div>
  )
}

/** Of the tenant's own: retired ones are not listed, so their numbers are left free by chance alone. */
const unusedKey = (figures: readonly NamedFigure[]): string => {
  const taken = new Set(figures.map(({ key }) => key))
  let number = figures.filter(({ shipped }) => !shipped).length + 1
  while (taken.has(`own${number}`)) number += 1
  return `own${number}`
}
