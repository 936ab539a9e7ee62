import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { UnitPicker } from '../people/unit-picker.tsx'
import { NotFoundPage, ProblemPage } from '../problem/problem-page.tsx'
import { useSubmit } from '../record/use-submit.ts'
import { DayField } from '../registers/day-input.tsx'
import type { Draft } from '../registers/entry-draft.ts'
import { type RegisterView, registersQuery } from '../registers/register-queries.ts'
import { texts as registerTexts } from '../registers/texts.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { ProposalDetail } from './proposal-detail.tsx'
import {
  begun,
  type Decision,
  type Decisions,
  type Defaults,
  type Judged,
  judged,
  type ProposalPage,
  ready,
} from './proposal-state.ts'
import { texts } from './texts.ts'
import '../registers/entry-form.css'
import './proposals.css'

const proposalsQuery = (id: number) =>
  queryOptions({
    queryKey: ['proposals', id],
    queryFn: ({ signal }) => call('GET /api/imports/:id/entries', { params: { id }, signal }),
  })

/** `/imports/:id/entries`: what a text that was written to the ledger reports, on its way into the registers. */
export function ProposalsPage() {
  const id = Number(useParams({ strict: false }).id)
  const text = useTextOf(texts)
  usePageTitle(text.page)
  const { data, error } = useQuery({ ...proposalsQuery(id), enabled: Number.isInteger(id) && id > 0 })
  const registers = useQuery(registersQuery)
  if (!Number.isInteger(id) || id <= 0) return <NotFoundPage />
  const fault = error ?? registers.error
  if (fault) return <ProblemPage error={fault} reset={() => window.location.reload()} />
  if (!data || !registers.data) return <Skeleton />
  const byKey = new Map(registers.data.registers.map((register) => [register.key, register]))
  return <Proposals key={id} importId={id} page={data} registers={byKey} />
}

type ProposalsProps = { importId: number; page: ProposalPage; registers: ReadonlyMap<string, RegisterView> }

