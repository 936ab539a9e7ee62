/**
 * A register with any number of invented entries, spread over units, kinds and five years. Made by the database itself, in
 * the shape in which the product writes them (a test of this file's figures that finds nothing fails); a million take some
 * minutes.
 */
import pg from 'pg'
import type { Connection } from '../../src/adapters/postgres/database.ts'
import { meeting } from '../../src/core/registers/meeting.ts'

/** Rows written before the next statement, so that no statement runs for minutes. */
const batch = 50_000

/** Every so many entries have this word: it is rare. */
export const rareWord = '苗圃验收'
const rareEvery = 19_997
/** And every second one this. */
export const commonWord = '补植'

/** @param connection as the owner of the tables */
export async function seedEntries(
  connection: Connection,
  { tenantId, unitIds, by, entries }: { tenantId: number; unitIds: readonly number[]; by: number; entries: number },
): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    // What the triggers keep is put together once, at the end.
    await client.query('alter table entry disable trigger user')
    for (let from = 1; from <= entries; from += batch) {
      await client.query(
        `insert into entry (tenant_id, register, definition_version, kind, unit_id, title, on_day, fields, counts, readers,
            search, search_text, created_by, created_at, changed_at)
          select $1::bigint, 'meeting', 1, kind, unit, title, day, jsonb_build_object('on', day, 'topic', topic,
              'attendance', attendance), jsonb_build_object('times', 1, 'people', attendance), 'unit',
            array_to_tsvector(array(select distinct substr(title, i, 2) from generate_series(1, length(title)) i)
              || array['@r:meeting', '@u' || unit, '@k:' || kind]), title, $2::bigint, day + time '10:00', day + time '10:00'
          from (
            select made.*, '会议：' || topic as title from (
              select ($3::text[])[1 + n / 50 % $4::integer] as kind, ($5::bigint[])[1 + (n * 7) % $6::integer] as unit,
                date '2020-01-01' + (n::bigint * 7919 % 1826)::integer as day, 5 + n / 50 % 60 as attendance,
                case when n % ${rareEvery} = 7 then '${rareWord}' when n / 500 % 2 = 0 then '${commonWord}进度' else '土方清运' end
                  || '第' || n || '次调度' as topic
              from generate_series($7::integer, $8::integer) n
            ) made
          ) entered`,
        [
          tenantId,
          by,
          Object.keys(meeting.kinds),
          Object.keys(meeting.kinds).length,
          unitIds,
          unitIds.length,
          from,
          Math.min(entries, from + batch - 1),
        ],
      )
    }
    await client.query('alter table entry enable trigger user')
    // `offset 0`: PostgreSQL 18 cannot plan whole rows of a table with an index of an expression where it flattens this.
    await client.query(`insert into entry_tally
      select tally.tenant_id, tally.register, counted, tally.unit_id, month, tally.kind, tally.readers, -1, sum(singles),
        sum(single_sum), sum(aggregates), sum(aggregate_sum), sum(covered)
      from (select entry as held from entry offset 0) entries cross join lateral tally_of(held) tally
      group by 1, 2, 3, 4, 5, 6, 7`)
    // Visible to every scan at once, and the index of words without a list of what is still to be filed.
    await client.query('vacuum analyze entry')
  } finally {
    await client.end()
  }
}
