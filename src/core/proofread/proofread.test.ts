import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../notice/parse-notice.ts'
import { textAt } from '../notice/span.ts'
import { proofread } from './proofread.ts'
import { repeatedActs } from './repeated-acts.ts'

const fixture = (name: string): string[] =>
  readFileSync(new URL(`../../../fixtures/notices/proofread/${name}`, import.meta.url), 'utf8').split('\n')

const check = (lines: string[]) => proofread(parseNotice(lines), lines)

describe('proofread', () => {
  const texts = readdirSync(new URL('../../../fixtures/notices/proofread/', import.meta.url))

  it.each(texts.filter((name) => name.startsWith('clean')))('is silent on the consistent notice %s', (name) => {
    const lines = fixture(name)
    expect(parseNotice(lines).findings.length).toBeGreaterThan(2)
    expect(check(lines).map(({ line, code, message }) => `${line} ${code} ${message.zh}`)).toEqual([])
  })

  it.each(texts.filter((name) => name.startsWith('faulty') && name.endsWith('.txt')))(
    'finds what was put wrong into %s, and nothing else',
    (name) => {
      const wanted: Record<string, string[]> = JSON.parse(fixture('faulty.expected.json').join('\n'))
      expect(check(fixture(name)).map(({ line, code }) => `${line} ${code}`)).toEqual(wanted[name])
    },
  )

  it('names one place per cause, in the order of the text', () => {
    const lines = fixture('clean.txt').map((line) => line.replaceAll('8个问题', '9个问题'))
    const diagnostics = check(lines)
    expect(diagnostics.map(({ code }) => code)).toEqual(['count/declared-findings', 'count/parts-sum', 'count/rate'])
    expect(diagnostics.map(({ line }) => line)).toEqual([11, 13, 13])
  })

  it('says nothing about an empty text', () => {
    expect(check([])).toEqual([])
    expect(check(['', ' '])).toEqual([])
  })

  it('stays with the text it was given, whatever is cut from it or put into it', () => {
    const lines = [...fixture('clean.txt'), ...fixture('clean-blocks.txt')]
    const noise = fc.constantFrom(
      '一是',
      '二是',
      '三',
      '《',
      '》',
      '“',
      '。',
      '，',
      ',',
      '(',
      '9月31日',
      '2次',
      '26个项目',
      '\t',
      '\u3000',
      '共计100株',
      '完成率9%',
    )
    const edit = fc.tuple(fc.nat(lines.length - 1), fc.nat(80), fc.nat(12), noise)
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const text = [...lines]
        for (const [line, at, cut, put] of edits) {
          const row = text[line] ?? ''
          text[line] = row.slice(0, at) + put + row.slice(at + cut)
        }
        for (const diagnostic of check(text)) {
          for (const place of [diagnostic, ...diagnostic.related]) expect(textAt(text, place)).not.toBe('')
          expect(diagnostic.message.zh).not.toMatch(/undefined|null|NaN/)
          expect(diagnostic.message.en).not.toMatch(/undefined|null|NaN/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** What the sample notice was written to show: see `fixtures/notices/sample/expected.json`. */
type Shown = {
  irregularities: { kind: string; line: number }[]
  repeatedActs: { act: string; findings: string[] }[]
  twoNames: { kind: string; lines: number[] }[]
  sums: { lines: number[] }[]
}
const codes: Record<string, string> = {
  headingWithoutStop: 'number/heading-stop',
  firstOrdinalMissing: 'number/first-ordinal',
  listSplit: 'form/list-split',
  trailingActUnnumbered: 'number/unnumbered-act',
  markerWithoutShi: 'number/marker-without-shi',
}

describe('proofread of the sample notice', () => {
  const sample = (name: string): string =>
    readFileSync(new URL(`../../../fixtures/notices/sample/${name}`, import.meta.url), 'utf8')
  const lines = sample('云岭区通报.txt').split(/\r?\n/)
  const shown: Shown = JSON.parse(sample('expected.json'))
  const notice = parseNotice(lines)
  const diagnostics = proofread(notice, lines)
  const linesOf = (code: string): number[] =>
    diagnostics.filter((diagnostic) => diagnostic.code === code).map(({ line }) => line)

  it.each(Object.entries(codes))('finds every %s and no other', (kind, code) => {
    const wanted = shown.irregularities.filter((each) => each.kind === kind).map(({ line }) => line)
    expect(wanted.length).toBeGreaterThan(0)
    expect(linesOf(code)).toEqual(wanted)
  })

  it('finds every act that stands under several findings', () => {
    const found = repeatedActs(notice).map((act) => ({
      text: act.text,
      findings: [...new Set(act.places.map((place) => notice.findings[place.findingIndex]?.number))],
    }))
    for (const { act, findings } of shown.repeatedActs) {
      const match = found.find(({ text }) => text.includes(act))
      expect(match?.findings, act).toEqual(findings)
    }
  })

  it('finds what has two names, and the sum that comes out twice', () => {
    for (const { kind, lines: places } of shown.twoNames) expect(linesOf(`name/${kind}`)).toEqual([places.at(-1)])
    expect(linesOf('repeat/matching-sum')).toEqual(shown.sums.map((sum) => sum.lines.at(-1)))
  })
})

const shared = process.env.BIHUAN_SHARED ?? join(import.meta.dirname, '../../../../shared')
const real = join(shared, 'inputs/notice.txt')

describe('proofread of the source notice', () => {
  it(
    existsSync(real) ? 'names what is known to be wrong in it' : 'is not tried: the source notice is not at hand',
    () => {
      if (!existsSync(real)) return
      const lines = readFileSync(real, 'utf8').split(/\r?\n/)
      const diagnostics = check(lines)
      const at = (code: string) => diagnostics.filter((diagnostic) => diagnostic.code === code)
      expect(at('count/declared-measures')).toHaveLength(1)
      expect(at('count/declared-causes')).toHaveLength(1)
      expect(at('name/team')).toHaveLength(1)
      expect(at('number/first-ordinal').map(({ line }) => line)).toEqual([72, 80])
      expect(at('number/marker-without-shi').map(({ line }) => line)).toEqual([48])
      expect(at('number/unnumbered-act').map(({ line }) => line)).toEqual([60, 66])
      expect(at('form/list-split').map(({ line }) => line)).toEqual([42, 46])
      expect(at('number/heading-stop').map(({ line }) => line)).toEqual([24, 40, 44, 84, 92])
      expect(at('date/no-year').map(({ line, related }) => [line, related.length])).toEqual([
        [42, 5],
        [84, 0],
      ])
      expect(at('repeat/matching-sum').map(({ line, related }) => [line, related[0]?.line])).toEqual([[68, 54]])
      expect(at('substance/study-only').map(({ line }) => line)).toEqual([24, 72, 84])
      const acts = diagnostics.filter(({ code }) => code.startsWith('repeat/')).map((act) => act.related.length + 1)
      // The look-back under six findings, the training under seven, the rule made under five.
      expect(acts).toEqual(expect.arrayContaining([6, 7, 5]))
      expect(at('name/document').map(({ line }) => line)).toContain(62)
      expect(diagnostics.length).toBeLessThan(60)
    },
  )
})
