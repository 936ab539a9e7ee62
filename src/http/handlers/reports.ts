/** Weekly reports: my week, reports of a measure, the board, excuses. */
import type { reportsContracts } from '../../core/api/reports.ts'
import { excuseReports } from '../../usecases/excuse-reports.ts'
import { fileReport, withdrawReport } from '../../usecases/file-report.ts'
import { readBoard, readBoardRows, readMeasureReports, readWeek } from '../../usecases/read-reports.ts'
import type { HandlersOf } from '../handler.ts'

export const reportsHandlers: HandlersOf<typeof reportsContracts> = {
  'GET /api/week': ({ outside, visitor }, { query }) => readWeek(outside, visitor, query.inspection),
  'GET /api/measures/:id/reports': ({ outside, visitor }, { params }) =>
    readMeasureReports(outside, visitor, params.id),
  'POST /api/measures/:id/reports': ({ outside, visitor }, { params, body }) =>
    fileReport(outside, visitor, params.id, body),
  'POST /api/measures/:id/reports/withdraw': ({ outside, visitor }, { params, body }) =>
    withdrawReport(outside, visitor, params.id, body),
  'GET /api/board': ({ outside, visitor }, { query }) => readBoard(outside, visitor, query.inspection),
  'GET /api/board/rows': ({ outside, visitor }, { query }) => readBoardRows(outside, visitor, query),
  'POST /api/report-excuses': ({ outside, visitor }, { body }) => excuseReports(outside, visitor, body),
}
