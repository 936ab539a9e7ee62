/** Figures: what they come to, the records behind them, the names they may use, and those that have a name. */

import { sql } from 'kysely'
import { parseDay } from '../../core/deadline/day.ts'
import { figureQuerySchema } from '../../core/figures/query.ts'
import { isLedgerSubject, ledgerSubjects, subjectOf } from '../../core/figures/subjects.ts'
import type { Register } from '../../core/registers/definition.ts'
import { inForce } from '../../core/registers/own-registers.ts'
import { shippedRegisters } from '../../core/registers/registers.ts'
import type { Asked, Come, FigureReads, FigureRow, Figures, StoredFigure } from '../../usecases/ports/figures.ts'
import type { Database, Scope, Statement, Transaction } from './database.ts'
import { edgesStatement, entriesSql, scannedStatement } from './figure-entries.ts'
import { countedStatement, recordsStatement } from './figure-ledger.ts'
import { isTallied, talliedStatement } from './figure-tally.ts'
import { statement } from './statement.ts'

type StoredRow = Omit<StoredFigure, 'changedAt'> & { changedAt: Date }
const stored = ({ query, changedAt, ...row }: StoredRow): StoredFigure => ({
  ...row,
  // What a later release added to queries has its default.
  query: figureQuerySchema.parse(query),
  changedAt: changedAt.toISOString(),
})

const storedColumns = `definition.figure_id as id, definition.figure as key, definition.version, definition.name,
  definition.query, definition.reason, definition.retired, person.name as "changedBy", definition.changed_at as "changedAt"`

/** More projects than anybody types the name of. */
const mostProjects = 5000

export function figureReads(database: Database): FigureReads {
  async function come(scope: Scope, asked: Asked): Promise<Come> {
    const { subject, counting } = asked
    if (isLedgerSubject(subject.key)) {
      const [row] = await database.readOne(scope, countedStatement(scope, asked, subject.key))
      const records = row?.records ?? 0
      return { value: records, singles: records, aggregates: 0, covered: 0, unknown: 0, cut: 0, undated: 0 }
    }
    const [edges] =
      counting.period === null ? [{ cut: 0, undated: 0 }] : await database.readOne(scope, edgesStatement(scope, asked))
    const { cut = 0, undated = 0 } = edges ?? {}
    if (isTallied(asked) && cut === 0) {
      const [row] = await database.readOne(scope, talliedStatement(scope, asked))
      const { value = '0', singles = 0, aggregates = 0, covered = 0, entries = 0 } = row ?? {}
      return {
        value: Number(value),
        singles,
        aggregates,
        covered,
        unknown: entries - singles - aggregates,
        cut,
        undated,
      }
    }
    const [row] = await database.readOne(scope, scannedStatement(scope, asked))
    const { value = '0', singles = 0, aggregates = 0, covered = 0, unknown = 0 } = row ?? {}
    return { value: Number(value), singles, aggregates, covered, unknown, cut, undated }
  }

  return {
    come,
    async rows(scope, asked, after, limit) {
      if (isLedgerSubject(asked.subject.key)) {
        const found = await database.readOne(scope, recordsStatement(scope, asked, asked.subject.key, after, limit))
        return found.map(
          (row): FigureRow => ({ ...row, on: row.on === null ? null : parseDay(row.on), amount: 1, part: 'single' }),
        )
      }
      return database.readOne(scope, rowsStatement(scope, asked, after, limit))
    },
    async dictionary(scope) {
      const values = [scope.tenantId]
      const [definitions, units, projects, inspections] = await database.readAll(scope, [
        {
          name: 'figure-registers',
          text: `select distinct on (register) definition from register_definition where tenant_id = $1
            order by register, version desc`,
          values,
        } as Statement<{ definition: Register }>,
        {
          name: 'figure-units',
          text: 'select unit_id as id, name, short_name as "shortName" from unit where tenant_id = $1 order by position, unit_id',
          values,
        } as Statement<{ id: number; name: string; shortName: string | null }>,
        {
          name: 'figure-projects',
          text: `select entry_id as id, title as name from entry
            where tenant_id = $1 and register = 'project' and withdrawn_at is null
            order by on_day desc nulls last, entry_id desc limit ${mostProjects}`,
          values,
        } as Statement<{ id: number; name: string }>,
        {
          name: 'figure-inspections',
          text: 'select inspection_id as id, name from inspection where tenant_id = $1 order by inspection_id desc',
          values,
        } as Statement<{ id: number; name: string }>,
      ] as const)
      const own = new Map(definitions.map(({ definition }) => [definition.key, definition]))
      const shipped: Readonly<Record<string, Register>> = shippedRegisters
      const keys = [...Object.keys(shipped), ...[...own.keys()].filter((key) => !Object.hasOwn(shipped, key))]
      const registers = keys.flatMap((key) => inForce(shipped[key] ?? null, own.get(key) ?? null) ?? [])
      return { subjects: [...Object.values(ledgerSubjects), ...registers.map(subjectOf)], units, projects, inspections }
    },
    async stored(scope) {
      const rows = await database.readOne<StoredRow>(scope, {
        name: 'figure-definitions',
        text: `select distinct on (definition.figure) ${storedColumns}
          from figure_definition definition
            join person on person.tenant_id = $1 and person.person_id = definition.changed_by
          where definition.tenant_id = $1 order by definition.figure, definition.version desc`,
        values: [scope.tenantId],
      })
      return rows.map(stored)
    },
    targets: (scope, counting) =>
      database.readOne(scope, {
        name: 'figure-targets',
        text: `select measure.measure_id as id, measure.number, measure.text from measure
          where measure.tenant_id = $1 and exists (select from measure_target target where target.tenant_id = $1
            and target.measure_id = measure.measure_id and target.register = $2 and target.counted = $3)
          order by measure.number_key limit 20`,
        values: [scope.tenantId, counting.of, counting.count],
      }),
  }
}

