import { describe, expect, it } from 'vitest'
import { lines } from '../../../fixtures/ledger/three-findings.ts'
import { applyEdits } from '../../core/ledger/apply-edits.ts'
import { draftOf } from '../../core/ledger/draft.ts'
import { repeatId } from '../../core/ledger/link-repeat.ts'
import { underFindings } from '../../core/ledger/under-findings.ts'
import { parseNotice } from '../../core/notice/parse-notice.ts'
import { repeatedActs } from '../../core/proofread/repeated-acts.ts'
import { placesOf, recordAt, textIndexOf } from './record-places.ts'

const notice = parseNotice(lines)
const draft = draftOf(notice)
const column = (line: number, words: string) => (lines[line - 1]?.indexOf(words) ?? -1) + 1

describe('records and their places in the text', () => {
  it('are found from a click on their words, on their marker, and on their heading', () => {
    const index = textIndexOf(draft)
    expect(recordAt(index, { line: 4, column: column(4, '滨河公园') })).toEqual({ key: 'm1.2', finding: 'f1' })
    expect(recordAt(index, { line: 4, column: column(4, '苗木移栽。') })).toEqual({ key: 'f1', finding: 'f1' })
    expect(recordAt(index, { line: 1, column: 1 })).toBeNull()
  })
  it('lead to the card of the finding that was clicked when one act stands under several', () => {
    const act = repeatedActs(notice).find(({ text }) => text.includes('招标采购'))
    const { draft: linked } = applyEdits(
      draft,
      [{ do: 'linkRepeat', repeat: act ? repeatId(act) : '', as: 'one' }],
      repeatedActs(notice),
    )
    const index = textIndexOf(linked)
    expect(recordAt(index, { line: 7, column: column(7, '招标采购') })).toEqual({ key: 'm1.3', finding: 'f3' })
    expect(recordAt(index, { line: 4, column: column(4, '招标采购') })).toEqual({ key: 'm1.3', finding: 'f1' })
    expect(placesOf(underFindings(linked)).filter(({ key }) => key === 'm1.3')).toHaveLength(3)
  })
})
