import type { Answer, Doubt } from '../../core/ledger/doubt.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../parts/button.tsx'

type RepeatCardProps = {
  doubt: Doubt
  onAnswer: (doubt: Doubt, answer: Answer) => void
  onShow: (doubt: Doubt) => void
}

/** An act told under several findings: one measure linked to all of them, or kept apart. */
export function RepeatCard({ doubt, onAnswer, onShow }: RepeatCardProps) {
  const language = useLanguage()
  const { yes, no } = doubt
  return (
    <div className="repeat-card">
      <button type="button" className="doubt-question" onClick={() => onShow(doubt)}>
        {doubt.question[language]}
      </button>
      <div className="doubt-answers">
        <Button look="quiet" onClick={() => onAnswer(doubt, yes)}>
          {yes.label[language]}
        </Button>
        {no ? (
          <Button look="quiet" onClick={() => onAnswer(doubt, no)}>
            {no.label[language]}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
