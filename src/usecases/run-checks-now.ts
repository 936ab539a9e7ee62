/** The office has a project, or everything, judged once more, whether or not something changed. */
import { wholeSight } from '../core/access/policy.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { checkAll, runChecks } from './run-checks.ts'

/** @throws Refusal `access.…` */
export async function runChecksNow(
  outside: Outside,
  visitor: Visitor | null,
  projectId: number | null,
): Promise<{ judged: number }> {
  const { tenantId } = permit(visitor, 'check.decide')
  if (projectId === null) return { judged: await checkAll(outside, tenantId) }
  const subject = { kind: 'project', id: projectId } as const
  await outside.data.inTenant({ tenantId, sight: wholeSight }, ({ checks }) => checks.makeDue(subject))
  return { judged: await runChecks(outside, tenantId, { only: subject }) }
}
