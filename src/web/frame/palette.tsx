import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { useSession } from '../session/use-boot.ts'
import { useEntries } from './frame-navigation.tsx'
import { usePageActs } from './page-acts.ts'
import { frameTexts } from './texts.ts'
import './palette.css'

type Choice = { key: string; group: string; label: string; note?: string; run: () => void }

/** `Ctrl K`: pages, records by number or words, and what can be done on the page that is open. */
export function Palette({ onClose }: { onClose: () => void }) {
  const text = useTextOf(frameTexts)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = useRecords(useDeferredValue(words.trim()))
  const choices = [...useActChoices(words), ...usePageChoices(words), ...found.choices]
  const current = Math.min(at, choices.length - 1)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])
  const run = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    // The dialog gives the focus back first: what opens now takes it afterwards.
    window.setTimeout(choice.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && choices.length > 0) setAt((current + by + choices.length) % choices.length)
    else if (event.key === 'Enter') run(choices[current])
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={text.go} onClose={onClose} wide>
      <input
        ref={input}
        className="text-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={choices.length > 0 ? `${id}-${current}` : undefined}
        aria-label={text.go}
        placeholder={text.goHint}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={text.go} className="palette">
        {choices.map((choice, index) => (
          <div key={choice.key}>
            {choice.group !== choices[index - 1]?.group ? (
              <p className="palette-group small faint" aria-hidden="true">
                {choice.group}
              </p>
            ) : null}
            <button
              type="button"
              role="option"
              tabIndex={-1}
              id={`${id}-${index}`}
              aria-selected={index === current}
              className="palette-choice"
              onClick={() => run(choice)}
              onMouseMove={() => setAt(index)}
            >
              {choice.note ? <span className="figure quiet palette-note">{choice.note}</span> : null}
              <span className="cut">{choice.label}</span>
            </button>
          </div>
        ))}
      </div>
      <p className="palette-state small quiet" role="status">
        {found.failed
          ? text.goFailed
          : found.looking
            ? text.goLooking
            : words.trim() === ''
              ? ''
              : choices.length === 0
                ? text.goNothing
                : text.goFound(choices.length)}
      </p>
    </Dialog>
  )
}

const fits = (label: string, words: string): boolean => label.toLowerCase().includes(words.trim().toLowerCase())

function useActChoices(words: string): Choice[] {
  const group = useTextOf(frameTexts).goActs
  return usePageActs()
    .filter(({ label }) => fits(label, words))
    .map(({ label, run }) => ({ key: `act ${label}`, group, label, run }))
}

function usePageChoices(words: string): Choice[] {
  const text = useTextOf(frameTexts)
  const navigate = useNavigate()
  return useEntries()
    .map((entry) => ({
      key: entry.path,
      group: text.goPages,
      label: text.entries[entry.key],
      run: () => void navigate({ to: entry.path as '/ledger' }),
    }))
    .filter(({ label }) => fits(label, words))
}

type Records = { choices: Choice[]; looking: boolean; failed: boolean }

function useRecords(words: string): Records {
  const text = useTextOf(frameTexts)
  const navigate = useNavigate()
  const inspection = useChosenInspection()?.id ?? 0
  const { allowed } = useSession()
  const enabled = words !== '' && inspection !== 0 && allowed.includes('ledger.read')
  const byNumber = useQuery({
    queryKey: ['numbered', inspection, words],
    queryFn: ({ signal }) => call('GET /api/numbered', { query: { inspection, number: words.slice(0, 60) }, signal }),
    enabled: enabled && /\d/.test(words),
  })
  const byWords = useQuery({
    queryKey: ['go', inspection, words],
    queryFn: ({ signal }) =>
      call('GET /api/ledger', { query: { inspection, q: words.slice(0, 100), limit: 12 }, signal }),
    enabled,
  })
  const go = (kind: 'finding' | 'measure', id: number) => () =>
    void navigate({ to: kind === 'finding' ? '/findings/$id' : '/measures/$id', params: { id: String(id) } })
  const rows = [
    ...(byNumber.data ?? []),
    ...(byWords.data?.rows ?? []).flatMap((row) =>
      row.type === 'cause'
        ? []
        : [{ kind: row.type, id: row.id, number: row.number, text: row.type === 'finding' ? row.heading : row.text }],
    ),
  ]
  const distinct = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
  return {
    choices: [...distinct].map(([key, row]) => ({
      key,
      group: text.goRecords,
      label: row.text,
      note: row.kind === 'finding' ? text.finding(row.number) : text.measure(row.number),
      run: go(row.kind, row.id),
    })),
    looking: byNumber.isLoading || byWords.isLoading,
    failed: byNumber.isError || byWords.isError,
  }
}
