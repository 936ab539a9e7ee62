/** One measured figure: what, how much, what `docs/` asks for, and beside it a ratio that another machine can compare. */
export type Figure = {
  part: 'text' | 'start' | 'ledger' | 'report' | 'registers'
  name: string
  value: number
  unit: 'ms' | 'req/s' | 'MB' | 'kB' | '×'
  /** As a sentence: `≤ 10`, `≥ 1500`; null for yardsticks. */
  target: string | null
  ratio: string | null
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Runs `act` and gives its milliseconds. */
export async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now()
  await act()
  return performance.now() - begun
}