/** Newest day first; those without a day last. A place is `2024-07-05/17`, or `-infinity/17`. */
function rowsStatement(scope: Scope, asked: Asked, after: string | null, limit: number): Statement<FigureRow> {
  const builder = statement('figure-rows')
  const { from, where, amount } = entriesSql(builder, scope, asked)
  const key = asked.before === null ? 'e.on_key' : "coalesce(e.on_day, '-infinity')"
  const [day = '', id = ''] = (after ?? '').split('/')
  const further =
    after === null
      ? ''
      : `and (${key}, e.entry_id) < (${builder.value(day)}::date, ${builder.value(Number(id))}::bigint)`
  const { text, values } = builder.build(`
    select e.entry_id as id, e.title, e.on_day as on, coalesce(unit.short_name, unit.name) as unit, ${amount} as amount,
      case when held.entry_id is not null then 'covered' when e.aggregate_from is not null then 'aggregate' else 'single' end
        as part,
      ${key} || '/' || e.entry_id as place
    from ${from} join unit on unit.tenant_id = e.tenant_id and unit.unit_id = e.unit_id
    where ${where} ${further}
    order by ${key} desc, e.entry_id desc limit ${builder.value(limit)}::integer`)
  return { text, values }
}

export const figures = (transaction: Transaction, tenantId: number): Figures => ({
  async lock(key) {
    await sql`select pg_advisory_xact_lock(hashtextextended('figures', ${tenantId}))`.execute(transaction)
    const { rows } = await sql<StoredRow>`select ${sql.raw(storedColumns)} from figure_definition definition
        join person on person.tenant_id = ${tenantId} and person.person_id = definition.changed_by
      where definition.tenant_id = ${tenantId} and definition.figure = ${key} order by definition.version desc limit 1`.execute(
      transaction,
    )
    return rows[0] === undefined ? null : stored(rows[0])
  },
  async define({ key, version, name, query, reason, retired }, by, at) {
    const { figure_id: id } = await transaction
      .insertInto('figure_definition')
      .values({
        tenant_id: tenantId,
        figure: key,
        version,
        name: JSON.stringify(name),
        query: JSON.stringify(query),
        reason,
        retired,
        changed_by: by,
        changed_at: at,
      })
      .returning('figure_id')
      .executeTakeFirstOrThrow()
    return id
  },
  async gather() {
    await sql`select gather_entry_tally()`.execute(transaction)
  },
})
