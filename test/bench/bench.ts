/** The benchmark: measures the parts asked for, prints one table, keeps the figures as JSON. Started by scripts/bench.mjs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import type { Figure } from './figure.ts'
import { measureLedger } from './ledger.ts'
import { measureRegisters } from './registers.ts'
import { measureReports } from './report.ts'
import { measureStart } from './start.ts'
import { measureText } from './text.ts'

const root = process.cwd()
const asked = process.argv.slice(2)
const measures = Number(asked.find((word) => /^\d+$/.test(word)) ?? 100_000)
const parts: Record<Figure['part'], () => Promise<Figure[]>> = {
  text: () => measureText(root),
  start: () => measureStart(),
  ledger: () => measureLedger(root, measures),
  report: () => measureReports(measures),
  // Ten entries for each measure: a million where nothing else is asked for.
  registers: () => measureRegisters(measures * 10),
}
const chosen = (Object.keys(parts) as Figure['part'][]).filter(
  (part) => asked.includes(part) || !asked.some((word) => word in parts),
)

const figures: Figure[] = []
for (const part of chosen) {
  process.stderr.write(`measuring: ${part} …\n`)
  figures.push(...(await parts[part]()))
}

const table = new Table({ head: ['figure', 'value', 'target', 'ratio'], style: { head: [], border: [] } })
for (const { name, value, unit, target, ratio } of figures)
  table.push([name, `${value < 10 ? value.toFixed(2) : Math.round(value)} ${unit}`, target ?? '', ratio ?? ''])
console.log(table.toString())

const folder = join(root, '.cache/bench')
mkdirSync(folder, { recursive: true })
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' }
const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`)
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, measures, figures }, null, 2)}\n`)
console.log(`kept in ${file}`)
