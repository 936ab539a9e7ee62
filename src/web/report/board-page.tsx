/** `/board`: units down, weeks across; what came in, what did not, and how it stood. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { weekNumber } from '../../core/report/week.ts'
import { type Answer, call } from '../api.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { Empty } from '../parts/empty.tsx'
import { LightMark } from '../parts/light-mark.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useNarrow } from '../parts/use-narrow.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { useBoot } from '../session/use-boot.ts'
import { BoardRows } from './board-rows.tsx'
import { boardTexts } from './board-texts.ts'
import { reportTexts } from './texts.ts'
import './board.css'

export type Board = Answer<'GET /api/board'>
type Unit = Board['units'][number]
type Cell = NonNullable<Unit['cells'][number]>

export const boardQuery = (inspection: number) =>
  queryOptions({
    queryKey: ['board', inspection],
    queryFn: ({ signal }) => call('GET /api/board', { query: { inspection }, signal }),
  })

const route = getRouteApi('/signed-in/board')

export function BoardPage() {
  const text = useTextOf(boardTexts)
  const { week } = useTextOf(reportTexts)
  usePageTitle(text.title)
  const inspection = useChosenInspection()
  const { data, error } = useQuery({ ...boardQuery(inspection?.id ?? 0), enabled: inspection !== null })
  if (error) throw error
  if (inspection === null) return <Empty title={week.noInspection} />
  if (!data) return <Skeleton />
  if (data.units.length === 0)
    return (
      <Empty title={text.empty}>
        <p>{text.emptyHint}</p>
      </Empty>
    )
  return <BoardView board={data} inspection={inspection} />
}

function BoardView({ board, inspection }: { board: Board; inspection: { id: number; name: string } }) {
  const text = useTextOf(boardTexts)
  const { district } = useBoot()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const narrow = useNarrow()
  const open = (unit: number, week: string) => navigate({ search: { unit, week }, replace: search.unit !== undefined })
  const unit = board.units.find((each) => each.unit.id === search.unit)
  const shownWeeks = narrow ? board.weeks.slice(-1) : board.weeks
  const from = board.weeks.length - shownWeeks.length
  const opened = unit && board.weeks.find(({ week }) => week === search.week)
  const close = () => {
    const cell = `[data-cell="${search.unit} ${search.week}"]`
    void navigate({ search: {} }).then(() => table.current?.querySelector<HTMLElement>(cell)?.focus())
  }
  return (
    <div className="board">
      <header className="board-head">
        <h1>
          {text.title} <span className="quiet small">{text.lead}</span>
        </h1>
        <p className="print-only">
          {district} · {inspection.name} · {text.printed(today())}
        </p>
        <Button className="no-print" onClick={() => window.print()}>
          {text.print}
        </Button>
      </header>
      <div className="board-scroll">
        <table className="board-table" ref={table} onKeyDown={walk}>
          <caption className="visually-hidden">{text.lead}</caption>
          <thead>
            <tr>
              <th scope="col">{text.unit}</th>
              {shownWeeks.map(({ week, holiday }) => (
                <th key={week} scope="col" title={week} className="figure">
                  {text.week(weekNumber(week))}
                  {holiday ? <span className="quiet small"> {text.holiday}</span> : null}
                </th>
              ))}
              <th scope="col" className="board-missed">
                {text.missed}
              </th>
            </tr>
          </thead>
          <tbody>
            {board.units.map(({ unit: { id, name }, missed, cells }) => (
              <tr key={id}>
                <th scope="row" className="cut" title={name}>
                  {name}
                </th>
                {shownWeeks.map(({ week }, at) => {
                  const cell = cells[from + at] ?? null
                  return (
                    <td key={week}>
                      {cell === null ? (
                        <span className="faint" title={text.nothingDue}>
                          {text.none}
                        </span>
                      ) : (
                        <button
                          type="button"
                          className="board-cell"
                          data-cell={`${id} ${week}`}
                          title={text.cell(
                            name,
                            weekNumber(week),
                            cell.due - cell.excused,
                            cell.filed,
                            cell.late + cell.backfilled,
                            cell.missed,
                            cell.excused,
                          )}
                          aria-pressed={search.unit === id && search.week === week}
                          onClick={() => void open(id, week)}
                        >
                          <CellFigures cell={cell} />
                        </button>
                      )}
                    </td>
                  )
                })}
                <td className="figure board-missed">{missed > 0 ? <strong>{missed}</strong> : missed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="faint small">{text.legend}</p>
      {unit && opened ? (
        <BoardRows inspectionId={inspection.id} unit={unit.unit} week={opened.week} onClose={close} />
      ) : null}
    </div>
  )
}

function CellFigures({ cell }: { cell: Cell }) {
  const text = useTextOf(boardTexts)
  const late = cell.late + cell.backfilled
  return (
    <>
      {cell.light === null ? <span className="faint">{text.none}</span> : <LightMark light={cell.light} wordless />}
      {cell.light === null ? null : <span className="figure">{text.done(cell.filed, cell.due - cell.excused)}</span>}
      {late > 0 ? <span className="quiet small figure">{text.late(late)}</span> : null}
      {cell.missed > 0 ? <strong className="small figure">{text.missing(cell.missed)}</strong> : null}
      {cell.light === null ? <span className="quiet small figure">{text.excused(cell.excused)}</span> : null}
    </>
  )
}

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** Arrow keys go from cell to cell, over those in which nothing was due. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const [down, right] = steps[event.key] ?? []
  const here = event.target instanceof HTMLElement ? event.target.closest('td') : null
  if (down === undefined || right === undefined || here === null) return
  event.preventDefault()
  const { rows } = event.currentTarget
  let row = here.parentElement instanceof HTMLTableRowElement ? here.parentElement.rowIndex : 0
  let column = here.cellIndex
  for (;;) {
    row += down
    column += right
    const cell = rows[row]?.cells[column]
    if (!cell) return
    const button = cell.querySelector('button')
    if (button) {
      button.focus()
      return
    }
  }
}
