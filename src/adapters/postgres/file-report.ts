/**
 * Files one weekly report by the function `file_report` (migration 0009): obligation, progress, history event and
 * submission in one trip to the database. Reports come in from everybody in the last hour of the week.
 */
import { sql } from 'kysely'
import type { DigestAlgorithm } from '../../core/history/seal.ts'
import { Refusal, type RefusalCode, refusalSentences } from '../../core/refusal.ts'
import { type Filed, type FileReport, type Filing, filedStates } from '../../usecases/ports/reports.ts'
import type { Database, Transaction } from './database.ts'
import { digestOf } from './history.ts'

export function reportFiler(database: Database, algorithm: DigestAlgorithm): FileReport {
  return async (scope, filing) => {
    const text = 'select file_report($1::jsonb, true) as filed'
    const values = [filingJson(scope.tenantId, filing, algorithm)]
    const [row] = await refusals(
      filing,
      database.writeOne<{ filed: Filed | null }>(scope, { name: 'file-report', text, values }),
    )
    return row?.filed ?? null
  }
}

/** The same within a transaction, whatever follows. */
export async function fileReport(
  transaction: Transaction,
  tenantId: number,
  filing: Filing,
  algorithm: DigestAlgorithm,
): Promise<Filed> {
  const filed = sql<{
    filed: Filed
  }>`select file_report(${filingJson(tenantId, filing, algorithm)}::jsonb, false) as filed`
  const { rows } = await refusals(filing, filed.execute(transaction))
  const [row] = rows
  if (row === undefined) throw new Error('file_report gave nothing')
  return row.filed
}

/** In the shape that the function reads. */
function filingJson(tenantId: number, { holders, event, ...filing }: Filing, algorithm: DigestAlgorithm): string {
  const [first] = holders
  const sample = first && event(first, 'filed')
  const { state: _, ...after } = sample?.after ?? {}
  return JSON.stringify({
    ...filing,
    at: filing.at.toISOString(),
    algorithm,
    act: sample?.act ?? '',
    after,
    holders: holders.map((holder) => ({
      ...holder,
      digests: Object.fromEntries(
        filedStates.map((state) => [state, digestOf(tenantId, event(holder, state), algorithm)]),
      ),
    })),
  })
}

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusalSentences, code)

/** The function refuses by an error of its own class whose message is the code. */
async function refusals<T>({ week, basedOn }: Filing, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'BH001' && isRefusal(error.message))
      throw new Refusal(error.message, { week, version: basedOn })
    throw error
  }
}
