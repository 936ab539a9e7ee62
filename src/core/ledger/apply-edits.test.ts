import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEdit, lines } from '../../../fixtures/ledger/three-findings.ts'
import { parseNotice } from '../notice/parse-notice.ts'
import { textAt } from '../notice/span.ts'
import { repeatedActs } from '../proofread/repeated-acts.ts'
import { applyEdits } from './apply-edits.ts'
import { draftOf, type LedgerDraft } from './draft.ts'
import { type Edit, editSchema } from './edit.ts'
import { repeatId } from './link-repeat.ts'
import { underFindings } from './under-findings.ts'

const notice = parseNotice(lines)
const draft = draftOf(notice)
const repeats = repeatedActs(notice)
const edited = (...edits: Edit[]): LedgerDraft => {
  const result = applyEdits(draft, edits, repeats)
  expect(result.ignored).toEqual([])
  return result.draft
}
const measure = (of: LedgerDraft, key: string) => of.measures.find((each) => each.key === key)
const measuresUnder = (of: LedgerDraft, key: string) =>
  underFindings(of)
    .find(({ finding }) => finding.key === key)
    ?.measures.map((each) => each.key)

describe('the draft of a notice', () => {
  it('has the findings and measures of the notice in reading order, each with its place', () => {
    expect(draft.findings.map(({ number }) => number)).toEqual(['1', '2', '3'])
    expect(draft.measures).toHaveLength(7)
    for (const { text, spans } of draft.measures) expect(spans.map((span) => textAt(lines, span))).toEqual([text])
  })
  it('takes a target only where a measure has one exact count', () => {
    expect(measure(draft, 'm1.2')?.target).toEqual({ quantity: 1186, unit: '株' })
    expect(measure(draft, 'm2.2')?.target).toBeNull()
  })
})

