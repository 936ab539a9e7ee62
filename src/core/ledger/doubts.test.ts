import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureLines } from '../../../fixtures/notices/read-fixture.ts'
import { parseNotice } from '../notice/parse-notice.ts'
import { proofread } from '../proofread/proofread.ts'
import { repeatedActs } from '../proofread/repeated-acts.ts'
import { applyEdit } from './apply-edits.ts'
import { openDoubts } from './doubt.ts'
import { doubtsOf } from './doubts.ts'
import { draftOf } from './draft.ts'
import { editSchema } from './edit.ts'

const fixtureNames = (): string[] =>
  ['drawer', 'parser', 'proofread'].flatMap((folder) =>
    readdirSync(new URL(`../../../fixtures/notices/${folder}`, import.meta.url))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => `${folder}/${name}`),
  )

const lines = `云岭区关于绿化专项巡察整改情况的通报
区委围绕巡察指出的3个问题，制定整改措施12项。
一、整改落实情况
（一）工程管理方面
1.管好苗木移栽。一是区绿化处每月巡查苗木。二是补植滨河公园苗木1186株。三对26个绿化项目开展“回头看”。
2.规范合同签订。制定合同签订流程表，明确签订各环节时限。二是开展招标采购专题培训3次。
3.加强内部监督一是召开党组会议专题研究廉洁风险防控。二是开展招标采购专题培训3次。`.split('\n')
const notice = parseNotice(lines)
const repeats = repeatedActs(notice)
const draft = draftOf(notice)
const doubts = doubtsOf(notice, [], repeats)

describe('the doubts of a notice', () => {
  it('come in reading order, each a question in both languages with a name that an edit can carry', () => {
    expect(doubts.map(({ kind, span }) => [kind, span.line])).toEqual([
      ['declared', 2],
      ['marker', 5],
      ['first', 6],
      ['repeat', 6],
      ['heading', 7],
    ])
    for (const { id, question } of doubts) {
      expect(editSchema.safeParse({ do: 'settle', doubt: id }).success).toBe(true)
      expect(question.zh).toMatch(/？$/)
      expect(question.en).toMatch(/\?$/)
    }
    expect(new Set(doubts.map(({ id }) => id)).size).toBe(doubts.length)
  })
  it('have answers that fit the draft', () => {
    for (const { yes, no } of doubts) {
      for (const answer of [yes, no]) {
        if (answer?.edit) expect(applyEdit(draft, answer.edit, repeats)).not.toBeNull()
      }
    }
  })
  it('are dealt with one by one, by either answer or by changing their record', () => {
    const [declared, marker, first, repeat, heading] = doubts
    const left = (edits: Parameters<typeof openDoubts>[1]) => openDoubts(doubts, edits).map(({ kind }) => kind)
    expect(left([])).toHaveLength(5)
    for (const doubt of [declared, marker, first, repeat, heading]) {
      if (doubt?.yes.edit) expect(left([doubt.yes.edit])).not.toContain(doubt.kind)
      if (doubt?.no?.edit) expect(left([doubt.no.edit])).not.toContain(doubt.kind)
    }
    expect(left([{ do: 'correct', key: 'f3', field: 'heading', value: '加强内部监督' }])).not.toContain('heading')
    expect(left([{ do: 'correct', key: 'm2.2', field: 'text', value: '开展培训3次' }])).toContain('repeat')
  })
  it('are answered by an edit whose fields come back from a database in another order', () => {
    const repeat = doubts.find(({ kind }) => kind === 'repeat')
    const edit = repeat?.yes.edit
    const reordered = edit && (Object.fromEntries(Object.entries(edit).reverse()) as typeof edit)
    expect(openDoubts(doubts, reordered ? [reordered] : [])).not.toContain(repeat)
  })
  it('take what the proofreader says about numbering, where nothing else asks about that line', () => {
    const at = (line: number) => ({ line, column: 1, endLine: line, endColumn: 2 })
    const message = { zh: '编号重复。', en: 'Number given twice.' }
    const said = (line: number, code: string) => ({
      ...at(line),
      code,
      severity: 'error' as const,
      message,
      related: [],
    })
    const more = doubtsOf(
      notice,
      [said(4, 'number/doubled'), said(7, 'number/heading-open'), said(4, 'date/no-year')],
      repeats,
    )
    expect(more.filter(({ kind }) => kind === 'number').map(({ span }) => span.line)).toEqual([4])
  })
  it('are folded into one question where a text is written so throughout', () => {
    const flat = Array.from({ length: 12 }, (_, index) => `${index + 1}.管好第${index + 1}处绿地。补植苗木。清运渣土。`)
    const asked = doubtsOf(parseNotice(['通报', '一、整改情况', ...flat]), [], [])
    expect(asked.filter(({ kind }) => kind === 'unmarked').length).toBeLessThanOrEqual(1)
  })
  it('of every fixture have names of their own and answers that fit', () => {
    for (const name of fixtureNames()) {
      const lines = fixtureLines(name)
      const notice = parseNotice(lines)
      const repeats = repeatedActs(notice)
      const draft = draftOf(notice)
      const doubts = doubtsOf(notice, proofread(notice, lines), repeats)
      expect(new Set(doubts.map(({ id }) => id)).size, name).toBe(doubts.length)
      for (const { id, yes, no } of doubts) {
        expect(id.length, name).toBeLessThanOrEqual(200)
        for (const answer of [yes, no]) {
          if (answer?.edit) expect(applyEdit(draft, answer.edit, repeats), `${name} ${id}`).not.toBeNull()
        }
      }
    }
  })
})
