/** Which use case each job runs, for every tenant. */
import type { TaskList } from 'graphile-worker'
import { cleanUp } from '../usecases/clean-up.ts'
import { deliver } from '../usecases/deliver.ts'
import { draftPapers } from '../usecases/draft-papers.ts'
import { escalate } from '../usecases/escalate.ts'
import { openReportWeek } from '../usecases/open-report-week.ts'
import type { Outside } from '../usecases/ports.ts'
import { refreshLights } from '../usecases/refresh-lights.ts'
import { checkAll, runChecks } from '../usecases/run-checks.ts'
import { writeDigests } from '../usecases/write-digests.ts'
import type { Job } from './timetable.ts'

/** With growing pauses between them, about an hour in all. */
const deliveryAttempts = 8

export function jobs(outside: Outside): Record<Job, NonNullable<TaskList[string]>> {
  const forEach = (work: (tenantId: number) => Promise<unknown>) => async (): Promise<void> => {
    for (const { tenantId } of await outside.data.tenants()) await work(tenantId)
  }
  return {
    lights: forEach((tenantId) => refreshLights(outside, tenantId)),
    reportWeek: forEach((tenantId) => openReportWeek(outside, tenantId)),
    escalation: forEach((tenantId) => escalate(outside, tenantId)),
    papers: forEach((tenantId) => draftPapers(outside, tenantId)),
    checks: forEach((tenantId) => runChecks(outside, tenantId)),
    checkAll: forEach((tenantId) => checkAll(outside, tenantId)),
    cleanUp: forEach((tenantId) => cleanUp(outside, tenantId)),
    digest: async (_payload, { addJob }) => {
      for (const { tenantId } of await outside.data.tenants())
        for (const deliveryId of await writeDigests(outside, tenantId))
          await addJob(
            'deliver',
            { tenantId, deliveryId },
            { jobKey: `deliver-${tenantId}-${deliveryId}`, maxAttempts: deliveryAttempts },
          )
    },
    deliver: async (payload, { job }) => {
      const { tenantId, deliveryId } = payload as { tenantId: number; deliveryId: number }
      await deliver(outside, tenantId, deliveryId, job.attempts >= job.max_attempts)
    },
  }
}
