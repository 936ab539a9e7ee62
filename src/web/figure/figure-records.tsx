import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { csvOf } from '../ledger/csv-of.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import {
  type Figure,
  type FigureAsk,
  type FigureRecords as FigureRecordsPage,
  figureRecordsQuery,
  type Side,
} from './figure-queries.ts'
import { texts } from './texts.ts'

type Row = FigureRecordsPage['rows'][number]
const ledgerRecords: readonly string[] = ['finding', 'cause', 'measure', 'report']

/** The records behind a figure, with what each adds and their sum. */
export function FigureRecords({ ask, figure }: { ask: FigureAsk; figure: Figure }) {
  const text = useTextOf(texts)
  const [side, setSide] = useState<Side>('count')
  return (
    <div className="figure-records">
      <header>
        <h3>{text.records}</h3>
        {figure.ratio ? (
          <fieldset className="figure-sides no-print">
            <legend className="visually-hidden">{text.side}</legend>
            {(['count', 'outOf'] as const).map((each) => (
              <label key={each}>
                <input type="radio" checked={side === each} onChange={() => setSide(each)} />
                {each === 'count' ? text.part : text.whole}
              </label>
            ))}
          </fieldset>
        ) : null}
        <span className="figure-acts no-print">
          <Download ask={ask} figure={figure} side={side} />
          <Button onClick={() => window.print()}>{text.print}</Button>
        </span>
      </header>
      {figure.records.allowed ? <Rows ask={ask} side={side} /> : <p className="quiet">{figure.records.reason}</p>}
    </div>
  )
}

function Rows({ ask, side }: { ask: FigureAsk; side: Side }) {
  const text = useTextOf(texts)
  const read = useInfiniteQuery(figureRecordsQuery(ask, side))
  const pages = read.data?.pages
  if (read.error && !pages) return <FormProblem>{sentenceOf(read.error)}</FormProblem>
  const [first] = pages ?? []
  if (!pages || !first) return <Skeleton />
  const rows = pages.flatMap((page) => page.rows)
  // Records of the ledger are one each.
  const isAmount = !ledgerRecords.includes(first.of)
  if (rows.length === 0) return <p className="quiet">{text.noRecords}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too */}
      <section className="figure-scroll" tabIndex={0} aria-label={text.records}>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">{text.columns.title}</th>
              <th scope="col">{text.columns.on}</th>
              <th scope="col" className="figure-unit">
                {text.columns.unit}
              </th>
              {isAmount ? (
                <th scope="col" className="figure-amount">
                  {text.columns.amount}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Record key={`${row.id} ${row.title} ${row.unit}`} of={first.of} row={row} isAmount={isAmount} />
            ))}
          </tbody>
          {read.hasNextPage || pages.length > 1 || !isAmount ? null : (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {text.sum(rows.length)}
                </th>
                <td className="figure-unit" />
                <td className="figure figure-amount">
                  {first.sum.shown} <span className="quiet small">{first.sum.unit}</span>
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {read.hasNextPage ? (
        <Button className="no-print" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {text.more}
        </Button>
      ) : null}
    </>
  )
}

function Record({ of, row, isAmount }: { of: string; row: Row; isAmount: boolean }) {
  const text = useTextOf(texts)
  return (
    <tr className={row.part === 'covered' ? 'figure-covered' : undefined}>
      <td>
        <RecordLink of={of} row={row} />
        {row.part === 'aggregate' ? <span className="figure-mark">{text.aggregate}</span> : null}
        {row.part === 'covered' ? <span className="figure-mark">{text.single}</span> : null}
      </td>
      <td className="figure">{row.on ?? '—'}</td>
      <td className="figure-unit">{row.unit ?? '—'}</td>
      {isAmount ? <td className="figure figure-amount">{row.shown}</td> : null}
    </tr>
  )
}

function RecordLink({ of, row: { id, title } }: { of: string; row: Row }) {
  const params = { id: String(id) }
  if (of === 'cause') return <span>{title}</span>
  if (of === 'finding')
    return (
      <Link to="/findings/$id" params={params}>
        {title}
      </Link>
    )
  if (of === 'measure' || of === 'report')
    return (
      <Link to="/measures/$id" params={params}>
        {title}
      </Link>
    )
  return (
    <Link to="/entries/$id" params={params}>
      {title}
    </Link>
  )
}

/** All records as a table for Excel and WPS, read page by page. */
function Download({ ask, figure, side }: { ask: FigureAsk; figure: Figure; side: Side }) {
  const text = useTextOf(texts)
  const [read, setRead] = useState<number | null>(null)
  const start = async () => {
    const rows: Row[] = []
    let cursor: string | undefined
    setRead(0)
    try {
      do {
        const page = await call('GET /api/figures/records', {
          query: { ...ask, side, limit: 500, ...(cursor === undefined ? {} : { cursor }) },
        })
        rows.push(...page.rows)
        cursor = page.nextCursor ?? undefined
        setRead(rows.length)
      } while (cursor !== undefined)
      const { columns } = text
      const unit = side === 'outOf' ? figure.ratio?.outOf.unit : figure.count.unit
      save(
        text.file(figure.text),
        csvOf([
          [columns.title, columns.on, columns.unit, `${columns.amount}（${unit ?? ''}）`],
          ...rows.map(({ title, on, unit, shown, part }) => [
            title,
            on,
            unit,
            part === 'covered' ? text.single : shown.replaceAll(',', ''),
          ]),
          [],
          [figure.definition],
        ]),
      )
      announce(text.downloaded(rows.length))
    } catch (error) {
      announce(sentenceOf(error))
    } finally {
      setRead(null)
    }
  }
  const refusal = figure.download.allowed ? null : figure.download.reason
  return (
    <Button busy={read !== null} refusal={refusal} onClick={() => void start()}>
      {read === null ? text.download : text.downloading(read)}
    </Button>
  )
}

function save(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
