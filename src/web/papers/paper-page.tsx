/** One paper: as it is printed, what may be done with it, and what happened. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type PaperAct, paperActWords, paperStateWords } from '../../core/paper/paper.ts'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { PaperEditor } from './paper-editor.tsx'
import { type Paper, paperQuery } from './paper-queries.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { texts } from './texts.ts'
import './papers.css'

export function PaperPage() {
  const { id } = useParams({ from: '/signed-in/papers/$id' })
  const text = useTextOf(texts)
  const paper = useQuery(paperQuery(Number(id)))
  usePageTitle(paper.data?.number ?? paper.data?.title ?? text.title)
  if (paper.error) return <FormProblem>{sentenceOf(paper.error)}</FormProblem>
  if (!paper.data) return <Skeleton />
  return <PaperBody paper={paper.data} />
}

const again = () => queryClient.invalidateQueries({ queryKey: ['papers'] })
/** What moves a paper on; the others are plain. */
const leading: readonly PaperAct[] = ['submit', 'approve', 'send', 'receive', 'reply', 'close']

function PaperBody({ paper }: { paper: Paper }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  const [asked, setAsked] = useState<PaperAct | null>(null)
  const act = async (wanted: PaperAct, words: string) => {
    const { number } = await call('POST /api/papers/:id/acts', {
      params: { id: paper.id },
      body: { act: wanted, ...(words ? { words } : {}), version: paper.version, submissionId: submissionId() },
    })
    announce(text.did(paperActWords[wanted][language], wanted === 'send' ? number : null))
    setAsked(null)
    await again()
  }
  const first = paper.offers.find((offer) => offer.allowed && leading.includes(offer.act))
  return (
    <div className="paper-page">
      <header className="papers-head no-print">
        <Link to="/papers">{text.back}</Link>
        <strong>{paperStateWords[paper.state][language]}</strong>
        <span className="paper-acts">
          {paper.offers.map((offer) => (
            <Button
              key={offer.act}
              look={offer === first ? 'primary' : 'plain'}
              refusal={offer.allowed ? null : offer.reason}
              onClick={() =>
                offer.words
                  ? setAsked(offer.act)
                  : void act(offer.act, '').catch((problem: unknown) =>
                      announce(sentenceOf(problem), { problem: true }),
                    )
              }
            >
              {paperActWords[offer.act][language]}
            </Button>
          ))}
          {paper.mayEdit && !editing ? <Button onClick={() => setEditing(true)}>{text.edit}</Button> : null}
          <Button look="quiet" onClick={() => window.print()}>
            {text.print}
          </Button>
        </span>
      </header>
      {editing ? (
        <PaperEditor
          paper={paper}
          onEnd={() => {
            setEditing(false)
            void again()
          }}
        />
      ) : (
        <PaperSheet paper={paper} />
      )}
      <Steps paper={paper} />
      {asked === null ? null : <WordsDialog act={asked} onClose={() => setAsked(null)} onSend={act} />}
    </div>
  )
}

function Steps({ paper }: { paper: Paper }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  return (
    <section className="card paper-steps no-print">
      <h2>{text.steps}</h2>
      <ol>
        <li>
          <span className="figure quiet">{momentText(paper.draftedAt)}</span> {text.drafted}{' '}
          <span className="quiet">{paper.draftedBy?.name ?? text.bySystem}</span>
        </li>
        {paper.steps.map((step) => (
          <li key={`${step.act} ${step.at}`}>
            <span className="figure quiet">{momentText(step.at)}</span> {paperActWords[step.act][language]}{' '}
            <span className="quiet">
              {step.person.name}
              {step.onBehalfOf === null
                ? ''
                : language === 'zh'
                  ? `（代${step.onBehalfOf.name}）`
                  : ` (for ${step.onBehalfOf.name})`}
            </span>
            {step.words === null ? null : <p className="paper-words">{step.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

type WordsDialogProps = { act: PaperAct; onClose: () => void; onSend: (act: PaperAct, words: string) => Promise<void> }

function WordsDialog({ act, onClose, onSend }: WordsDialogProps) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    onSend(act, words.trim()).catch((error: unknown) => {
      setBusy(false)
      setProblem(sentenceOf(error))
    })
  }
  const name = paperActWords[act][language]
  return (
    <Dialog title={name} onClose={onClose}>
      <form onSubmit={send}>
        <div className="field">
          <label htmlFor="paper-words">{text.words}</label>
          <textarea
            id="paper-words"
            className="text-input paper-textarea"
            rows={5}
            value={words}
            aria-describedby="paper-words-hint"
            onChange={(event) => setWords(event.target.value)}
          />
          <p className="field-hint" id="paper-words-hint">
            {text.wordsHint}
          </p>
        </div>
        {problem === null ? null : <FormProblem>{problem}</FormProblem>}
        <p className="paper-acts">
          <Button onClick={onClose}>{text.cancelAct}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {name}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}
