import { lazy, Suspense } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import type { Target } from './plan-queries.ts'
import { texts } from './texts.ts'

const CountField = lazy(() => import('../citation/count-field.tsx').then((loaded) => ({ default: loaded.CountField })))

const empty: Target = { words: '', quantity: null, unit: null, expectedProof: null }

/** What a measure is to reach, each with what will prove it. */
export function TargetsField({
  targets,
  onChange,
}: {
  targets: readonly Target[]
  onChange: (next: Target[]) => void
}) {
  const text = useTextOf(texts)
  const shown = targets.length === 0 ? [empty] : targets
  const change = (index: number, fields: Partial<Target>) =>
    onChange(shown.map((target, place) => (place === index ? { ...target, ...fields } : target)))
  return (
    <fieldset className="targets">
      <legend>{text.targets}</legend>
      {shown.map((target, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a target is known by its place
        <section key={index} className="target" aria-label={text.target(index + 1)}>
          <TextField
            label={text.targetWords}
            value={target.words}
            maxLength={500}
            onChange={(event) => change(index, { words: event.target.value })}
          />
          <TextField
            label={text.quantity}
            type="number"
            min={0}
            step="any"
            inputMode="decimal"
            value={target.quantity ?? ''}
            onChange={(event) =>
              change(index, { quantity: event.target.value === '' ? null : Number(event.target.value) })
            }
          />
          <TextField
            label={text.unit}
            value={target.unit ?? ''}
            maxLength={20}
            onChange={(event) => change(index, { unit: event.target.value || null })}
          />
          <TextField
            label={text.expectedProof}
            placeholder={text.expectedProofHint}
            value={target.expectedProof ?? ''}
            maxLength={300}
            onChange={(event) => change(index, { expectedProof: event.target.value || null })}
          />
          {target.quantity === null ? null : (
            <Suspense fallback={null}>
              <CountField
                words={target.words}
                unit={target.unit}
                value={target.counts ?? null}
                onChange={(counts) => change(index, { counts })}
              />
            </Suspense>
          )}
          <button
            type="button"
            className="dialog-close"
            aria-label={text.removeTarget(index + 1)}
            onClick={() => onChange(shown.filter((_, place) => place !== index))}
          >
            ×
          </button>
        </section>
      ))}
      <Button look="quiet" onClick={() => onChange([...shown, empty])}>
        + {text.addTarget}
      </Button>
    </fieldset>
  )
}
