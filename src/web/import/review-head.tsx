import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { CountsLine } from './counts-line.tsx'
import { texts } from './texts.ts'
import type { Review } from './use-review.ts'

/** File, what became of the edits, and the counts against what the text claims. */
export function ReviewHead({ review, onDiscard }: { review: Review; onDiscard: () => void }) {
  const text = useTextOf(texts)
  const { imported, draft, readOnly } = review
  return (
    <header className="review-head">
      <h1 className="cut" title={imported.sourceName}>
        {imported.sourceName}
      </h1>
      <p className="review-meta small faint">
        {[imported.encoding?.toUpperCase(), text.lines(imported.lines.length), text.untouchedSource]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {readOnly ? null : (
        <>
          <SaveState review={review} />
          <Button look="quiet" className="small" onClick={onDiscard}>
            {text.discard}
          </Button>
        </>
      )}
      <CountsLine notice={imported.notice} draft={draft} />
    </header>
  )
}

function SaveState({ review }: { review: Review }) {
  const text = useTextOf(texts)
  const { autosave, edits } = review
  const { state } = autosave
  if (state.now === 'failed') {
    return (
      <p className="small review-unsaved" role="alert">
        {text.unsaved(state.sentence)}
        <Button look="quiet" onClick={() => void autosave.flush()}>
          {text.saveAgain}
        </Button>
      </p>
    )
  }
  if (edits.length === 0 || state.now === 'conflict') return null
  return <p className="small faint">{state.now === 'saving' ? text.saving : text.saved}</p>
}

/** What a person must know before going on: written already, the same file before, somebody else's changes. */
export function ReviewBanners({ review, taken }: { review: Review; taken: number }) {
  const text = useTextOf(texts)
  const { imported, autosave, ignored, readOnly, edits, replace } = review
  const { sameAs } = imported
  const resolve = async (keepMine: boolean) => {
    try {
      const stored = await call('GET /api/imports/:id', { params: { id: imported.id } })
      if (!keepMine) replace(stored.edits)
      autosave.settle(stored, keepMine ? edits : stored.edits)
    } catch (problem) {
      announce(sentenceOf(problem), { problem: true })
    }
  }
  const toLedger = (inspection: number | null) => (
    <Link to="/ledger" search={inspection === null ? {} : { inspection }}>
      {text.toLedger}
    </Link>
  )
  return (
    <>
      {readOnly && imported.appliedAt !== null ? (
        <Banner>
          {text.applied(momentText(imported.appliedAt))}
          {toLedger(imported.inspectionId)}
          <Link to="/imports/$id/entries" params={{ id: String(imported.id) }}>
            {text.toEntries}
          </Link>
        </Banner>
      ) : null}
      {!readOnly && sameAs ? (
        <Banner>
          {sameAs.appliedAt === null ? text.sameDraft : text.sameApplied(momentText(sameAs.appliedAt))}
          {taken > 0 ? ` ${text.editsTaken(taken)}` : ''}
          <Link to="/imports/$id" params={{ id: String(sameAs.id) }}>
            {text.openOther}
          </Link>
        </Banner>
      ) : null}
      {autosave.state.now === 'conflict' ? (
        <Banner alert>
          {text.conflict}
          <Button look="quiet" onClick={() => void resolve(false)}>
            {text.takeTheirs}
          </Button>
          <Button look="quiet" onClick={() => void resolve(true)}>
            {text.keepMine}
          </Button>
        </Banner>
      ) : null}
      {ignored > 0 ? <Banner>{text.ignored(ignored)}</Banner> : null}
    </>
  )
}

function Banner({ alert = false, children }: { alert?: boolean; children: ReactNode }) {
  return (
    <div className={alert ? 'banner banner-alert' : 'banner'} role={alert ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
