/**
 * Runs the jobs of the timetable in this process, one at a time. Of several servers on one database each job is taken by
 * one. At the start everything is run once: what a server that was away missed is caught up then.
 */
import { Logger, type LogLevel, parseCronItems, run, type WorkerUtils } from 'graphile-worker'
import type { Outside } from '../usecases/ports.ts'
import { jobs } from './jobs.ts'
import { cronOf, timetable } from './timetable.ts'

type Pool = NonNullable<Parameters<typeof run>[0]['pgPool']>
export type WorkerLog = { debug(text: string): void; warn(text: string): void; error(text: string): void }

/** New jobs are announced by the database; looking by itself finds those that are tried again later. */
const lookEveryMs = 30_000

/** @param pool connections of the job queue, as `adapters/postgres/job-queue.ts` opens them */
export async function startWorker(outside: Outside, pool: Pool, log: WorkerLog): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: lookEveryMs,
    logger: new Logger(() => (level, text) => write(log, level, text)),
    taskList: jobs(outside),
    parsedCronItems: parseCronItems(
      timetable.map((entry) => ({
        task: entry.job,
        identifier: entry.job,
        match: cronOf(entry),
        // One waiting job of a kind is enough.
        options: { jobKey: entry.job },
      })),
    ),
  })
  // A worker that gives up has logged why; the server goes on without it.
  runner.promise.catch((error: unknown) => log.error(`the scheduler has stopped: ${String(error)}`))
  await askOnce(runner)
  return { stop: () => runner.stop() }
}

async function askOnce(runner: Pick<WorkerUtils, 'addJob'>): Promise<void> {
  for (const { job } of timetable) await runner.addJob(job, {}, { jobKey: job })
}

function write(log: WorkerLog, level: LogLevel | string, text: string): void {
  if (level === 'error') log.error(text)
  else if (level === 'warning') log.warn(text)
  else log.debug(text)
}
