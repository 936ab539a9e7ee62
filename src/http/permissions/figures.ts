/**
 * Figures: asked by every reader, who is given what his own sight comes to; defined by the rectification office. They belong to
 * no inspection.
 */
import type { figureContracts } from '../../core/api/figures.ts'
import { anywhere, type Expectations, readersSomewhere } from './expectation.ts'

const measures = { query: { text: '措施' } }

export const figureExpectations: Expectations<typeof figureContracts> = {
  'GET /api/figures': { allows: readersSomewhere, request: () => measures },
  'GET /api/figures/records': { allows: readersSomewhere, request: () => measures },
  'GET /api/figures/course': { allows: readersSomewhere, request: () => ({ query: { text: '问题' } }) },
  'GET /api/figures/uses': { allows: readersSomewhere, request: () => measures },
  'GET /api/figures/suggestions': { allows: readersSomewhere, request: () => measures },
  'GET /api/figures/named': { allows: readersSomewhere },
  'PUT /api/figures/named/:key': {
    allows: anywhere('office'),
    request: () => ({
      path: { key: 'measures' },
      body: {
        name: { zh: '措施', en: 'Measures' },
        text: '措施',
        version: 0,
        reason: null,
        submissionId: 'permission-figure',
      },
    }),
  },
}
