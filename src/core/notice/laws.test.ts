import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Notice, noticeSchema } from './notice.ts'
import { parseNotice } from './parse-notice.ts'
import { plainIdeographs } from './plain-ideographs.ts'
import { type Span, textAt } from './span.ts'

const runs = Number(process.env.BIHUAN_FUZZ ?? 20_000)
const folders = ['parser', 'drawer', 'sample'].map(
  (name) => new URL(`../../../fixtures/notices/${name}/`, import.meta.url),
)
const notices = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.includes('gb18030'))
    .map((name) => readFileSync(new URL(encodeURIComponent(name), folder), 'utf8').split('\n')),
)

type Node = Span & { text: string }

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodesOf(each)
  } else if (value !== null && typeof value === 'object') {
    if ('column' in value && 'text' in value) yield value as Node
    for (const each of Object.values(value)) yield* nodesOf(each)
  }
}

function brokenLaw(lines: readonly string[], notice: Notice): string | null {
  for (const node of nodesOf(notice)) {
    if (node.text === '') return `empty node in line ${node.line}`
    if (textAt(lines, node) !== node.text) return `“${node.text}” is not at ${node.line}:${node.column}`
  }
  for (const finding of notice.findings) {
    if (textAt(lines, finding.headingSpan) !== finding.heading)
      return `heading “${finding.heading}” is not at its place`
  }
  const held = new Set<number>()
  const hold = (span: Span): void => {
    for (let line = span.line; line <= span.endLine; line++) held.add(line)
  }
  for (const span of [
    ...notice.titleLines,
    ...notice.sections,
    ...notice.prose,
    ...notice.findings,
    ...notice.setAside,
  ])
    hold(span)
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '' && !held.has(index + 1)) return `line ${index + 1} is lost: ${line}`
  }
  return null
}

const moved = (text: string, from: RegExp, by: number): string =>
  text.replace(from, (character) => String.fromCharCode(character.charCodeAt(0) + by))
/** The radicals that a font draws like these characters. */
const radicals = new Map([...'⼀⼆⼗⼈⼝⼯⽅⾯⾷⻓⻅⻋'].map((radical) => [plainIdeographs(radical), radical] as const))
/** Ways to write the same text that no reader would notice. */
const disguises: Record<string, (lines: string[]) => string[]> = {
  'full-width punctuation': (lines) => lines.map((line) => moved(line, /[,;:()]/g, 0xfee0)),
  'half-width punctuation': (lines) => lines.map((line) => moved(line, /[，；：（）]/g, -0xfee0)),
  'full-width digits': (lines) => lines.map((line) => moved(line, /[0-9]/g, 0xfee0)),
  'no blank lines': (lines) => lines.filter((line) => line.trim() !== ''),
  'a blank line after each': (lines) => lines.flatMap((line) => [line, '']),
  indentation: (lines) => lines.map((line) => (line.trim() === '' ? line : `\u3000\u3000${line}\u00a0`)),
  'carriage returns': (lines) => lines.map((line) => `${line}\r`),
  'characters without width': (lines) => lines.map((line) => [...line].join('\u200b')),
  radicals: (lines) =>
    lines.map((line) => line.replaceAll(/[一二十人口工方面食长见车]/g, (each) => radicals.get(each) ?? each)),
  'a byte order mark': (lines) => lines.map((line, index) => (index === 0 ? `\ufeff${line}` : line)),
}

const plain = (text: string | null): string => {
  const bare = plainIdeographs(text ?? '').replaceAll(/[\u200b\ufeff\s]/g, '')
  return moved(moved(bare, /[，；：（）]/g, -0xfee0), /[０-９．]/g, -0xfee0)
}

/** All that a notice says, without its places. */
const gist = (notice: Notice): unknown => ({
  head: [notice.inspection, notice.publishedOn].map((each) => plain(JSON.stringify(each))),
  title: plain(notice.title),
  contact: [notice.contact.telephone, notice.contact.address, notice.contact.email].map(plain),
  declared: notice.declared.map(({ what, value, text }) => [what, value, plain(text)]),
  sections: notice.sections.map(({ path, heading }) => [path, plain(heading)]),
  findings: notice.findings.map((finding) => ({
    number: [finding.number, finding.path, finding.headingOpen, finding.status?.bucket],
    words: [plain(finding.heading), plain(finding.original), plain(finding.aspect)],
    blocks: finding.blocks.map(({ kind, text }) => [kind, plain(text)]),
    measures: finding.measures.map((measure) => [
      [measure.ordinal, plain(measure.marker), plain(measure.text)],
      measure.dates.map(({ from, to, text }) => [from, to, plain(text)]),
      measure.quantities.map(({ value, unit, noun, verb }) => [value, unit, plain(noun), verb]),
      measure.documents.map(({ title, verb }) => [plain(title), verb]),
      measure.deadlines.map(({ kind, by }) => [kind, by]),
      measure.names.map(({ kind, text }) => [kind, plain(text)]),
    ]),
  })),
})

