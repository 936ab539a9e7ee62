/** Imports as pages read them. */
import type { z } from 'zod'
import { wholeSight } from '../core/access/policy.ts'
import type { importSchema } from '../core/api/records.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { ImportRow, Outside, Visitor } from './ports.ts'

/** Newest first. */
export async function listImports({ data }: Outside, visitor: Visitor | null): Promise<ImportRow[]> {
  const actor = permit(visitor, 'import.read')
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, ({ imports }) => imports.list())
}

/** One import with its text and what was read in it. @throws Refusal `record.notFound` */
export async function getImport(
  { data }: Outside,
  visitor: Visitor | null,
  importId: number,
): Promise<z.infer<typeof importSchema>> {
  const actor = permit(visitor, 'import.read')
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, async ({ imports }) => {
    const found = await imports.find(importId)
    if (found === null) throw new Refusal('record.notFound')
    const { reading, ...rest } = found
    return { ...rest, ...reading, sameAs: await imports.findSame(importId, found.sha256) }
  })
}