describe('edits', () => {
  it('correct a field, and clear one that may be empty', () => {
    const corrected = edited({ do: 'correct', key: 'f1', field: 'heading', value: ' 管好苗木 ' })
    expect(corrected.findings[0]?.heading).toBe('管好苗木')
    expect(edited({ do: 'correct', key: 'f1', field: 'aspect', value: '' }).findings[0]?.aspect).toBeNull()
  })
  it('drop the target of a measure whose corrected text no longer has it', () => {
    const corrected = edited({ do: 'correct', key: 'm1.2', field: 'text', value: '补植苗木。' })
    expect(measure(corrected, 'm1.2')?.target).toBeNull()
  })
  it('never leave a record without text or with a status that is none', () => {
    const edits: Edit[] = [
      { do: 'correct', key: 'm1.1', field: 'text', value: '  ' },
      { do: 'correct', key: 'f1', field: 'status', value: '苗木' },
    ]
    const result = applyEdits(draft, edits)
    expect(result.draft).toEqual(draft)
    expect(result.ignored.map(({ index }) => index)).toEqual([0, 1])
  })
  it('merge measures in reading order under all their findings, keeping the first key', () => {
    const merged = edited({ do: 'merge', keys: ['m2.1', 'm1.3'] })
    const one = measure(merged, 'm2.1')
    expect(one?.text).toBe(`${measure(draft, 'm1.3')?.text}${measure(draft, 'm2.1')?.text}`)
    expect(one?.findings).toEqual(['f1', 'f2'])
    expect(measure(merged, 'm1.3')).toBeUndefined()
  })
  it('split a measure at the exact place of the source', () => {
    const text = measure(draft, 'm2.2')?.text ?? ''
    const at = text.indexOf('开展绿化')
    const parted = edited({ do: 'split', key: 'm2.2', at })
    const halves = ['m2.2', 'm2.2/2'].map((key) => measure(parted, key))
    expect(halves.map((half) => half?.text).join('')).toBe(text)
    for (const half of halves) expect(half?.spans.map((span) => textAt(lines, span))).toEqual([half?.text])
    expect(halves.map((half) => half?.target?.quantity)).toEqual([3, 1])
    expect(measuresUnder(parted, 'f2')).toEqual(['m2.1', 'm2.2', 'm2.2/2'])
  })
  it('make a heading of a measure, which takes along what follows it', () => {
    const retagged = edited({ do: 'retag', key: 'm1.2', as: 'finding' })
    expect(retagged.findings.map(({ key, number }) => [key, number])).toEqual([
      ['f1', '1'],
      ['m1.2', '1-1'],
      ['f2', '2'],
      ['f3', '3'],
    ])
    expect(measuresUnder(retagged, 'f1')).toEqual(['m1.1'])
    expect(measuresUnder(retagged, 'm1.2')).toEqual(['m1.3'])
  })
  it('make a measure of a finding, whose measures go to the finding before', () => {
    const retagged = edited({ do: 'retag', key: 'f2', as: 'measure' })
    expect(measuresUnder(retagged, 'f1')).toEqual(['m1.1', 'm1.2', 'm1.3', 'f2', 'm2.1', 'm2.2'])
  })
  it('make a cause or the original problem of a measure', () => {
    expect(edited({ do: 'retag', key: 'm1.1', as: 'cause' }).causes.map(({ key }) => key)).toEqual(['m1.1'])
    const retagged = edited({ do: 'retag', key: 'm1.1', as: 'original' })
    expect(retagged.findings[0]?.original).toBe(measure(draft, 'm1.1')?.text)
    expect(measure(retagged, 'm1.1')).toBeUndefined()
  })
  it('add a stretch of the source where it stands', () => {
    const span = { line: 3, column: 1, endLine: 3, endColumn: 9 }
    const added = edited({ do: 'add', as: 'measure', to: 'f1', text: '学习《云岭区绿化条例》', span })
    expect(measure(added, 'a/1')?.documents).toEqual(['云岭区绿化条例'])
    expect(measure(added, 'a/1')?.findings).toEqual(['f1'])
  })
  it('link an act told under several findings: whole measures become one, parts are taken out of theirs', () => {
    const act = repeats.find(({ text }) => text.includes('招标采购'))
    expect(act?.places.map(({ whole }) => whole)).toEqual([true, false, true])
    const linked = edited({ do: 'linkRepeat', repeat: act ? repeatId(act) : '', as: 'one' })
    expect(measure(linked, 'm1.3')?.findings).toEqual(['f1', 'f2', 'f3'])
    expect(measure(linked, 'm1.3')?.target).toEqual({ quantity: 3, unit: '次' })
    expect(measure(linked, 'm2.2')?.text).toBe('开展绿化养护培训1次。')
    expect(measuresUnder(linked, 'f3')).toEqual(['m3.1', 'm1.3'])
    expect(linked.measures).toHaveLength(6)
  })
  it('name what no longer fits, and go on', () => {
    const result = applyEdits(draft, [
      { do: 'leaveOut', key: 'm9.9', leaveOut: true },
      { do: 'merge', keys: ['m1.1', 'f1'] },
      { do: 'move', key: 'm1.1', to: 'f2' },
    ])
    expect(result.ignored.map(({ index }) => index)).toEqual([0, 1])
    expect(measure(result.draft, 'm1.1')?.findings).toEqual(['f2'])
  })
})

const someEdit = anyEdit(repeats.map(repeatId))

describe('whatever the edits', () => {
  it('keys are unique, links lead to findings that are there, and no record is without text', () => {
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 25 }), (edits) => {
        for (const edit of edits) expect(editSchema.safeParse(edit).success).toBe(true)
        const { draft: now } = applyEdits(draft, edits, repeats)
        const records = [...now.findings, ...now.causes, ...now.measures]
        expect(new Set(records.map((record) => record.key)).size).toBe(records.length)
        const findings = new Set(now.findings.map((finding) => finding.key))
        for (const { text, findings: links } of [...now.causes, ...now.measures]) {
          expect(text.trim()).not.toBe('')
          expect(new Set(links).size).toBe(links.length)
          expect(links.every((link) => findings.has(link))).toBe(true)
        }
        for (const { heading } of now.findings) expect(heading.trim()).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })
  it('dropping the last one gives back the draft before it, and an ignored one changes nothing', () => {
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 15 }), someEdit, (edits, last) => {
        const before = applyEdits(draft, edits, repeats)
        const now = applyEdits(draft, [...edits, last], repeats)
        if (now.ignored.length > before.ignored.length) expect(now.draft).toEqual(before.draft)
        expect(applyEdits(draft, [...edits, last].slice(0, -1), repeats)).toEqual(before)
      }),
      { numRuns: 300 },
    )
  })
})
