/** Tables of figures (`migrations/0014_figures.sql`). */
import type { ColumnType, Generated } from 'kysely'
import type { FigureQuery } from '../../core/figures/query.ts'
import type { Words } from '../../core/registers/field.ts'
import type { Once, TenantRow } from './table-row.ts'

export type FigureTables = {
  figure_definition: TenantRow & {
    figure_id: Generated<number>
    figure: Once<string>
    version: Once<number>
    name: ColumnType<Words, string, never>
    query: ColumnType<FigureQuery, string, never>
    reason: Once<string | null>
    retired: Once<boolean>
    changed_by: Once<number>
    changed_at: Once<Date>
  }
}
