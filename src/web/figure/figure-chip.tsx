import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { type FigureAsk, figureQuery } from './figure-queries.ts'
import { texts } from './texts.ts'
import './figure-chip.css'

const FigurePanel = lazy(() => import('./figure-panel.tsx').then((loaded) => ({ default: loaded.FigurePanel })))

type FigureChipProps = {
  /** By name, as a text, or as a query. */
  ask: FigureAsk
  /** What it is called for those who hear it; its unit otherwise. */
  name?: string
}

/** A computed figure with its unit, in any text: opens to its definition and its records. */
export function FigureChip({ ask, name }: FigureChipProps) {
  const text = useTextOf(texts)
  const [open, setOpen] = useState(false)
  const read = useQuery(figureQuery(ask))
  const figure = read.data
  const shown = figure?.ratio ? (figure.ratio.percent ?? '—') : figure?.count.shown
  const called = name ?? figure?.named?.name ?? figure?.text ?? text.title
  return (
    <>
      <button
        type="button"
        className="figure-chip"
        title={figure?.definition ?? read.error?.message}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className="figure">{read.isError ? text.failed : (shown ?? '…')}</span>
        {figure && !figure.ratio ? <span className="figure-chip-unit">{figure.count.unit}</span> : null}
        <span className="visually-hidden">{text.open(called)}</span>
      </button>
      {open ? (
        <Dialog wide title={called} onClose={() => setOpen(false)}>
          <Suspense fallback={<Skeleton />}>
            <FigurePanel ask={ask} />
          </Suspense>
        </Dialog>
      ) : null}
    </>
  )
}
