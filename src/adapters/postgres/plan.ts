/** Rounds of review with their opinions, and the numbers of the docket. */
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { MeasureStatus } from '../../core/measure/status.ts'
import { docketNumber, seriesOf } from '../../core/plan/docket-number.ts'
import { Refusal } from '../../core/refusal.ts'
import type { PlanStore, StoredOpinion, StoredRound } from '../../usecases/ports/plan.ts'
import type { Transaction } from './database.ts'
import { planContent } from './plan-content.ts'
import { planRecords } from './plan-records.ts'
import { planRemovals } from './plan-removals.ts'

export function plan(transaction: Transaction, tenantId: number): PlanStore {
  return {
    ...planRecords(transaction, tenantId),
    ...planRemovals(transaction, tenantId),
    content: (inspectionId) => planContent(transaction, tenantId, inspectionId),
    async statuses(inspectionId) {
      const { rows } = await sql<{ id: number; status: MeasureStatus }>`select measure_id as id, status from measure
        where tenant_id = ${tenantId} and inspection_id = ${inspectionId}`.execute(transaction)
      return new Map(rows.map(({ id, status }) => [id, status]))
    },

    async isApproved(inspectionId) {
      const { rows } = await sql<{
        approved: boolean
      }>`select exists (select from plan_round where tenant_id = ${tenantId}
        and inspection_id = ${inspectionId} and state = 'approved') as approved`.execute(transaction)
      return rows[0]?.approved ?? false
    },
    async approvedMeasures(inspectionId, ids) {
      const { rows } = await sql<{ id: number }>`select distinct (measure->>'id')::bigint as id
        from plan_round cross join jsonb_array_elements(snapshot::jsonb->'measures') measure
        where tenant_id = ${tenantId} and inspection_id = ${inspectionId} and state = 'approved'
          and (measure->>'id')::bigint = any (${ids}::bigint[])`.execute(transaction)
      return new Set(rows.map(({ id }) => id))
    },

    async findRound(roundId) {
      const [round] = await roundsWhere(sql`round.round_id = ${roundId}`)
      return round ?? null
    },
    async roundOfOpinion(opinionId) {
      const row = await transaction
        .selectFrom('plan_opinion')
        .select('round_id')
        .where('tenant_id', '=', tenantId)
        .where('opinion_id', '=', opinionId)
        .executeTakeFirst()
      return row?.round_id ?? null
    },
    rounds: (inspectionId) => roundsWhere(sql`round.inspection_id = ${inspectionId}`),
    async submit({ inspectionId, snapshot, bodies, words, by, onBehalfOf, at }) {
      const { rows } = await sql<{ id: number; round: number }>`
        insert into plan_round (tenant_id, inspection_id, round, state, snapshot, digest, bodies, words, submitted_by,
          submitted_on_behalf_of, submitted_at)
        select ${tenantId}, ${inspectionId}, coalesce(max(round), 0) + 1, 'inReview', ${snapshot}::text,
          ${createHash('sha256').update(snapshot).digest()}::bytea, ${bodies}::text[], ${words}::text, ${by}::bigint,
          ${onBehalfOf}::bigint, ${at}::timestamptz
        from plan_round where tenant_id = ${tenantId} and inspection_id = ${inspectionId}
        returning round_id as id, round`.execute(transaction)
      const [round] = rows
      if (round === undefined) throw new Error('a round was inserted and not returned')
      return round
    },
    async giveOpinion({ roundId, body, opinion, words, givenOn, by, onBehalfOf, paper, at }) {
      const { opinion_id: id } = await transaction
        .insertInto('plan_opinion')
        .values({
          tenant_id: tenantId,
          round_id: roundId,
          body,
          opinion,
          words,
          given_on: givenOn,
          given_by: by,
          on_behalf_of: onBehalfOf,
          paper,
          given_at: at,
        })
        .returning('opinion_id')
        .executeTakeFirstOrThrow()
      return id
    },
    async answerOpinion(opinionId, answer, by, at) {
      const done = await transaction
        .updateTable('plan_opinion')
        .set({ answer, answered_by: by, answered_at: at })
        .where('tenant_id', '=', tenantId)
        .where('opinion_id', '=', opinionId)
        .where('answer', 'is', null)
        .returning('opinion_id')
        .executeTakeFirst()
      if (done === undefined) throw new Refusal('plan.answeredAlready')
    },
    async decide(roundId, { state, words, by, onBehalfOf, at, day }) {
      const round = await transaction
        .updateTable('plan_round')
        .set({ state, decided_by: by, decided_on_behalf_of: onBehalfOf, decided_at: at, decision_words: words })
        .where('tenant_id', '=', tenantId)
        .where('round_id', '=', roundId)
        .returning('inspection_id')
        .executeTakeFirstOrThrow()
      if (state !== 'approved') return
      // The first approval is that of the plan; later rounds approve changes of it.
      await sql`update inspection set plan_approved_on = coalesce(plan_approved_on, ${day}::date), version = version + 1
        where tenant_id = ${tenantId} and inspection_id = ${round.inspection_id}`.execute(transaction)
    },

    async drawDocketNumbers(inspectionId, template, year, count) {
      const series = seriesOf(template, year)
      const drawn: string[] = []
      while (drawn.length < count) {
        const wanted = count - drawn.length
        // The row of the counter is locked until the transaction ends: two who docket at once draw one after the other.
        const { rows } = await sql<{ last: number }>`
          insert into docket_counter as held (tenant_id, inspection_id, series, last)
          values (${tenantId}, ${inspectionId}, ${series}, ${wanted}::integer)
          on conflict (tenant_id, inspection_id, series) do update set last = held.last + excluded.last
          returning last`.execute(transaction)
        const last = rows[0]?.last ?? 0
        const numbers = Array.from({ length: wanted }, (_, index) => docketNumber(series, last - wanted + 1 + index))
        // Numbers that came with an import or the sample were never counted.
        const { rows: given } = await sql<{
          number: string
        }>`select number from docket_number where tenant_id = ${tenantId}
          and inspection_id = ${inspectionId} and number = any (${numbers}::text[])`.execute(transaction)
        const taken = new Set(given.map(({ number }) => number))
        drawn.push(...numbers.filter((number) => !taken.has(number)))
      }
      return drawn
    },
    async nextDocketSequence(inspectionId, template, year) {
      const series = seriesOf(template, year)
      const { rows } = await sql<{ last: number }>`select last from docket_counter where tenant_id = ${tenantId}
        and inspection_id = ${inspectionId} and series = ${series}`.execute(transaction)
      const { rows: given } = await sql<{
        number: string
      }>`select number from docket_number where tenant_id = ${tenantId}
        and inspection_id = ${inspectionId}`.execute(transaction)
      const taken = new Set(given.map(({ number }) => number))
      let next = (rows[0]?.last ?? 0) + 1
      while (taken.has(docketNumber(series, next))) next += 1
      return next
    },
    async docket(numbers, at) {
      await sql`update measure set docket_number = row.number, status = 'docketed', moved_at = ${at}, version = measure.version + 1,
          original_due_on = coalesce(measure.original_due_on, measure.due_on)
        from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as row(id bigint, number text)
        where measure.tenant_id = ${tenantId} and measure.measure_id = row.id`.execute(transaction)
    },
    async holders(roles, inspectionId, today) {
      const { rows } = await sql<{ id: number }>`select distinct person_id as id from assignment
        where tenant_id = ${tenantId} and role = any (${[...roles]}::text[])
          and (inspection_id is null or inspection_id = ${inspectionId})
          and from_on <= ${today}::date and (to_on is null or to_on >= ${today}::date)`.execute(transaction)
      return rows.map(({ id }) => id)
    },
  }

  /** Newest first. */
  async function roundsWhere(which: RawBuilder<unknown>): Promise<StoredRound[]> {
    const person = (column: string) => sql`(select json_build_object('id', person_id, 'name', name) from person
      where person.tenant_id = ${tenantId} and person.person_id = ${sql.ref(column)})`
    type Opinion = Omit<StoredOpinion, 'givenAt' | 'answeredAt'> & {
      givenAt: Date
      answeredAt: Date | null
      roundId: number
    }
    type Round = Omit<StoredRound, 'opinions' | 'submittedAt' | 'decidedAt'> & {
      submittedAt: Date
      decidedAt: Date | null
    }
    const { rows: rounds } = await sql<Round>`
      select round_id as id, inspection_id as "inspectionId", round, state, snapshot, encode(digest, 'hex') as digest, bodies,
        words, ${person('submitted_by')} as "submittedBy", ${person('submitted_on_behalf_of')} as "submittedOnBehalfOf",
        submitted_at as "submittedAt", ${person('decided_by')} as "decidedBy",
        ${person('decided_on_behalf_of')} as "decidedOnBehalfOf", decided_at as "decidedAt", decision_words as "decisionWords"
      from plan_round round where tenant_id = ${tenantId} and ${which} order by round desc`.execute(transaction)
    const { rows: opinions } = await sql<Opinion>`
      select opinion_id as id, round_id as "roundId", body, opinion, words, given_on as "givenOn", ${person('given_by')} as "givenBy",
        ${person('on_behalf_of')} as "givenOnBehalfOf", given_at as "givenAt", paper, answer,
        ${person('answered_by')} as "answeredBy", answered_at as "answeredAt"
      from plan_opinion where tenant_id = ${tenantId} and round_id = any (${rounds.map(({ id }) => id)}::bigint[])
      order by opinion_id`.execute(transaction)
    return rounds.map((round) => ({
      ...round,
      submittedAt: round.submittedAt.toISOString(),
      decidedAt: round.decidedAt?.toISOString() ?? null,
      opinions: opinions
        .filter(({ roundId }) => roundId === round.id)
        .map(({ roundId: _, ...opinion }) => ({
          ...opinion,
          givenAt: opinion.givenAt.toISOString(),
          answeredAt: opinion.answeredAt?.toISOString() ?? null,
        })),
    }))
  }
}
