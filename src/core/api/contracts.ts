/**
 * Every route of the product as one value: who may (an action of the policy), what goes in, what comes out. From it
 * come validation, types, the OpenAPI page and the browser's typed client (which imports the type alone).
 * Errors are `{ error }` with `errorSchema`, whatever the route.
 */
import { z } from 'zod'
import { editsSchema } from '../ledger/edit.ts'
import { accountContracts } from './accounts.ts'
import { checkContracts } from './checks.ts'
import { citationContracts } from './citations.ts'
import { type Contract, done, idParams, inspectionQuery, submissionId } from './contract.ts'
import { deadlinesContracts } from './deadlines.ts'
import { evidenceContracts } from './evidence.ts'
import { exchangeContracts } from './exchange.ts'
import { figureContracts } from './figures.ts'
import { goContracts } from './go.ts'
import { historyContracts } from './history.ts'
import { inspectionContracts } from './inspections.ts'
import { id, ledgerCountsSchema, ledgerPageSchema, ledgerQuerySchema } from './ledger-records.ts'
import { lifeContracts } from './life.ts'
import { liveContracts } from './live.ts'
import { papersContracts } from './papers.ts'
import { peopleContracts } from './people.ts'
import { planContracts } from './plan.ts'
import { projectContracts } from './projects.ts'
import { proposalContracts } from './proposals.ts'
import {
  appliedSchema,
  bootSchema,
  findingPageSchema,
  importListRowSchema,
  importSchema,
  inspectionSchema,
  measurePageSchema,
  preferencesSchema,
  previewSchema,
  sessionSchema,
} from './records.ts'
import { registerContracts } from './registers.ts'
import { reportsContracts } from './reports.ts'

/** Password and name rules are checked by the use case, which can say what is missing. */
const secret = z.string().min(1).max(200)

export const contracts = {
  'GET /api/boot': { action: 'page.open', response: bootSchema },
  'POST /api/setup': {
    action: 'tenant.setUp',
    body: z.object({
      district: z.string().trim().min(1).max(60),
      personName: z.string().trim().min(1).max(40),
      loginName: z.string().trim().min(2).max(40),
      password: secret,
      setupCode: z.string().trim().max(40).optional(),
    }),
    response: sessionSchema,
  },
  'DELETE /api/session': { action: 'session.close', response: done },
  'PUT /api/me/password': {
    action: 'account.changeOwn',
    body: z.object({ current: secret, next: secret }),
    response: sessionSchema,
  },
  'PUT /api/me/preferences': { action: 'account.changeOwn', body: preferencesSchema, response: preferencesSchema },
  'GET /api/inspections': { action: 'inspection.list', response: z.array(inspectionSchema) },
  'POST /api/sample': {
    action: 'sample.load',
    body: z.object({ submissionId }),
    response: z.object({ inspectionId: id }),
  },
  'POST /api/imports': { action: 'import.create', upload: true, response: z.object({ id }) },
  'POST /api/imports/text': {
    action: 'import.create',
    body: z.object({ name: z.string().trim().max(200).optional(), text: z.string().max(20_000_000) }),
    response: z.object({ id }),
  },
  'GET /api/imports': { action: 'import.read', response: z.array(importListRowSchema) },
  'GET /api/imports/:id': { action: 'import.read', params: idParams, response: importSchema },
  'PUT /api/imports/:id/edits': {
    action: 'import.edit',
    params: idParams,
    /** `basedOn`: version of the edits that these were made on; another one stored means somebody else edited. */
    body: z.object({ edits: editsSchema, basedOn: z.number().int().nonnegative() }),
    response: z.object({ editsVersion: z.number().int() }),
  },
  'POST /api/imports/:id/preview': {
    action: 'import.read',
    params: idParams,
    body: z.object({ inspectionId: id.nullable() }),
    response: previewSchema,
  },
  'POST /api/imports/:id/apply': {
    action: 'import.apply',
    params: idParams,
    body: z.object({
      /** Null: a new inspection, named `inspectionName`. */
      inspectionId: id.nullable(),
      inspectionName: z.string().trim().min(1).max(120).nullable(),
      edits: editsSchema,
      /** From the preview: a ledger that changed since is refused, nothing is overwritten. */
      ledgerVersion: z.string(),
      submissionId,
    }),
    response: appliedSchema,
  },
  'DELETE /api/imports/:id': { action: 'import.discard', params: idParams, response: done },
  'GET /api/ledger': { action: 'ledger.read', query: ledgerQuerySchema, response: ledgerPageSchema },
  'GET /api/ledger/counts': { action: 'ledger.read', query: ledgerQuerySchema, response: ledgerCountsSchema },
  'GET /api/findings/:id': { action: 'finding.read', params: idParams, response: findingPageSchema },
  'GET /api/measures/:id': { action: 'measure.read', params: idParams, response: measurePageSchema },
  /** Aspects of the findings that the reader sees, in the order of the findings: what there is to filter by. */
  'GET /api/aspects': {
    action: 'ledger.read',
    query: inspectionQuery,
    response: z.array(z.string()),
  },
  'GET /api/units': {
    action: 'unit.list',
    query: inspectionQuery,
    response: z.array(z.object({ id, name: z.string(), shortName: z.string().nullable() })),
  },
  ...citationContracts,
  ...proposalContracts,
  ...historyContracts,
  ...accountContracts,
  ...lifeContracts,
  ...peopleContracts,
  ...planContracts,
  ...projectContracts,
  ...inspectionContracts,
  ...liveContracts,
  ...goContracts,
  ...evidenceContracts,
  ...checkContracts,
  ...exchangeContracts,
  ...figureContracts,
  ...reportsContracts,
  ...registerContracts,
  ...deadlinesContracts,
  ...papersContracts,
} as const satisfies Record<string, Contract>

export type Contracts = typeof contracts
export type Route = keyof Contracts
