/** A leader's page: reds and yellows of what he answers for, each with why and with what comes next. */
import type { z } from 'zod'
import { sightOf } from '../core/access/policy.ts'
import type { leaderPageSchema } from '../core/api/life.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { lightSentence, lightTerms } from '../core/deadline/light-of.ts'
import { calendarOf } from '../core/deadline/working-days.ts'
import { nextStepNamed } from '../core/measure/next-step.ts'
import { offersFor } from '../core/measure/offers.ts'
import { leaderIdsOf, measuresAwaiting } from '../core/measure/reach.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'

const shown = 100

export async function readLeaderPage(
  { data, now }: Outside,
  visitor: Visitor | null,
  inspectionId: number,
  language: Language,
): Promise<z.infer<typeof leaderPageSchema>> {
  const actor = permit(visitor, 'leader.read', { inspectionId, audiences: null })
  const at = now()
  const today = chinaDay(at)
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor, inspectionId) }
  const awaited = { measures: measuresAwaiting(actor, inspectionId), requests: [], findings: false }
  const [{ rows, counts }, { measures }, days] = await Promise.all([
    data.read.life.leader(scope, inspectionId, leaderIdsOf(actor, inspectionId), today, shown),
    data.read.life.awaiting(scope, inspectionId, awaited, today, shown),
    data.read.calendar(actor.tenantId, at),
  ])
  const calendar = calendarOf(days)
  const awaitsMe = (life: (typeof rows)[number]['life']): boolean =>
    offersFor(life, actor).some(({ act, reason }) => act === 'sign' && reason === null)
  return {
    total: counts.reduce((sum, { records }) => sum + records, 0),
    lights: Object.fromEntries([
      ...(['red', 'yellow', 'green', 'blue', 'grey'] as const).map((light) => [light, 0]),
      ...counts.map(({ light, records }) => [light, records]),
    ]),
    rows: rows.map(({ row, life, urgedAt }) => {
      const names = {
        leadUnit: row.leadUnit?.name ?? null,
        officer: row.responsibleOfficer?.name ?? null,
        leader: row.responsibleLeader?.name ?? null,
      }
      return {
        measure: row,
        reason: lightSentence(row, lightTerms(life.settings, today, calendar), calendar)[language],
        next: nextStepNamed(life.status, life.settings, names)?.[language] ?? '',
        awaitsMe: awaitsMe(life),
        urgedAt,
      }
    }),
    awaitingMe: measures.filter(({ life }) => awaitsMe(life)).length,
  }
}
