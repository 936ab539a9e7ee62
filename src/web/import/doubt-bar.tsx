import type { Answer, Doubt } from '../../core/ledger/doubt.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Keys } from '../parts/keys.tsx'
import { texts } from './texts.ts'

type DoubtBarProps = {
  /** Doubts not dealt with yet. */
  open: readonly Doubt[]
  /** Of all doubts of the import. */
  total: number
  /** Place of the doubt among all of them, from 1. */
  number: number
  /** Index in `open`. */
  at: number
  readOnly: boolean
  onAnswer: (doubt: Doubt, answer: Answer) => void
  onStep: (by: 1 | -1) => void
  onShow: (doubt: Doubt) => void
}

/** One doubt with its question; Y and N answer, the arrow keys walk. */
export function DoubtBar({ open, total, number, at, readOnly, onAnswer, onStep, onShow }: DoubtBarProps) {
  const text = useTextOf(texts).doubts
  const language = useLanguage()
  const doubt = open[at]
  if (!doubt) {
    return <p className="doubt-bar doubt-done">{total > 0 ? text.done(total) : text.none}</p>
  }
  const { no } = doubt
  return (
    <section className="doubt-bar" aria-label={text.name}>
      <div className="doubt-walk">
        <button type="button" aria-label={text.previous} title={`${text.previous} ←`} onClick={() => onStep(-1)}>
          ‹
        </button>
        <strong className="figure">{text.at(number, total)}</strong>
        <button type="button" aria-label={text.next} title={`${text.next} →`} onClick={() => onStep(1)}>
          ›
        </button>
      </div>
      <button type="button" className="doubt-question" onClick={() => onShow(doubt)}>
        {doubt.question[language]}
      </button>
      {readOnly ? null : (
        <div className="doubt-answers">
          <Button look="quiet" onClick={() => onAnswer(doubt, doubt.yes)}>
            {doubt.yes.label[language]}
            <Keys of="Y" />
          </Button>
          {no ? (
            <Button look="quiet" onClick={() => onAnswer(doubt, no)}>
              {no.label[language]}
              <Keys of="N" />
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}
