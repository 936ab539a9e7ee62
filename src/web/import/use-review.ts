/** The state of one review: edits, the selected record, doubts, and the acts of buttons and keys. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Doubt, Answer as DoubtAnswer } from '../../core/ledger/doubt.ts'
import { doubtsOf } from '../../core/ledger/doubts.ts'
import type { Edit } from '../../core/ledger/edit.ts'
import { underFindings } from '../../core/ledger/under-findings.ts'
import type { Span } from '../../core/notice/span.ts'
import { repeatedActs } from '../../core/proofread/repeated-acts.ts'
import type { Answer } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import type { Hand } from './finding-card.tsx'
import { onLines } from './line-marks.ts'
import { type Place, type PlaceInText, placesOf, recordAt, textIndexOf } from './record-places.ts'
import { texts } from './texts.ts'
import { useAutosave } from './use-autosave.ts'
import { editsAtMost, useEdits } from './use-edits.ts'
import { useWalk } from './use-walk.ts'

export type Imported = Answer<'GET /api/imports/:id'>
export type Review = ReturnType<typeof useReview>
type Kind = 'finding' | 'cause' | 'measure'

const none: ReadonlySet<string> = new Set()

/** `showLine` brings a source line into sight. */
export function useReview(imported: Imported, taken: readonly Edit[] | null, showLine: (line: number) => void) {
  const text = useTextOf(texts)
  const { notice, diagnostics, lines } = imported
  const readOnly = imported.appliedAt !== null
  const repeats = useMemo(() => repeatedActs(notice), [notice])
  const doubts = useMemo(() => doubtsOf(notice, diagnostics, repeats), [notice, diagnostics, repeats])
  const { edits, draft, ignored, canUndo, canRedo, push, undo, redo, replace } = useEdits(
    notice,
    repeats,
    taken ?? imported.edits,
  )
  const autosave = useAutosave(imported.id, edits, imported, !readOnly)
  const walk = useWalk(doubts, edits)
  const groups = useMemo(() => underFindings(draft), [draft])
  const places = useMemo(() => placesOf(groups), [groups])
  const index = useMemo(() => textIndexOf(draft), [draft])
  const records = useMemo(
    () => new Map([...draft.findings, ...draft.causes, ...draft.measures].map((record) => [record.key, record])),
    [draft],
  )

  const [chosen, setChosen] = useState<Place | null>(null)
  /** The place of a doubt or diagnostic that is looked at; null while the selected record itself is. */
  const [lookedAt, setLookedAt] = useState<Span | null>(null)
  const [marked, setMarked] = useState(none)
  const [hand, setHand] = useState<Hand | null>(null)
  const [retagging, setRetagging] = useState(false)

  // A record may go away under the selection (merged, undone): then the one in its place is selected.
  const lastAt = useRef(0)
  const found = chosen === null ? -1 : placeIndex(places, chosen)
  const at = chosen === null ? -1 : found === -1 ? Math.min(lastAt.current, places.length - 1) : found
  const selected = places[at] ?? null
  useEffect(() => {
    if (at >= 0) lastAt.current = at
  }, [at])
  const record = selected ? records.get(selected.key) : undefined
  const kind: Kind | null = record ? ('heading' in record ? 'finding' : 'marker' in record ? 'measure' : 'cause') : null

  const spanUnder = useCallback(
    ({ key, finding }: Place): Span | undefined => {
      const spans = records.get(key)?.spans ?? []
      const start = records.get(finding)?.spans[0]
      return spans.find((span) => start && span.line >= start.line) ?? spans[0]
    },
    [records],
  )
  const select = useCallback((place: Place) => {
    setChosen(place)
    setLookedAt(null)
  }, [])
  /** Selects from the right or by key: the text follows. */
  const selectAndShow = useCallback(
    (place: Place) => {
      select(place)
      const span = spanUnder(place)
      if (span) showLine(span.line)
    },
    [select, spanUnder, showLine],
  )
  const look = useCallback(
    (span: Span) => {
      const place = recordAt(index, span)
      if (place) setChosen(place)
      setLookedAt(span)
      showLine(span.line)
    },
    [index, showLine],
  )
  const showDoubt = useCallback(
    (doubt: Doubt) => {
      walk.go(doubt)
      const place = places.find(({ key }) => key === doubt.key)
      if (place) setChosen(place)
      setLookedAt(doubt.span)
      showLine(doubt.span.line)
    },
    [walk.go, places, showLine],
  )
  const first = walk.open[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the review opens
  useEffect(() => {
    if (places[0]) setChosen(places[0])
    if (first && !readOnly) showDoubt(first)
  }, [])

  const act = (...more: Edit[]): boolean => {
    if (readOnly) return false
    if (edits.length + more.length > editsAtMost) announce(text.acts.tooMany, { problem: true })
    else if (push(...more)) return true
    else announce(text.acts.noFit)
    return false
  }
  const answer = (doubt: Doubt, given: DoubtAnswer) => {
    if (readOnly) return
    const next = walk.open[walk.at + 1] ?? walk.open[0]
    if (given.edit === null) {
      showDoubt(doubt)
      const place = places.find(({ key }) => key === doubt.key)
      if (place) setHand({ ...place, does: 'edit' })
      return
    }
    if (!push(given.edit)) {
      // Its records went another way meanwhile: the question has no object any more.
      if (doubt.kind === 'repeat') announce(text.doubts.cannotLink)
      const kept = doubt.kind === 'repeat' ? doubt.no?.edit : null
      act(kept ?? { do: 'settle', doubt: doubt.id })
    }
    if (next && next !== doubt) showDoubt(next)
  }
  const step = (by: 1 | -1) => {
    const doubt = walk.step(by)
    if (doubt) showDoubt(doubt)
  }
  const move = (by: 1 | -1) => {
    const place = places[Math.min(places.length - 1, Math.max(0, at + by))]
    if (place) selectAndShow(place)
  }

  const toggleMark = useCallback((key: string) => {
    setMarked((now) => {
      const next = new Set(now)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])
  const merge = () => {
    if (!selected) return
    // In reading order, so that the first one in the text keeps its key.
    const order = [...new Set(places.map(({ key }) => key))].filter((key) => marked.has(key))
    const before = order.length > 1 ? order : mergeWithBefore(selected)
    if (before === null) return announce(text.acts.needTwo)
    if (!act({ do: 'merge', keys: before })) return
    setMarked(none)
    const place = places.find(({ key }) => key === before[0])
    if (place) select(place)
  }
  const mergeWithBefore = ({ key, finding }: Place): string[] | null => {
    const group = groups.find((each) => each.finding.key === finding)
    const list: { key: string }[] =
      kind === 'finding'
        ? groups.map((each) => each.finding)
        : kind === 'cause'
          ? (group?.causes ?? [])
          : (group?.measures ?? [])
    const before = list[list.findIndex((each) => each.key === key) - 1]
    return before ? [before.key, key] : null
  }
  const leaveOut = () => {
    if (record) act({ do: 'leaveOut', key: record.key, leaveOut: !record.leftOut })
  }
  const byHand = (does: Hand['does']) => {
    if (selected && !readOnly && (does === 'edit' || kind !== 'finding')) setHand({ ...selected, does })
  }
  const takeBack = () => {
    const edit = undo()
    announce(edit ? text.acts.undone(text.edits[edit.do]) : text.acts.nothingToUndo)
  }
  const bringBack = () => {
    const edit = redo()
    announce(edit ? text.acts.redone(text.edits[edit.do]) : text.acts.nothingToRedo)
  }
  const add = (as: 'measure' | 'cause' | 'finding', span: Span) => {
    const to = draft.findings.filter(({ spans }) => (spans[0]?.line ?? 0) <= span.line).map(({ key }) => key)
    const under = to[to.length - 1] ?? null
    if (under === null && as !== 'finding') return announce(text.add.needFinding)
    act({ do: 'add', as, to: under, text: textOn(lines, span), span })
  }
  const pick = (place: PlaceInText) => {
    const picked = recordAt(index, place)
    if (picked) select(picked)
  }

  return {
    imported,
    readOnly,
    doubts,
    walk,
    edits,
    draft,
    ignored,
    canUndo: canUndo && !readOnly,
    canRedo: canRedo && !readOnly,
    replace,
    autosave,
    groups,
    selected,
    record,
    kind,
    active: useMemo(() => (lookedAt ? [lookedAt] : (record?.spans ?? [])), [lookedAt, record]),
    marked,
    hand,
    setHand,
    retagging: retagging && record !== undefined,
    setRetagging,
    selectAndShow,
    look,
    showDoubt,
    pick,
    add,
    act,
    answer,
    step,
    move,
    toggleMark,
    merge,
    leaveOut,
    byHand,
    takeBack,
    bringBack,
  }
}

/** Text of a selection, as long as a record's text may be. */
const textOn = (lines: readonly string[], span: Span): string =>
  onLines(span, lines)
    .map(({ line, start, end }) => lines[line - 1]?.slice(start, end) ?? '')
    .join('\n')
    .trim()
    .slice(0, 10_000)

/** Where a place is now: under its finding or, when that is gone, wherever its record stands. */
function placeIndex(places: readonly Place[], { key, finding }: Place): number {
  const exact = places.findIndex((place) => place.key === key && place.finding === finding)
  return exact === -1 ? places.findIndex((place) => place.key === key) : exact
}