function Proposals({ importId, page, registers }: ProposalsProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const { unitMissing } = useTextOf(registerTexts)
  const navigate = useNavigate()
  const [decisions, setDecisions] = useState<Decisions>({})
  const [defaults, setDefaults] = useState<Defaults>({
    from: page.feedbackOn ?? '',
    to: page.publishedOn ?? '',
    unit: null,
  })
  const [chosen, setChosen] = useState(page.proposals[0]?.key ?? '')
  const [merging, setMerging] = useState(false)
  const { busy, problem, send } = useSubmit()
  const all = judged(page.proposals, decisions, defaults, registers, language, unitMissing)
  const current = all.find(({ proposal }) => proposal.key === chosen) ?? all[0]
  const accepted = all.filter((one) => one.decision.act === 'accept' && ready(one))
  const open = all.filter((one) => one.decision.act === 'open' && one.proposal.entryId === null)
  const complete = open.filter(ready)
  const decide = (key: string, decision: Decision) =>
    setDecisions((now) => {
      const proposal = page.proposals.find((one) => one.key === key)
      const held = now[key] ?? (proposal && begun(proposal))
      return held ? { ...now, [key]: { ...held, decision } } : now
    })
  const change = (key: string, edit: (now: Draft) => Draft) =>
    setDecisions((now) => {
      const proposal = page.proposals.find((one) => one.key === key)
      const held = now[key] ?? (proposal && begun(proposal))
      return held ? { ...now, [key]: { ...held, draft: edit(held.draft) } } : now
    })
  const move = (by: number) => {
    const next = all[(current ? all.indexOf(current) : -1) + by]
    if (!next) return
    setChosen(next.proposal.key)
    document.getElementById(rowId(next))?.scrollIntoView({ block: 'nearest' })
  }
  /** Decides on the present one and goes on. */
  const settle = (decision: Decision) => {
    if (!current || current.proposal.entryId !== null || (decision.act === 'accept' && !ready(current))) return
    decide(current.proposal.key, decision)
    move(1)
  }
  const others = all.filter(
    (one) =>
      one !== current &&
      one.proposal.register === current?.proposal.register &&
      one.proposal.entryId === null &&
      (one.decision.act === 'open' || one.decision.act === 'accept'),
  )
  useDocumentKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => settle({ act: 'accept' }),
    s: () => settle({ act: 'skip' }),
    m: () => setMerging(others.length > 0),
  })
  const write = async () => {
    const entries = accepted.flatMap(({ wish }) => wish ?? [])
    const taken = await send((submissionId) =>
      call('POST /api/imports/:id/entries', { params: { id: importId }, body: { entries, submissionId } }),
    )
    if (!taken) return
    announce(text.written(taken.created, taken.citations))
    setDecisions({})
    if (page.inspection && open.length === 0)
      await navigate({ to: '/ledger', search: { inspection: page.inspection.id } })
  }
  const titleOf = (key: string) => all.find(({ proposal }) => proposal.key === key)?.title ?? ''
  const back = (
    <Link to="/imports/$id" params={{ id: String(importId) }}>
      {text.toImport}
    </Link>
  )
  if (page.inspection === null || all.length === 0)
    return (
      <div className="proposals">
        <h1>{text.title(page.sourceName)}</h1>
        <p>{page.inspection === null ? text.notApplied : text.none}</p>
        {back}
      </div>
    )
  return (
    <div className="proposals">
      <header className="proposals-head">
        <h1>{text.title(page.sourceName)}</h1>
        <p className="quiet">{text.lead}</p>
        <section className="proposals-defaults" aria-label={text.defaults}>
          <strong>{text.defaults}</strong>
          <DayField label={text.from} value={defaults.from} onValue={(from) => setDefaults({ ...defaults, from })} />
          <DayField label={text.to} value={defaults.to} onValue={(to) => setDefaults({ ...defaults, to })} />
          <UnitPicker
            label={text.unit}
            value={defaults.unit}
            onChange={(unit) => setDefaults({ ...defaults, unit: unit && { id: unit.id, name: unit.name } })}
          />
        </section>
        <p className="proposals-counts">
          <span className="figure">
            {text.counts(open.length, accepted.length, all.filter(({ decision }) => decision.act === 'skip').length)}
          </span>
          <span className="small quiet">{text.keys}</span>
          {back}
        </p>
      </header>
      <div className="proposals-body">
        <ol className="proposal-list" aria-label={text.list}>
          {all.map((one) => (
            <li key={one.proposal.key} id={rowId(one)}>
              <button
                type="button"
                className="proposal-row"
                aria-current={one === current || undefined}
                onClick={() => setChosen(one.proposal.key)}
              >
                <span className="quiet small">{one.register.name[language]}</span>
                <span className="cut">{one.title}</span>
                <span className="small figure">{numbers(one, language)}</span>
                <span className="quiet small figure">{text.places(one.proposal.places.length)}</span>
                <span className={`proposal-state proposal-state-${stateOf(one)}`}>{text.state[stateOf(one)]}</span>
              </button>
            </li>
          ))}
        </ol>
        {current ? (
          <section className="card proposal-card" aria-label={current.title}>
            <ProposalDetail
              key={current.proposal.key}
              one={current}
              titleOf={titleOf}
              onDraft={(edit) => change(current.proposal.key, edit)}
              onDecide={(decision) => decide(current.proposal.key, decision)}
              onMerge={() => setMerging(others.length > 0)}
            />
          </section>
        ) : null}
      </div>
      <footer className="proposals-foot no-print">
        {problem ? <FormProblem>{problem.sentence}</FormProblem> : null}
        <Button
          refusal={complete.length === 0 ? text.nothingToAccept : null}
          onClick={() => {
            for (const { proposal } of complete) decide(proposal.key, { act: 'accept' })
          }}
        >
          {text.acceptAll(complete.length)}
        </Button>
        <Button
          look="primary"
          busy={busy}
          refusal={accepted.length === 0 ? text.nothingToWrite : null}
          onClick={() => void write()}
        >
          {text.write(accepted.length)}
        </Button>
      </footer>
      {merging && current ? (
        <MergeDialog
          others={others}
          onMerge={(into, adds) => {
            decide(current.proposal.key, { act: 'merged', into, adds })
            setMerging(false)
          }}
          onClose={() => setMerging(false)}
        />
      ) : null}
    </div>
  )
}

const rowId = ({ proposal }: Judged): string => `proposal-${proposal.key}`

function stateOf(one: Judged): keyof (typeof texts)['zh']['state'] {
  if (one.proposal.entryId !== null) return 'taken'
  if (one.decision.act === 'open' || one.decision.act === 'accept') {
    if (!ready(one)) return 'lacking'
  }
  return one.decision.act
}

/** `157 次 · 6 个`. */
const numbers = ({ register, draft }: Judged, language: 'zh' | 'en'): string =>
  Object.entries(draft.aggregate?.totals ?? {})
    .map(
      ([key, value]) => `${String(value)} ${register.counts[key]?.unit ?? register.counts[key]?.name[language] ?? ''}`,
    )
    .join(' · ')
