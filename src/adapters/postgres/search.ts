/** Records of an inspection that may contain words, from the index of neighbouring characters. */
import { searchFor } from '../../core/finding/search-text.ts'
import type { Database, Scope } from './database.ts'

/**
 * A word in more records than this is found sooner by walking the list in order: among a million measures every fiftieth
 * has it. Looking up this many takes some tens of milliseconds; a walk past rows that do not have the word takes longer.
 */
const most = 20_000

export type Wanted = {
  /** For `like all`: each must be in the record's text. */
  patterns: string[]
  /** Candidates by kind of record; null when there are too many to be worth having, or they were not asked for. */
  findings: number[] | null
  causes: number[] | null
  measures: number[] | null
}

/**
 * Null when there is nothing to search for.
 * @param kinds measures alone, or findings and causes too
 */
export async function searchWords(
  database: Database,
  scope: Scope,
  inspectionId: number,
  words: readonly string[],
  kinds: 'measures' | 'all' = 'measures',
): Promise<Wanted | null> {
  const searches = words.map(searchFor).filter((search) => search !== null)
  if (searches.length === 0) return null
  const query = searches
    .flatMap(({ tokens, beginning }) => tokens.map((token) => `'${escaped(token)}'${beginning ? ':*' : ''}`))
    .join(' & ')
  const [row] = await database.readOne<{ findings?: number[]; causes?: number[]; measures: number[] }>(scope, {
    name: `search-${kinds}`,
    text: `select search_measures($1, $2::tsquery, $3) as measures${
      kinds === 'measures'
        ? ''
        : ', search_findings($1, $2::tsquery, $3) as findings, search_causes($1, $2::tsquery, $3) as causes'
    }`,
    values: [inspectionId, query, most + 1],
  })
  const worthHaving = (ids: number[] | undefined): number[] | null =>
    ids === undefined || ids.length > most ? null : ids
  return {
    patterns: searches.map(({ text }) => `%${text.replace(/[\\%_]/g, '\\$&')}%`),
    findings: worthHaving(row?.findings),
    causes: worthHaving(row?.causes),
    measures: worthHaving(row?.measures),
  }
}

const escaped = (token: string): string => token.replaceAll('\\', '\\\\').replaceAll("'", "''")
