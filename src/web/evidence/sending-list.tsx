import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { evidenceTexts } from './texts.ts'
import type { Sending } from './use-uploads.ts'

type SendingListProps = {
  list: readonly Sending[]
  onCancel: (key: string) => void
  onRetry: (key: string) => void
  onClear: () => void
}

/** How far each file is, and all of them. */
export function SendingList({ list, onCancel, onRetry, onClear }: SendingListProps) {
  const text = useTextOf(evidenceTexts).drop
  if (list.length === 0) return null
  const bytes = list.reduce((sum, { file }) => sum + file.size, 0)
  const sent = list.reduce((sum, { file, part }) => sum + file.size * part, 0)
  const done = list.filter(({ state }) => state === 'done').length
  const isOver = list.every(({ state }) => state !== 'waiting' && state !== 'sending')
  return (
    <section className="evidence-sending" aria-label={text.total(done, list.length)}>
      <p className="evidence-sending-total">
        <span>{text.total(done, list.length)}</span>
        <progress max={1} value={bytes === 0 ? 1 : sent / bytes} aria-label={text.total(done, list.length)} />
        {isOver ? (
          <Button look="quiet" onClick={onClear}>
            {text.clear}
          </Button>
        ) : null}
      </p>
      <ul>
        {list.map((one) => (
          <li key={one.key}>
            <span className="cut" title={one.file.name}>
              {one.file.name}
            </span>
            <span className={one.problem !== null ? 'evidence-problem' : 'quiet'} role="status">
              <State sending={one} />
            </span>
            {one.state === 'waiting' || one.state === 'sending' ? (
              <Button look="quiet" aria-label={text.cancel(one.file.name)} onClick={() => onCancel(one.key)}>
                {text.cancelWord}
              </Button>
            ) : null}
            {one.state === 'failed' || one.state === 'cancelled' ? (
              <Button look="quiet" aria-label={text.retry(one.file.name)} onClick={() => onRetry(one.key)}>
                {text.retryWord}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function State({ sending }: { sending: Sending }) {
  const text = useTextOf(evidenceTexts).drop
  const { state, part, problem, arrived } = sending
  if (state === 'sending') return <>{part < 1 ? text.sending(Math.floor(part * 100)) : text.checking}</>
  if (state === 'failed' || state === 'refused') return <>{problem}</>
  return <>{state === 'done' ? (arrived?.words ?? text.done) : text[state]}</>
}
