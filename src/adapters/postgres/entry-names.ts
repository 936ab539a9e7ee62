/** Names of what entries refer to. Of entries in restricted registers, and of those beyond the wall, no name is given. */
import type { References } from '../../core/registers/references-of.ts'
import type { NamesOf } from '../../core/registers/write-value.ts'
import type { Statement } from './database.ts'

export type NameRow = { key: string; name: string }

export const namesStatement = (
  tenantId: number,
  { units, people, entries }: Pick<References, 'units' | 'people' | 'entries'>,
): Statement<NameRow> => ({
  name: 'entry-names',
  text: `select 'unit:' || unit_id as key, name from unit where tenant_id = $1 and unit_id = any ($2::bigint[])
    union all select 'person:' || person_id, name from person where tenant_id = $1 and person_id = any ($3::bigint[])
    union all select 'entry:' || entry_id, title from entry
      where tenant_id = $1 and entry_id = any ($4::bigint[]) and readers <> 'restricted'`,
  values: [tenantId, units, people, [...new Set(entries.map(({ id }) => id))]],
})

export const namesFrom = (rows: readonly NameRow[]): NamesOf =>
  Object.fromEntries(rows.map(({ key, name }) => [key, name]))
