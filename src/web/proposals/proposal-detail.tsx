import { Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { AggregateFields } from '../registers/aggregate-fields.tsx'
import { type Draft, partialValues } from '../registers/entry-draft.ts'
import { EntryFields } from '../registers/entry-fields.tsx'
import { KindAndUnit } from '../registers/kind-and-unit.tsx'
import type { Decision, Judged, Proposal } from './proposal-state.ts'
import { texts } from './texts.ts'

type ProposalDetailProps = {
  one: Judged
  titleOf: (key: string) => string
  onDraft: (change: (now: Draft) => Draft) => void
  onDecide: (decision: Decision) => void
  onMerge: () => void
}

/** One proposal: what the text says, beside it what would be entered. */
export function ProposalDetail({ one, titleOf, onDraft, onDecide, onMerge }: ProposalDetailProps) {
  const text = useTextOf(texts)
  const { proposal, decision, draft, register, problems, measures, overlaps } = one
  const isOpen = decision.act === 'open' || decision.act === 'accept'
  return (
    <div className="proposal-detail">
      <section aria-label={text.source}>
        <h2>{text.source}</h2>
        <ul className="proposal-places">
          {proposal.places.map((place) => (
            <li key={`${place.span.line}.${place.span.column}`}>
              <p className="small quiet">{place.measure?.number ?? text.noMeasure}</p>
              <Source place={place} />
            </li>
          ))}
        </ul>
        {proposal.unitText ? <p className="small quiet">{text.textUnit(proposal.unitText)}</p> : null}
      </section>
      <section aria-label={text.form}>
        <h2>{text.form}</h2>
        {proposal.entryId !== null ? (
          <Link to="/entries/$id" params={{ id: String(proposal.entryId) }}>
            {text.openEntry}
          </Link>
        ) : decision.act === 'parts' ? (
          <p className="proposal-note">{text.sumOf(proposal.sumOf.map(titleOf).join('、'))}</p>
        ) : decision.act === 'merged' ? (
          <p className="proposal-note">{text.mergedInto(titleOf(decision.into))}</p>
        ) : (
          <form className="form entry-form" noValidate onSubmit={(event) => event.preventDefault()}>
            {overlaps ? <p className="form-problem">{text.overlaps(overlaps)}</p> : null}
            <KindAndUnit
              register={register}
              units={null}
              draft={draft}
              problems={problems}
              onChange={onDraft}
              compact
            />
            {register.aggregates ? (
              <AggregateFields register={register} draft={draft} problems={problems} onChange={onDraft} />
            ) : null}
            <EntryFields
              register={register}
              draft={draft}
              problems={problems}
              onChange={onDraft}
              values={partialValues(register, draft)}
            />
          </form>
        )}
        {measures.length > 0 && isOpen ? (
          <p className="small quiet">
            {text.cites} {measures.map(({ number }) => number).join('、')}
          </p>
        ) : null}
        {proposal.entryId !== null ? null : (
          <div className="proposal-acts">
            {isOpen ? (
              <>
                <Button
                  aria-keyshortcuts="a"
                  aria-pressed={decision.act === 'accept'}
                  refusal={overlaps ? text.overlaps(overlaps) : (problems[0]?.sentence ?? null)}
                  onClick={() => onDecide({ act: decision.act === 'accept' ? 'open' : 'accept' })}
                >
                  {text.accept}
                </Button>
                <Button aria-keyshortcuts="s" onClick={() => onDecide({ act: 'skip' })}>
                  {text.skip}
                </Button>
                <Button aria-keyshortcuts="m" onClick={onMerge}>
                  {text.merge}
                </Button>
                {proposal.sumOf.length > 0 ? (
                  <Button onClick={() => onDecide({ act: 'parts' })}>{text.asParts}</Button>
                ) : null}
              </>
            ) : (
              <Button onClick={() => onDecide({ act: 'open' })}>
                {decision.act === 'parts' ? text.asOwn : text.reopen}
              </Button>
            )}
          </div>
        )}
      </section>
    </div>
  )
}

/** The line with the clause marked that was read; long lines are cut around it. */
function Source({ place }: { place: Proposal['places'][number] }) {
  const at = place.line.indexOf(place.text)
  if (at < 0) return <p className="proposal-source">{place.text}</p>
  const [from, to] = [Math.max(0, at - around), at + place.text.length + around]
  return (
    <p className="proposal-source">
      {from > 0 ? '…' : ''}
      {place.line.slice(from, at)}
      <mark>{place.text}</mark>
      {place.line.slice(at + place.text.length, to)}
      {to < place.line.length ? '…' : ''}
    </p>
  )
}
const around = 60
