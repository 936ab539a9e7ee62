/** Parsing and proofreading, in process and as a command. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseNotice } from '../../src/core/notice/parse-notice.ts'
import { proofread } from '../../src/core/proofread/proofread.ts'
import { type Figure, median, timed } from './figure.ts'

const notice = 'fixtures/notices/sample/云岭区通报.txt'

/** The source notice, 22 kB, where it is at hand: the target is about it. */
const sourceNotice = process.env.BIHUAN_SHARED
  ? join(process.env.BIHUAN_SHARED, 'inputs/notice.txt')
  : '../shared/inputs/notice.txt'

export async function measureText(root: string): Promise<Figure[]> {
  const path = join(root, notice)
  const text = readFileSync(path, 'utf8')
  const lines = text.split('\n')
  const source = resolve(root, sourceNotice)
  const read = await measureReading('sample notice', text, null)
  if (existsSync(source)) read.push(...(await measureReading('source notice', readFileSync(source, 'utf8'), '≤ 10')))

  const large = (megabytes: number): string[] => {
    const one: string[] = []
    const copies = Math.ceil((megabytes * 1_000_000) / Buffer.byteLength(text))
    for (let copy = 0; copy < copies; copy++) one.push(...lines)
    return one
  }
  const [one, ten] = [large(1), large(10)]
  parseNotice(one)
  const oneMs = median([1, 2, 3].map(() => clocked(() => parseNotice(one))))
  const tenMs = clocked(() => parseNotice(ten))
  const notTen = parseNotice(one)
  const proofOneMs = clocked(() => proofread(notTen, one))

  const bare = median(times(7, () => command(['-e', '0'])))
  const check = median(times(7, () => command([join(root, 'bin/bihuan.mjs'), 'check', path])))
  return [
    ...read,
    figure('parse, 1 MB', oneMs, 'ms', null, null),
    figure('parse, 10 MB', tenMs, 'ms', 'linear', `${(tenMs / oneMs).toFixed(1)} × 1 MB (10 is linear)`),
    figure('proofread, 1 MB', proofOneMs, 'ms', null, `${(proofOneMs / oneMs).toFixed(1)} × parse`),
    figure('bihuan check, whole command', check, 'ms', '≤ 400', `${(check / bare).toFixed(1)} × node -e 0`),
  ]
}

async function measureReading(name: string, text: string, target: string | null): Promise<Figure[]> {
  const lines = text.split('\n')
  const size = `${name}, ${Math.round(Buffer.byteLength(text) / 1024)} kB`
  const cold = await timed(() => proofread(parseNotice(lines), lines))
  const parse: number[] = []
  const both: number[] = []
  for (let run = 0; run < 60; run++) {
    parse.push(await timed(() => parseNotice(lines)))
    both.push(await timed(() => proofread(parseNotice(lines), lines)))
  }
  // The last 30 runs: what a server that has been up for a while does.
  const parseMs = median(parse.slice(30))
  const bothMs = median(both.slice(30))
  return [
    figure(`parse, ${size}, warm`, parseMs, 'ms', null, null),
    figure(`parse + proofread, ${size}, warm`, bothMs, 'ms', target, `${(bothMs / parseMs).toFixed(1)} × parse alone`),
    figure(`parse + proofread, ${size}, first time`, cold, 'ms', null, `${(cold / bothMs).toFixed(1)} × warm`),
  ]
}

const figure = (
  name: string,
  value: number,
  unit: Figure['unit'],
  target: string | null,
  ratio: string | null,
): Figure => ({
  part: 'text',
  name,
  value,
  unit,
  target,
  ratio,
})

const times = (count: number, act: () => number): number[] => Array.from({ length: count }, act)

function clocked(act: () => unknown): number {
  const begun = performance.now()
  act()
  return performance.now() - begun
}

function command(args: string[]): number {
  return clocked(() => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    // `check` ends with 1 when it has something to say.
    if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  })
}
