/** Figures: counted, opened, named. */
import type { figureContracts } from '../../core/api/figures.ts'
import { computeFigure, figureCourse, figureUses, suggestFigure } from '../../usecases/compute-figure.ts'
import { defineFigure } from '../../usecases/define-figure.ts'
import { listFigureRecords } from '../../usecases/list-figure-records.ts'
import { listFigures } from '../../usecases/list-figures.ts'
import type { HandlersOf } from '../handler.ts'

export const figureHandlers: HandlersOf<typeof figureContracts> = {
  'GET /api/figures': ({ outside, visitor, language }, { query }) => computeFigure(outside, visitor, query, language),
  'GET /api/figures/records': ({ outside, visitor, language }, { query }) =>
    listFigureRecords(outside, visitor, query, language),
  'GET /api/figures/course': ({ outside, visitor, language }, { query }) =>
    figureCourse(outside, visitor, query, language),
  'GET /api/figures/uses': ({ outside, visitor, language }, { query }) => figureUses(outside, visitor, query, language),
  'GET /api/figures/suggestions': ({ outside, visitor, language }, { query }) =>
    suggestFigure(outside, visitor, query.text, language),
  'GET /api/figures/named': ({ outside, visitor, language }) => listFigures(outside, visitor, language),
  'PUT /api/figures/named/:key': ({ outside, visitor }, { params, body }) =>
    defineFigure(outside, visitor, params.key, body),
}
