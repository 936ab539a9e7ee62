import { matchesIn } from '../../../notice/matches-in.ts'
import type { Span } from '../../../notice/span.ts'
import type { Node } from '../../pieces.ts'
import type { Found, Rule } from '../../rule.ts'
import { ownLines } from './own-lines.ts'

type Kind = {
  name: string
  half: string
  full: string /** Whether a half-width mark stands in Chinese text. */
  chinese: Beside
}
type Beside = (before: string, after: string) => boolean

const han = /^\p{Script=Han}$/u
const closed: Beside = (before) => han.test(before) || '”》）)'.includes(before)
const opens: Beside = (_, after) => han.test(after)

/** Half-width marks count only beside Chinese characters: `1,213`, `10:30` and web addresses are right as they are. */
const kinds: readonly Kind[] = [
  {
    ...{ name: '逗号', half: ',', full: '，' },
    chinese: (before, after) =>
      closed(before, after) || (/[%\d]/.test(before) && (opens(before, after) || /[“《（(]/.test(after))),
  },
  {
    ...{ name: '分号', half: ';', full: '；' },
    chinese: (before, after) => closed(before, after) || /[%\d]/.test(before),
  },
  { name: '冒号', half: ':', full: '：', chinese: closed },
  // Brackets around numbers, `(1)` and `（1）`, are a style of their own.
  { name: '括号', half: '(', full: '（', chinese: opens },
  { name: '问号', half: '?', full: '？', chinese: closed },
  {
    ...{ name: '句号', half: '.', full: '。' },
    chinese: (before, after) => closed(before, after) && (after === '' || opens(before, after) || /[“《]/.test(after)),
  },
]
const english: Record<string, string> = {
  逗号: 'commas',
  分号: 'semicolons',
  冒号: 'colons',
  括号: 'brackets',
  问号: 'question marks',
  句号: 'stops',
}
const marks = /[,;:(?.，；：（？。]/g
const byMark = new Map(kinds.flatMap((kind) => [[kind.half, kind] as const, [kind.full, kind] as const]))

/** Chinese text set with half-width punctuation, throughout or mixed with full width. */
export const mixedPunctuation: Rule = {
  code: 'form/mixed-punctuation',
  severity: 'hint',
  name: { zh: '标点全角半角不规范', en: 'Half-width punctuation in Chinese text' },
  explanation: {
    zh: {
      why: '公文标点用全角。半角与全角混用，排版疏密不匀，检索和比对也会漏掉。',
      fix: '用编辑软件的替换功能统一成全角；数字、网址、邮箱中的不改。',
      example: '“核减工程款,补办手续。”应为“核减工程款，补办手续。”',
    },
    en: {
      why: 'Official documents use full-width punctuation. A mixture sets unevenly, and searches and comparisons miss it.',
      fix: 'Replace by full width throughout, but not in numbers, addresses and e-mail.',
      example: '“核减工程款,补办手续。” should be “核减工程款，补办手续。”',
    },
  },
  *check({ notice, lines }) {
    const widths = widthsOf(ownLines(notice, lines))
    const consistent: { name: string; half: Width; first: Span }[] = []
    for (const [kind, { half, full }] of widths) {
      if (half.first === null) continue
      if (full.first === null) consistent.push({ name: kind.name, half, first: half.first })
      else yield mixed(kind.name, half, full)
    }
    const [first] = consistent
    // Brackets around numbers alone, `(一)`, are a style of their own.
    if (!first || consistent.every(({ name }) => name === '括号')) return
    yield {
      ...first.first,
      message: {
        zh: `全文使用半角${consistent.map(({ name, half }) => `${name}（${half.count}处）`).join('、')}，公文应用全角。`,
        en: `The text uses half-width ${consistent.map(({ name, half }) => `${english[name]} (${half.count})`).join(', ')} throughout; official documents use full width.`,
      },
    }
  },
}

/** How often a mark stands in one width, and where first. */
type Width = { count: number; first: Span | null }

function widthsOf(rows: readonly Node[]): Map<Kind, { half: Width; full: Width }> {
  const widths = new Map<Kind, { half: Width; full: Width }>(
    kinds.map((kind) => [kind, { half: { count: 0, first: null }, full: { count: 0, first: null } }]),
  )
  for (const { line, text } of rows) {
    for (const { 0: mark, index } of matchesIn(text, marks)) {
      const kind = byMark.get(mark)
      const width = kind && widths.get(kind)?.[mark === kind.half ? 'half' : 'full']
      if (!kind || !width) continue
      const tested = mark === kind.half || mark === '（'
      if (tested && !kind.chinese(text.charAt(index - 1), text.charAt(index + 1))) continue
      width.count += 1
      width.first ??= { line, column: index + 1, endLine: line, endColumn: index + 2 }
    }
  }
  return widths
}

function mixed(name: string, half: Width, full: Width): Found {
  // The rarer width is the slip.
  const halfIsRare = half.count <= full.count
  return {
    ...((halfIsRare ? half.first : full.first) ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }),
    severity: 'warning',
    message: {
      zh: `${name}全角半角混用：全角${full.count}处，半角${half.count}处，此处为第一处${halfIsRare ? '半角' : '全角'}。`,
      en: `Full-width (${full.count}) and half-width (${half.count}) ${english[name]} are mixed; this is the first ${halfIsRare ? 'half' : 'full'}-width one.`,
    },
  }
}
