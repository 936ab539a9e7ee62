/** From the command to the first page, on a machine that has been set up, and with an empty data folder. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { runProduct } from '../e2e/run-product.ts'
import { type Figure, median } from './figure.ts'

export async function measureStart(): Promise<Figure[]> {
  const dataDir = mkdtempSync('/tmp/bihuan-bench-')
  // As root, the account lent to PostgreSQL must be able to pass through.
  chmodSync(dataDir, 0o711)
  try {
    const firstMs = await startOnce(dataDir)
    const later: number[] = []
    for (let run = 0; run < 5; run++) later.push(await startOnce(dataDir))
    const laterMs = median(later)
    return [
      {
        part: 'start',
        name: 'first start, database created',
        value: firstMs,
        unit: 'ms',
        target: '≤ 8000',
        ratio: null,
      },
      {
        part: 'start',
        name: 'later start → first page',
        value: laterMs,
        unit: 'ms',
        target: '≤ 1500',
        ratio: `${(laterMs / firstMs).toFixed(2)} × first start`,
      },
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const begun = performance.now()
  const product = await runProduct({ dataDir })
  const ms = performance.now() - begun
  await product.stop({ keepData: true })
  return ms
}
