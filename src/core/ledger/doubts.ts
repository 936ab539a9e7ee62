/**
 * What a person should look at before a notice is written to the ledger, in reading order. Each doubt is about what would
 * be written; what is merely wrong in the text is the proofreader's (`Diagnostic`).
 */
import type { Notice, ParsedFinding, ParsedMeasure } from '../notice/notice.ts'
import type { Span } from '../notice/span.ts'
import type { Diagnostic } from '../proofread/diagnostic.ts'
import { type RepeatedAct, repeatedActs } from '../proofread/repeated-acts.ts'
import type { Doubt, Sentence } from './doubt.ts'
import { findingKey, measureKey } from './draft.ts'
import type { Edit } from './edit.ts'
import { repeatId } from './link-repeat.ts'
import { byStart } from './part-of-text.ts'

/** `repeats` may be given where they were found before. */
export function doubtsOf(
  notice: Notice,
  diagnostics: readonly Diagnostic[],
  repeats: readonly RepeatedAct[] = repeatedActs(notice),
): Doubt[] {
  const structure = [
    ...folded(notice.findings.flatMap(unmarked), (count) => ({
      zh: `全文有 ${count} 个问题的措施没有“一是、二是”这样的序号，按句子分开，对吗？`,
      en: `The measures of ${count} findings carry no ordinals and were told apart by sentence. Is that right?`,
    })),
    ...notice.findings.flatMap(ordinals),
    ...folded(notice.findings.flatMap(leads), (count) => ({
      zh: `有 ${count} 处文字在标题与措施之间，没有作为措施，只留在原文里，对吗？`,
      en: `${count} stretches between heading and measures were not read as measures and stay in the text. Is that right?`,
    })),
    ...notice.findings.flatMap(headings),
  ]
  const covered = new Set(structure.map(({ span }) => span.line))
  const numbering = diagnostics.filter(({ code, line }) => code.startsWith('number/') && !covered.has(line))
  return [
    ...structure,
    ...declared(notice),
    ...numbering.map(numbered),
    ...repeats.map((act) => repeated(notice, act)),
  ].sort((a, b) => byStart(a.span, b.span))
}

const yes: Sentence = { zh: '是', en: 'Yes' }
const no: Sentence = { zh: '不是', en: 'No' }
const settle = (doubt: string): Edit => ({ do: 'settle', doubt })

type Asked = Pick<Doubt, 'kind' | 'span' | 'key' | 'question'>
/** `otherwise`: what “no” does; null for correcting by hand, absent where there is no “no”. */
function asked(doubt: Asked, otherwise?: Edit | null): Doubt {
  const id = `${doubt.kind} ${doubt.key ?? `${doubt.span.line}:${doubt.span.column}`}`
  const answer = otherwise === undefined ? null : { label: no, edit: otherwise }
  return { ...doubt, span: bare(doubt.span), id, yes: { label: yes, edit: settle(id) }, no: answer }
}

/** More doubts of one kind than anybody reads one by one are how the text is written: one question for all of them. */
const foldedAbove = 8

function folded(doubts: Doubt[], question: (count: number) => Sentence): Doubt[] {
  const [first] = doubts
  if (!first || doubts.length <= foldedAbove) return doubts
  return [asked({ kind: first.kind, span: first.span, key: null, question: question(doubts.length) })]
}

function unmarked(finding: ParsedFinding, index: number): Doubt[] {
  const { measures } = finding
  if (measures.length < 2 || measures.some(({ implied }) => !implied)) return []
  const question = {
    zh: `第 ${finding.line} 行：“${finding.number} ${short(finding.heading)}”的措施没有“一是、二是”这样的序号，按句子分成 ${measures.length} 项，对吗？`,
    en: `Line ${finding.line}: the measures of “${finding.number} ${short(finding.heading)}” carry no ordinals and were told apart by sentence: ${measures.length} of them. Is that right?`,
  }
  const one: Edit = { do: 'merge', keys: measures.map((_, place) => measureKey(index, place)).slice(0, 200) }
  return [asked({ kind: 'unmarked', span: finding.headingSpan, key: findingKey(index), question }, one)]
}

function ordinals(finding: ParsedFinding, index: number): Doubt[] {
  const { measures } = finding
  if (measures.every(({ implied }) => implied)) return []
  const withStop = measures.some(({ marker }) => marker?.endsWith('是'))
  return measures.flatMap((measure, place) => {
    const key = measureKey(index, place)
    const before = measures[place - 1]
    // Not a measure of its own: part of the one before it or, at the head of a list, none at all.
    const otherwise: Edit = before
      ? { do: 'merge', keys: [measureKey(index, place - 1), key] }
      : { do: 'leaveOut', key, leaveOut: true }
    const doubt = (kind: Doubt['kind'], question: Sentence): Doubt =>
      asked({ kind, span: measure, key, question }, otherwise)
    if (measure.implied) return [doubt('first', impliedQuestion(finding, measure, measures[place + 1], before))]
    if (withStop && measure.marker !== null && /^[一二三四五六七八九十]+$/.test(measure.marker)) {
      return [doubt('marker', markerQuestion(measure))]
    }
    const expected = (before?.ordinal ?? 0) + 1
    if (measure.ordinal === expected) return []
    return [asked({ kind: 'order', span: measure, key, question: orderQuestion(measure, before) })]
  })
}

