/** Units, people, the roles they hold and who stands in for whom. Days of a period are both included. */
import { z } from 'zod'
import { id, named } from './ledger-records.ts'

/** Somebody as a picker shows them: enough to tell two people of one name apart. */
export const personChoiceSchema = z.object({
  id,
  name: z.string(),
  title: z.string().nullable(),
  unit: named.nullable(),
})

export const unitNodeSchema = z.object({
  id,
  name: z.string(),
  shortName: z.string().nullable(),
  parentId: id.nullable(),
  /** People who work in it. */
  people: z.number().int(),
  closedOn: z.string().nullable(),
})

export const peopleContracts = {
  /** For pickers: at most `limit`, those whose name begins with `q` before those who have it elsewhere. */
  'GET /api/people': {
    action: 'person.search',
    query: z.object({
      q: z.string().trim().max(60).default(''),
      unit: z.coerce.number().int().positive().optional(),
      /** Those who hold a role in this inspection come first. */
      inspection: z.coerce.number().int().positive().optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.array(personChoiceSchema),
  },
  /** All units, each after the one it belongs to, in the official order. */
  'GET /api/unit-tree': { action: 'unit.tree', response: z.array(unitNodeSchema) },
} as const