const scraps = [
  '一是',
  '二是',
  '三',
  '六对',
  '一、',
  '（一）',
  '(二)',
  '1.',
  '12．',
  '（3）',
  '①',
  '②',
  '“',
  '”',
  '"',
  '《',
  '》',
  '〈',
  '【已完成】',
  '【',
  '】',
  '（',
  '）',
  '。',
  '；',
  ';',
  '：',
  ':',
  '，',
  '、',
  '问题',
  '关于',
  '整改措施：',
  '存在问题：',
  '责任单位：',
  '2023年2月30日',
  '9月25日',
  '至',
  '2024年底前',
  '28个问题',
  '1186棵',
  '三笔',
  '92.9%',
  '\u200b',
  '\ufeff',
  '\u00a0',
  '\u3000',
  '\r',
  '\t',
  ' ',
  '\u2028',
  '😀',
  '\ud800',
  '附件：',
  '联系电话：0000-1234567',
  '备案号',
  '主办：',
  '第十一巡察组',
  '一方面',
  '另一方面',
  '首先，',
  '百分之九十',
  '立行立改',
  '对',
  '.',
  '某',
] as const

type Change = { kind: number; at: number; other: number; scrap: string }
const change = fc.record({
  kind: fc.nat(8),
  at: fc.nat(1_000_000),
  other: fc.nat(1_000_000),
  scrap: fc.constantFrom(...scraps),
})

function changed(lines: readonly string[], { kind, at, other, scrap }: Change): string[] {
  const next = [...lines]
  const index = lines.length === 0 ? 0 : at % lines.length
  const line = lines[index] ?? ''
  const column = line.length === 0 ? 0 : other % (line.length + 1)
  if (kind === 0) next.splice(index, 1)
  else if (kind === 1) next.splice(index, 0, line)
  else if (kind === 2) next.splice(index, 1, line.slice(0, column), line.slice(column))
  else if (kind === 3) next.splice(index, 2, line + (lines[index + 1] ?? ''))
  else if (kind === 4) next[index] = line.slice(0, column) + line.slice(column + 1)
  else if (kind === 5) next.splice(index, 0, lines[other % lines.length] ?? '')
  else if (kind === 6) next[index] = line.slice(column)
  else next[index] = line.slice(0, column) + scrap + line.slice(column)
  return next
}

const mutated = fc
  .tuple(fc.constantFrom(...notices), fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(200), fc.nat(60))
  .map(([notice, changes, from, count]) =>
    changes.reduce(changed, notice.slice(from % notice.length).slice(0, 5 + count)),
  )

describe('whatever the lines', () => {
  test('every node stands where it says, and no line is lost', () => {
    for (const lines of notices) expect(brokenLaw(lines, parseNotice(lines))).toBe(null)
  })

  test.each(Object.entries(disguises))('%s changes nothing of what is read', (_, disguise) => {
    for (const lines of notices) {
      const disguised = disguise(lines)
      const notice = parseNotice(disguised)
      expect(brokenLaw(disguised, notice)).toBe(null)
      expect(gist(notice)).toEqual(gist(parseNotice(lines)))
    }
  })

  test(`the laws hold on ${runs} mutated notices`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(mutated, (lines) => {
        const broken = brokenLaw(lines, parseNotice(lines))
        if (broken) throw new Error(broken)
      }),
      { numRuns: runs },
    )
  })

  test('lines of scraps alone parse too', () => {
    const lines = fc.array(
      fc.array(fc.constantFrom(...scraps), { maxLength: 12 }).map((parts) => parts.join('')),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(lines, (drawn) => {
        const notice = parseNotice(drawn)
        expect(brokenLaw(drawn, notice)).toBe(null)
        expect(noticeSchema.safeParse(notice).success).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('any text at all parses', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }), (lines) => {
        expect(brokenLaw(lines, parseNotice(lines))).toBe(null)
      }),
      { numRuns: 1_000 },
    )
  })

  test('ten thousand lines, brackets or sentences in one line do not exhaust the stack', () => {
    const many = 10_000
    for (const line of ['(', '“', '一是', '。', '1.a', '《a》', '三笔', '9月25日', '(1)', '整改措施:一是a。']) {
      const deep = [line.repeat(many)]
      expect(brokenLaw(deep, parseNotice(deep))).toBe(null)
    }
    const tall = Array.from({ length: many }, (_, index) => `${index % 999}.完善制度。一是学习${index}次。二是整改。`)
    expect(parseNotice(tall).findings).toHaveLength(many)
  })
})
