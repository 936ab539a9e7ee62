/**
 * Registers: a unit's officer and head keep the unit's entries, the office those of all; whoever sees an inspection as a whole
 * and leaders read those of all units, members those of their own. Entries belong to a unit and to no inspection.
 */
import { createHash } from 'node:crypto'
import type { registerContracts } from '../../core/api/registers.ts'
import { anywhere, type Expectation, type Expectations, inTenant, readersSomewhere } from './expectation.ts'

/** The one file that the entries of all relations hold. */
export const textOfEntryFile = '会议纪要'

const submission = { submissionId: 'permission-register' }

/** `otherInspection` is the same unit. */
const ofOwnUnit: Expectation['allows'] = (role, relation) =>
  (role === 'officer' || role === 'unitHead') && (relation === 'ownUnit' || relation === 'otherInspection')
const readers: Expectation['allows'] = (role, relation) =>
  ofOwnUnit(role, relation) || inTenant('office', 'inspector', 'leadingGroup', 'viewer', 'leader')(role, relation)
const writers: Expectation['allows'] = (role, relation) =>
  ofOwnUnit(role, relation) || inTenant('office')(role, relation)

const definition = {
  key: 'ownSnow',
  version: 1,
  name: { zh: '清雪', en: 'Snow' },
  help: { zh: '清雪作业', en: 'Snow removal' },
  group: 'own',
  kinds: null,
  fields: { on: { type: 'day', name: { zh: '日期', en: 'Day' } } },
  dateField: 'on',
  title: { zh: '清雪', en: 'Snow' },
  counts: { times: { name: { zh: '次数', en: 'Times' }, unit: '次', of: 'entries' } },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
}
const entry = (unitId: number) => ({
  kind: 'topical',
  unitId,
  values: { on: '2024-08-05', topic: '补植进度' },
  aggregate: null,
  ...submission,
})

export const registerExpectations: Expectations<typeof registerContracts> = {
  'GET /api/registers': { allows: readersSomewhere },
  'POST /api/registers': { allows: anywhere('office'), request: () => ({ body: { definition, ...submission } }) },
  'PUT /api/registers/:register': {
    allows: anywhere('office'),
    request: () => ({ path: { register: 'ownSnow' }, body: { definition, version: 1, ...submission } }),
  },
  'GET /api/registers/:register/schema': {
    allows: readersSomewhere,
    request: () => ({ path: { register: 'meeting' } }),
  },
  'GET /api/registers/:register/entries': {
    allows: readersSomewhere,
    request: () => ({ path: { register: 'meeting' } }),
  },
  'POST /api/registers/:register/entries': {
    // Of the office nothing but a unit is asked for, and a unit that is not there is said at its field.
    allows: (role, relation) => writers(role, relation) || role === 'office',
    request: ({ unitId }) => ({ path: { register: 'meeting' }, body: entry(unitId) }),
  },
  'GET /api/entries': { allows: readersSomewhere },
  'GET /api/entries/:id': { allows: readers, request: ({ entryId }) => ({ path: { id: entryId } }) },
  'PUT /api/entries/:id': {
    allows: writers,
    request: ({ entryId, unitId }) => ({ path: { id: entryId }, body: { ...entry(unitId), version: 0 } }),
  },
  'POST /api/entries/:id/withdraw': {
    allows: writers,
    request: ({ entryId }) => ({ path: { id: entryId }, body: { reason: '重复登记', version: 0, ...submission } }),
  },
  'POST /api/entries/:id/restore': {
    allows: writers,
    request: ({ entryId }) => ({ path: { id: entryId }, body: { version: 0, ...submission } }),
  },
  'POST /api/entry-files': { allows: anywhere('office', 'officer', 'unitHead') },
  'GET /api/entries/:id/files/:sha256': {
    allows: readers,
    request: ({ entryId }) => ({
      path: { id: entryId, sha256: createHash('sha256').update(textOfEntryFile).digest('hex') },
    }),
  },
}
