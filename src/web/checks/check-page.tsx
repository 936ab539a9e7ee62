/** `/checks/contract-signedLate`: what a check asks and rests on, by which values it judges, and what it found. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { type CheckRecord, checkQuery, type LocalValue, readChecksAgain } from './check-queries.ts'
import { CheckResult, valueText } from './check-result.tsx'
import { checkOfAddress } from './checks-search.ts'
import { checkTexts } from './texts.ts'
import { ValueDialog } from './value-dialog.tsx'
import './checks.css'

const modes = ['inForce', 'shadow', 'off'] as const

export function CheckPage() {
  const text = useTextOf(checkTexts)
  const language = useLanguage()
  const { check: address = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(checkQuery(checkOfAddress(address)))
  usePageTitle(data?.check.name[language] ?? text.title)
  if (error) return <ProblemPage error={error} reset={() => void refetch()} />
  if (!data) return <Skeleton />
  const { check, explanation, counts } = data
  const told = data.results.filter(({ outcome }) => outcome === 'flagged' || outcome === 'cannotTell')
  return (
    <div className="checks">
      <header className="checks-head">
        <p className="quiet">
          <Link to="/checks" search={{ tab: 'catalogue' }}>
            {text.title}
          </Link>
          <span className="faint"> / </span>
          {text.areas[check.area]}
        </p>
        <h1>{check.name[language]}</h1>
        <p>{explanation[language]}</p>
        <p className="quiet small check-facts">
          <span>
            {text.basis} {check.source.document[language]} {check.source.article ?? ''}
            {check.source.verified ? '' : `（${text.unverified}）`}
          </span>
          <span>{text.nature[check.nature]}</span>
          <span>{text.severity[check.severity]}</span>
        </p>
      </header>
      <Mode record={data} />
      <section className="card check-card" aria-label={text.parameters}>
        <header>
          <h2>{text.parameters}</h2>
        </header>
        {data.parameters.length === 0 ? <p className="quiet">{text.noParameters}</p> : null}
        {data.parameters.map((parameter) => (
          <Parameter key={parameter.key} check={check.id} parameter={parameter} decide={data.decide} />
        ))}
      </section>
      <section aria-label={text.results}>
        <h2 className="checks-bar">
          {text.results}{' '}
          <span className="quiet figure">
            {text.outcomes.flagged} {counts.flagged} · {text.outcomes.clear} {counts.clear} · {text.outcomes.cannotTell}{' '}
            {counts.cannotTell}
          </span>
        </h2>
        <ol className="check-list">
          {told.map((result) => (
            <li key={result.id}>
              <CheckResult result={result} about />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function Mode({ record: { check, decide } }: { record: CheckRecord }) {
  const text = useTextOf(checkTexts)
  const { busy, problem, send } = useSubmit()
  const set = async (mode: (typeof modes)[number]) => {
    const done = await send((submissionId) =>
      call('PUT /api/checks/:check/mode', { params: { check: check.id }, body: { mode, submissionId } }),
    )
    if (done === null) return
    await readChecksAgain()
    announce(text.modeSaved(text.modes[mode]))
  }
  return (
    <fieldset className="checks-states no-print" aria-label={text.mode}>
      {modes.map((mode) => (
        <Button
          key={mode}
          look={mode === check.mode ? 'primary' : 'plain'}
          aria-pressed={mode === check.mode}
          title={text.modeHint[mode]}
          busy={busy || !decide}
          onClick={() => void set(mode)}
        >
          {text.modes[mode]}
        </Button>
      ))}
      <span className="quiet small">{problem?.sentence ?? text.modeHint[check.mode]}</span>
    </fieldset>
  )
}

type ParameterProps = { check: string; parameter: CheckRecord['parameters'][number]; decide: boolean }

function Parameter({ check, parameter, decide }: ParameterProps) {
  const text = useTextOf(checkTexts)
  const language = useLanguage()
  const [dialog, setDialog] = useState<{ replaces: LocalValue | null } | null>(null)
  const { busy, send } = useSubmit()
  const end = async (id: number) => {
    const done = await send((submissionId) =>
      call('POST /api/check-parameters/:id/end', { params: { id }, body: { submissionId } }),
    )
    if (done === null) return
    await readChecksAgain()
    announce(text.ended)
  }
  return (
    <div className="check-parameter">
      <h3>{parameter.name[language]}</h3>
      <ul>
        {parameter.local.map((value) => (
          <li key={value.id} className={value.ended ? 'faint struck' : ''}>
            <strong className="figure">{valueText(value.value, parameter.unit)}</strong> {text.localValue}
            {value.unit ? ` · ${value.unit.name}` : ''}{' '}
            <span className="figure">{value.from || value.to ? `${value.from ?? ''} – ${value.to ?? ''}` : ''}</span>{' '}
            {value.source} <span className="quiet small">{text.by(value.setBy.name, momentText(value.setAt))}</span>
            {value.ended ? (
              <span className="small"> {text.endedMark}</span>
            ) : decide ? (
              <span className="no-print">
                {' '}
                <Button look="quiet" onClick={() => setDialog({ replaces: value })}>
                  {text.changeValue}
                </Button>
                <Button look="quiet" busy={busy} onClick={() => void end(value.id)}>
                  {text.endValue}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
        {parameter.shipped.map(({ from, value, source }) => (
          <li key={`${from} ${value}`}>
            <span className="figure">{valueText(value, parameter.unit)}</span>{' '}
            <span className="quiet">
              {text.shipped}，{text.ofDay(from)}
              {source ? ` · ${source[language]}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {decide ? (
        <Button className="no-print" onClick={() => setDialog({ replaces: null })}>
          {text.addValue}
        </Button>
      ) : null}
      {dialog === null ? null : (
        <ValueDialog check={check} parameter={parameter} {...dialog} onClose={() => setDialog(null)} />
      )}
    </div>
  )
}
