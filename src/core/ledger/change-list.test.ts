import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEdit, lines } from '../../../fixtures/ledger/three-findings.ts'
import { parseNotice } from '../notice/parse-notice.ts'
import { repeatedActs } from '../proofread/repeated-acts.ts'
import { applyEdits } from './apply-edits.ts'
import { type ChangeList, changeListOf } from './change-list.ts'
import { draftOf, type LedgerDraft } from './draft.ts'
import type { Edit } from './edit.ts'
import { type ExistingLedger, emptyLedger } from './existing-ledger.ts'
import { repeatId } from './link-repeat.ts'
import { takenIn } from './taken-in.ts'
import { writesNothing } from './writes-nothing.ts'

const notice = parseNotice(lines)
const draft = draftOf(notice)
const repeats = repeatedActs(notice)
const edited = (...edits: Edit[]): LedgerDraft => applyEdits(draft, edits, repeats).draft

/** The ledger after a draft was written into an empty one. */
function written(from: LedgerDraft): ExistingLedger {
  const taken = takenIn(from)
  const ids = new Map([...taken.findings, ...taken.causes, ...taken.measures].map(({ key }, index) => [key, index + 1]))
  const id = (key: string): number => ids.get(key) ?? 0
  return {
    findings: taken.findings.map(({ key, number, heading, original, aspect, status }) => ({
      id: id(key),
      number,
      heading,
      original,
      aspect,
      status,
    })),
    causes: taken.causes.map(({ key, text, findings }) => ({ id: id(key), text, findingIds: findings.map(id) })),
    measures: taken.measures.map(({ key, text, kind, duePhrase, dueOn, target, documents, findings }) => ({
      id: id(key),
      text,
      kind,
      duePhrase,
      dueOn,
      target,
      documents,
      findingIds: findings.map(id),
    })),
  }
}
const acts = ({ changes }: ChangeList, record: string): string[] =>
  changes.filter((change) => change.record === record).map(({ act }) => act)

describe('the change list of an import', () => {
  it('creates everything in an empty ledger', () => {
    const list = changeListOf(draft, emptyLedger)
    expect(acts(list, 'finding')).toEqual(['create', 'create', 'create'])
    expect(new Set(acts(list, 'measure'))).toEqual(new Set(['create']))
    expect(list.links).toHaveLength(7)
    expect(list.untouched).toEqual({ findings: 0, causes: 0, measures: 0 })
  })
  it('leaves out what the person left out, with what stands only under it', () => {
    const list = changeListOf(edited({ do: 'leaveOut', key: 'f1', leaveOut: true }), emptyLedger)
    expect(acts(list, 'finding')).toEqual(['leftOut', 'create', 'create'])
    expect(acts(list, 'measure').filter((act) => act === 'leftOut')).toHaveLength(3)
  })
  it('updates a heading corrected under the same number, naming before and after', () => {
    const corrected = edited({ do: 'correct', key: 'f2', field: 'heading', value: '规范合同签订流程' })
    const list = changeListOf(corrected, written(draft))
    expect(list.changes.filter(({ act }) => act !== 'same')).toEqual([
      {
        record: 'finding',
        key: 'f2',
        act: 'update',
        id: 2,
        label: '2 规范合同签订流程',
        fields: [{ field: 'heading', before: '规范合同签订', after: '规范合同签订流程' }],
      },
    ])
  })
  it('knows a finding by its measures when the heading was rewritten', () => {
    const list = changeListOf(
      edited({ do: 'correct', key: 'f1', field: 'heading', value: '严把苗木关口' }),
      written(draft),
    )
    expect(acts(list, 'finding')).toEqual(['update', 'same', 'same'])
  })
  it('updates a measure whose text was corrected, and compares text without punctuation', () => {
    const text = '区绿化处修订《云岭区苗木移栽办法》，'
    const list = changeListOf(edited({ do: 'correct', key: 'm1.1', field: 'text', value: text }), written(draft))
    expect(list.changes.find(({ key }) => key === 'm1.1')).toMatchObject({ act: 'update' })
    const retyped = edited({ do: 'correct', key: 'm1.1', field: 'text', value: '区绿化处制定 《云岭区苗木移栽办法》' })
    expect(changeListOf(retyped, written(draft)).changes.find(({ key }) => key === 'm1.1')?.id).not.toBeNull()
  })
  it('touches nothing that the text does not mention, and empties no field', () => {
    const ledger = written(draft)
    const [first] = ledger.measures
    if (!first) throw new Error('the fixture has measures')
    first.dueOn = '2024-12-31'
    first.kind = 'fixedTerm'
    ledger.findings.push({ id: 90, number: '9', heading: '另有问题', original: null, aspect: null, status: null })
    const list = changeListOf(draft, ledger)
    expect(writesNothing(list)).toBe(true)
    expect(list.untouched).toEqual({ findings: 1, causes: 0, measures: 0 })
  })
  it('adds links when an act that stood apart is linked, and keeps the others as they are', () => {
    const act = repeats.find(({ text }) => text.includes('招标采购'))
    const linked = edited({ do: 'linkRepeat', repeat: act ? repeatId(act) : '', as: 'one' })
    const list = changeListOf(linked, written(draft))
    expect(list.links.filter((link) => link.act === 'create').map(({ from, to }) => [from, to])).toEqual([
      ['m1.3', 'f2'],
      ['m1.3', 'f3'],
    ])
    expect(list.untouched.measures).toBe(1)
  })
})

describe('writing the same draft twice', () => {
  it('changes nothing the second time, whatever was edited', () => {
    fc.assert(
      fc.property(fc.array(anyEdit(repeats.map(repeatId)), { maxLength: 20 }), (edits) => {
        const now = edited(...edits)
        const list = changeListOf(now, written(now))
        expect(list.changes.filter(({ act }) => act === 'create' || act === 'update')).toEqual([])
        expect(writesNothing(list)).toBe(true)
        expect(list.untouched).toEqual({ findings: 0, causes: 0, measures: 0 })
      }),
      { numRuns: 500 },
    )
  })
})
