import { useCallback, useMemo, useRef, useState } from 'react'
import type { Edit } from '../../core/ledger/edit.ts'
import { useTextOf } from '../language/language.ts'
import { Tabs } from '../parts/tabs.tsx'
import { useNarrow } from '../parts/use-narrow.ts'
import { ActionBar } from './action-bar.tsx'
import { DiscardDialog } from './discard-dialog.tsx'
import { marksOf } from './line-marks.ts'
import { ResultPane, type ResultTab } from './result-pane.tsx'
import { RetagDialog } from './retag-dialog.tsx'
import { ReviewBanners, ReviewHead } from './review-head.tsx'
import { SourcePane, type SourcePaneHandle } from './source-pane.tsx'
import { texts } from './texts.ts'
import { type Imported, useReview } from './use-review.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { WriteDialog } from './write-dialog.tsx'
import { WriteWay } from './write-way.tsx'
import './review.css'

/** Source left, what was recognised right; on a phone one after the other. `taken`: edits of an earlier import. */
export function Review({ imported, taken }: { imported: Imported; taken: Edit[] | null }) {
  const text = useTextOf(texts)
  const narrow = useNarrow()
  const source = useRef<SourcePaneHandle>(null)
  const showLine = useCallback((line: number) => source.current?.show(line), [])
  const review = useReview(imported, taken, showLine)
  useReviewKeys(review)
  const [dialog, setDialog] = useState<'write' | 'discard' | null>(null)
  const [tab, setTab] = useState<ResultTab>('result')
  /** On a phone the text is a tab too. */
  const [onText, setOnText] = useState(false)
  const marks = useMemo(() => marksOf(imported.notice, imported.diagnostics, imported.lines), [imported])
  const { record, kind, selected } = review

  const sourcePane = () => (
    <SourcePane
      ref={source}
      lines={imported.lines}
      marks={marks}
      active={review.active}
      onPick={review.pick}
      onAdd={review.readOnly ? null : review.add}
    />
  )
  const panes = [
    { key: 'source', label: text.source, panel: sourcePane },
    { key: 'result', label: text.result, panel: () => <ResultPane review={review} tab="result" onTab={null} /> },
    {
      key: 'proofread',
      label: text.proofread(imported.diagnostics.length),
      panel: () => <ResultPane review={review} tab="proofread" onTab={null} />,
    },
  ]
  const choosePane = (key: string) => {
    setOnText(key === 'source')
    if (key !== 'source') setTab(key as ResultTab)
  }
  return (
    <div className="review">
      <ReviewHead review={review} onDiscard={() => setDialog('discard')} />
      <ReviewBanners review={review} taken={taken?.length ?? 0} />
      {narrow ? (
        <div className="review-tabs">
          <Tabs label={text.panes} tabs={panes} current={onText ? 'source' : tab} onChange={choosePane} />
        </div>
      ) : (
        <div className="review-panes">
          <section aria-label={text.source} className="review-source">
            {sourcePane()}
          </section>
          <section aria-label={text.result} className="review-result">
            <ResultPane review={review} tab={tab} onTab={setTab} />
          </section>
        </div>
      )}
      <ActionBar
        selected={kind}
        leftOut={record?.leftOut ?? false}
        marked={review.marked.size}
        canUndo={review.canUndo}
        canRedo={review.canRedo}
        readOnly={review.readOnly}
        acts={{
          merge: review.merge,
          split: () => review.byHand('split'),
          retag: () => review.setRetagging(true),
          leaveOut: review.leaveOut,
          undo: review.takeBack,
          redo: review.bringBack,
        }}
      >
        <WriteWay review={review} onWrite={() => setDialog('write')} />
      </ActionBar>
      {review.retagging && record && kind && selected ? (
        <RetagDialog
          recordKey={record.key}
          label={'heading' in record ? record.heading : record.text}
          now={kind}
          under={selected.finding}
          findings={review.draft.findings}
          onEdit={(edit) => {
            review.act(edit)
            review.setRetagging(false)
          }}
          onClose={() => review.setRetagging(false)}
        />
      ) : null}
      {dialog === 'write' ? (
        <WriteDialog
          imported={imported}
          edits={review.edits}
          openDoubts={review.walk.open.length}
          flush={review.autosave.flush}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'discard' ? (
        <DiscardDialog imported={imported} edits={review.edits.length} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  )
}