function impliedQuestion(
  finding: ParsedFinding,
  { line, text }: ParsedMeasure,
  next: ParsedMeasure | undefined,
  before: ParsedMeasure | undefined,
): Sentence {
  if (before) {
    return {
      zh: `第 ${line} 行：“${short(text)}”前面没有序号，单独作为一项措施？`,
      en: `Line ${line}: no ordinal before “${short(text)}”. Is it a measure of its own?`,
    }
  }
  return {
    zh: `第 ${line} 行：“${finding.number}”之后没有“一是”，从“${next?.marker ?? ''}”开始。把“${next?.marker ?? ''}”之前的文字作为第一项措施？`,
    en: `Line ${line}: finding ${finding.number} has no first ordinal and starts at “${next?.marker ?? ''}”. Is the text before it the first measure?`,
  }
}

const markerQuestion = ({ line, marker, ordinal }: ParsedMeasure): Sentence => ({
  zh: `第 ${line} 行：“${marker}”后面没有“是”。作为第 ${ordinal} 项措施？`,
  en: `Line ${line}: “${marker}” stands without 是. Is it measure ${ordinal}?`,
})

const orderQuestion = ({ line, marker }: ParsedMeasure, before: ParsedMeasure | undefined): Sentence => ({
  zh: before
    ? `第 ${line} 行：序号“${marker}”接在“${before.marker ?? '无序号的一项'}”之后，不连续。按原文顺序保留？`
    : `第 ${line} 行：第一项措施的序号是“${marker}”。按原文顺序保留？`,
  en: before
    ? `Line ${line}: ordinal “${marker}” follows “${before.marker ?? 'one without ordinal'}”. Keep the order of the text?`
    : `Line ${line}: the first measure carries “${marker}”. Keep the order of the text?`,
})

function headings(finding: ParsedFinding, index: number): Doubt[] {
  if (!finding.headingOpen) return []
  const question = {
    zh: `第 ${finding.line} 行：标题“${short(finding.heading)}”后面没有句号。标题到这里为止？`,
    en: `Line ${finding.line}: no full stop after the heading “${short(finding.heading)}”. Does the heading end here?`,
  }
  return [asked({ kind: 'heading', span: finding.headingSpan, key: findingKey(index), question }, null)]
}

function leads(finding: ParsedFinding, index: number): Doubt[] {
  return finding.lead.slice(0, 1).map((lead) => {
    const question = {
      zh: `第 ${lead.line} 行：“${short(lead.text)}”在标题与措施之间，没有作为措施，只留在原文里，对吗？`,
      en: `Line ${lead.line}: “${short(lead.text)}” stands between heading and measures and stays in the text. Is that right?`,
    }
    const text = lead.text.trim().slice(0, 10_000)
    const add: Edit = { do: 'add', as: 'measure', to: findingKey(index), text, span: bare(lead) }
    const doubt = asked({ kind: 'lead', span: lead, key: findingKey(index), question }, add)
    return { ...doubt, no: { label: { zh: '作为措施', en: 'It is a measure' }, edit: add } }
  })
}

const counted = [
  { what: 'finding', zh: '问题', en: 'findings', unit: '个' },
  { what: 'cause', zh: '原因', en: 'causes', unit: '条' },
  { what: 'measure', zh: '措施', en: 'measures', unit: '项' },
] as const

function declared(notice: Notice): Doubt[] {
  const parsed = {
    finding: notice.findings.length,
    cause: notice.findings.reduce((sum, { causes }) => sum + causes.length, 0),
    measure: notice.findings.reduce((sum, { measures }) => sum + measures.length, 0),
  }
  return counted.flatMap(({ what, zh, en, unit }) => {
    const claim = notice.declared.find((each) => each.what === what)
    if (!claim || claim.value === parsed[what]) return []
    const question = {
      zh: `第 ${claim.line} 行：文中称${zh} ${claim.value} ${unit}，识别出 ${parsed[what]} ${unit}。按识别结果继续？`,
      en: `Line ${claim.line}: the text says ${claim.value} ${en}; ${parsed[what]} were found. Go on with what was found?`,
    }
    return [asked({ kind: 'declared', span: claim, key: null, question })]
  })
}

function numbered({ code, line, column, message, ...rest }: Diagnostic): Doubt {
  const id = `${code} ${line}:${column}`
  const label = { zh: '按原文保留', en: 'Keep as written' }
  const span = { line, column, endLine: rest.endLine, endColumn: rest.endColumn }
  return { id, kind: 'number', span, key: null, question: message, yes: { label, edit: settle(id) }, no: null }
}

function repeated(notice: Notice, act: RepeatedAct): Doubt {
  const [first] = act.places
  const numbers = [...new Set(act.places.map(({ findingIndex }) => notice.findings[findingIndex]?.number ?? ''))]
  const id = repeatId(act)
  const link = (as: 'one' | 'apart'): Edit => ({ do: 'linkRepeat', repeat: id, as })
  const span = first?.span ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }
  const near = act.kind === 'near'
  const told = short(first?.text ?? act.text)
  return {
    id: `repeat ${id}`,
    kind: 'repeat',
    span: bare(span),
    key: first ? measureKey(first.findingIndex, first.measureIndex) : null,
    question: {
      zh: `“${told}”${near ? '（措辞相近）' : ''}出现在 ${numbers.length} 个问题下：${numbers.join('、')}。作为一项措施关联，只计一次？`,
      en: `“${told}” stands${near ? ', in like words,' : ''} under ${numbers.length} findings: ${numbers.join(', ')}. Link it as one measure, counted once?`,
    },
    yes: { label: { zh: '只计一次', en: 'Count once' }, edit: link('one') },
    no: { label: { zh: '分开', en: 'Keep apart' }, edit: link('apart') },
  }
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text).replace(/\s+/g, ' ')
const bare = ({ line, column, endLine, endColumn }: Span): Span => ({ line, column, endLine, endColumn })
