/**
 * What runs by itself, and when, by the clock in China. Each job asks the clock and the records what is left to do, so that
 * running it twice, or once after three days away, does the same as running it in time: it needs no list of missed runs.
 */
export type Job =
  | 'lights'
  | 'reportWeek'
  | 'checks'
  | 'checkAll'
  | 'escalation'
  | 'papers'
  | 'digest'
  | 'cleanUp'
  | 'deliver'

type When = { at: `${number}:${number}` } | { everyMinutes: number }

/** `deliver` is not here: a digest asks for it, once per letter. */
export const timetable: readonly (When & { job: Exclude<Job, 'deliver'> })[] = [
  /** Weeks of reports are opened on their Monday and counted as missed when their hour has passed. */
  { job: 'reportWeek', everyMinutes: 5 },
  /** Deadlines come nearer with each new day. */
  { job: 'lights', at: '00:05' },
  /** Projects, units and findings of which a record changed; and all of them, because days pass. */
  { job: 'checks', everyMinutes: 1 },
  { job: 'checkAll', at: '01:30' },
  { job: 'cleanUp', at: '03:10' },
  /** On working days: who is to be told that something is due or overdue. */
  { job: 'escalation', at: '07:30' },
  { job: 'papers', at: '07:40' },
  /** On working days: one letter per person with what is new and unread. */
  { job: 'digest', at: '08:30' },
]

/** As `graphile-worker` reads it: five fields, in UTC, eight hours behind China. */
export function cronOf(when: When): string {
  if ('everyMinutes' in when) return `*/${when.everyMinutes} * * * *`
  const [hour = 0, minute = 0] = when.at.split(':').map(Number)
  return `${minute} ${(hour + 16) % 24} * * *`
}
