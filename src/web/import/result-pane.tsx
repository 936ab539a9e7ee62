import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Doubt } from '../../core/ledger/doubt.ts'
import type { Edit } from '../../core/ledger/edit.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Keys } from '../parts/keys.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { DiagnosticsPanel } from './diagnostics-panel.tsx'
import { DoubtBar } from './doubt-bar.tsx'
import { type CardActs, FindingCard } from './finding-card.tsx'
import type { FindingFields } from './finding-editor.tsx'
import { RepeatCard } from './repeat-card.tsx'
import { texts } from './texts.ts'
import type { Review } from './use-review.ts'
import './result-pane.css'

export type ResultTab = 'result' | 'proofread'
type ResultPaneProps = {
  review: Review
  tab: ResultTab
  /** Null where the tabs stand elsewhere. */
  onTab: ((tab: ResultTab) => void) | null
}

/** What was recognised: doubts on top, then the findings as they would be written, or what the proofreader says. */
export function ResultPane({ review, tab, onTab }: ResultPaneProps) {
  const text = useTextOf(texts)
  const { walk, doubts, imported, selected } = review
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected && tab === 'result') showRecord(pane.current, selected.finding, selected.key)
  }, [selected, tab])
  const panels = {
    result: () => <Cards review={review} />,
    proofread: () => <DiagnosticsPanel list={imported.diagnostics} onShow={review.look} />,
  }
  return (
    <div className="result-pane">
      <DoubtBar
        open={walk.open}
        total={doubts.length}
        at={walk.at}
        number={walk.number}
        readOnly={review.readOnly}
        onAnswer={review.answer}
        onStep={review.step}
        onShow={review.showDoubt}
      />
      <div className="result-scroll" ref={pane}>
        {onTab === null ? (
          panels[tab]()
        ) : (
          <Tabs
            label={text.panes}
            current={tab}
            onChange={(key) => onTab(key as ResultTab)}
            tabs={[
              { key: 'result', label: text.result, panel: panels.result },
              { key: 'proofread', label: text.proofread(imported.diagnostics.length), panel: panels.proofread },
            ]}
          />
        )}
      </div>
    </div>
  )
}

function Cards({ review }: { review: Review }) {
  const text = useTextOf(texts)
  const { groups, selected, hand, marked, walk, readOnly } = review
  const [allOpen, setAllOpen] = useState(false)
  /** Cards that a person opened or closed against the rule that the selected one is open. */
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const numbers = useMemo(() => new Map(groups.map(({ finding }) => [finding.key, finding.number])), [groups])
  // The one that is asked in the bar above is not asked twice.
  const asked = walk.open[walk.at]
  const repeats = useMemo(
    () =>
      repeatsByFinding(
        walk.open.filter((doubt) => doubt !== asked),
        groups,
      ),
    [walk.open, asked, groups],
  )
  const acts = useCardActs(review, setToggled)
  return (
    <>
      <p className="result-tools">
        {readOnly ? null : (
          <span className="result-keys small faint">
            <Keys of="J K" /> {text.keys.walk}
            <Keys of="Enter" /> {text.keys.edit}
            <Keys of={text.keys.space} /> {text.keys.mark}
          </span>
        )}
        <Button
          look="quiet"
          onClick={() => {
            setAllOpen(!allOpen)
            setToggled(new Set())
          }}
        >
          {allOpen ? text.collapseAll : text.expandAll}
        </Button>
      </p>
      <div className="cards">
        {groups.map((group, index) => {
          const { key, aspect } = group.finding
          const current = selected?.finding === key
          const open = (allOpen || current) !== toggled.has(key)
          return (
            <div key={key} data-finding={key} className="card-place">
              {aspect !== null && aspect !== groups[index - 1]?.finding.aspect ? (
                <h2 className="card-aspect quiet">{aspect}</h2>
              ) : null}
              <FindingCard
                group={group}
                expanded={open}
                selected={current ? selected.key : null}
                hand={hand?.finding === key ? hand : null}
                marked={marked}
                numbers={numbers}
                readOnly={readOnly}
                acts={acts}
              />
              {readOnly
                ? null
                : repeats
                    .get(key)
                    ?.map((doubt) => (
                      <RepeatCard key={doubt.id} doubt={doubt} onAnswer={review.answer} onShow={review.showDoubt} />
                    ))}
            </div>
          )
        })}
      </div>
    </>
  )
}

/** The same functions for the whole life of the pane, so that a card is drawn anew only when its own content changes. */
function useCardActs(review: Review, setToggled: (next: (now: ReadonlySet<string>) => Set<string>) => void): CardActs {
  const latest = useRef(review)
  latest.current = review
  const flip = useCallback(
    (finding: string, only: 'back' | 'both') =>
      setToggled((now) => {
        const next = new Set(now)
        if (!next.delete(finding) && only === 'both') next.add(finding)
        return next
      }),
    [setToggled],
  )
  return useMemo(() => {
    const now = () => latest.current
    const done = (...edits: Edit[]) => {
      if (edits.length > 0) now().act(...edits)
      now().setHand(null)
    }
    return {
      select: (place) => {
        flip(place.finding, 'back')
        now().selectAndShow(place)
      },
      toggle: (finding) => flip(finding, 'both'),
      mark: (key) => now().toggleMark(key),
      edit: (place) => {
        now().selectAndShow(place)
        now().setHand({ ...place, does: 'edit' })
      },
      saveText: (key, value) => {
        const record = now().record
        const same = record && 'text' in record && record.text === value
        done(...(same ? [] : [{ do: 'correct' as const, key, field: 'text' as const, value }]))
      },
      saveFinding: (key, changed) =>
        done(
          ...Object.entries(changed).map(
            ([field, value]): Edit => ({ do: 'correct', key, field: field as keyof FindingFields, value }),
          ),
        ),
      split: (key, at) => done({ do: 'split', key, at }),
      cancel: () => now().setHand(null),
    }
  }, [flip])
}

/** Open questions about repeated acts, under the finding where the act stands first. */
function repeatsByFinding(open: readonly Doubt[], groups: Review['groups']): Map<string, Doubt[]> {
  const home = new Map<string, string>()
  for (const { finding, measures } of [...groups].reverse()) {
    for (const { key } of measures) home.set(key, finding.key)
  }
  const found = new Map<string, Doubt[]>()
  for (const doubt of open) {
    const finding = doubt.kind === 'repeat' && doubt.key !== null ? home.get(doubt.key) : undefined
    if (finding !== undefined) found.set(finding, [...(found.get(finding) ?? []), doubt])
  }
  return found
}

function showRecord(pane: HTMLElement | null, finding: string, key: string): void {
  const card = pane?.querySelector(`[data-finding="${CSS.escape(finding)}"]`)
  const element = card?.querySelector<HTMLElement>(`[data-record="${CSS.escape(key)}"]`)
  if (!pane || !element) return
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()]
  if (inner.top < outer.top + 8) pane.scrollTop += inner.top - outer.top - 48
  else if (inner.bottom > outer.bottom - 8) pane.scrollTop += inner.bottom - outer.bottom + 48
}
