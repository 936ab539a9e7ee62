import { matchesIn } from '../../matches-in.ts'
import { type Node, pieceOf } from '../../pieces.ts'
import type { Found, Rule } from '../../rule.ts'
import { ownLines } from './own-lines.ts'

type Kind = { name: string; half: RegExp; full: RegExp }

/** Half-width marks count only beside Chinese characters: `1,213`, `10:30` and web addresses are right as they are. */
const kinds: readonly Kind[] = [
  {
    name: '逗号',
    half: /(?<=[\p{Script=Han}”》）)%\d]),(?=[\p{Script=Han}“《（(])|(?<=[\p{Script=Han}”》）)]),/gu,
    full: /，/g,
  },
  { name: '分号', half: /(?<=[\p{Script=Han}”》）)%\d]);/gu, full: /；/g },
  { name: '冒号', half: /(?<=[\p{Script=Han}”》）)]):/gu, full: /：/g },
  { name: '括号', half: /[(](?=[\p{Script=Han}])/gu, full: /（(?=[\p{Script=Han}])/gu },
  { name: '问号', half: /(?<=[\p{Script=Han}”》）)])\?/gu, full: /？/g },
  { name: '句号', half: /(?<=[\p{Script=Han}”》）)])\.(?=$|[\p{Script=Han}“《])/gu, full: /。/g },
]
const english: Record<string, string> = {
  逗号: 'commas',
  分号: 'semicolons',
  冒号: 'colons',
  括号: 'brackets',
  问号: 'question marks',
  句号: 'stops',
}

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
    const rows = ownLines(notice, lines)
    const consistent: { name: string; count: number; first: Node }[] = []
    for (const kind of kinds) {
      const half = matches(rows, kind.half)
      const full = matches(rows, kind.full)
      const [first] = half
      if (!first) continue
      if (full.length === 0) consistent.push({ name: kind.name, count: half.length, first })
      else yield mixed(kind.name, half, full)
    }
    const [first] = consistent
    // Brackets around numbers alone, `(一)`, are a style of their own.
    if (!first || consistent.every(({ name }) => name === '括号')) return
    const { text: _, ...span } = first.first
    yield {
      ...span,
      message: {
        zh: `全文使用半角${consistent.map(({ name, count }) => `${name}（${count}处）`).join('、')}，公文应用全角。`,
        en: `The text uses half-width ${consistent.map(({ name, count }) => `${english[name]} (${count})`).join(', ')} throughout; official documents use full width.`,
      },
    }
  },
}

function mixed(name: string, half: readonly Node[], full: readonly Node[]): Found {
  // The rarer width is the slip.
  const [rare, halfIsRare] = half.length <= full.length ? [half, true] : [full, false]
  const { text: _, ...span } = rare[0] ?? { line: 1, column: 1, endLine: 1, endColumn: 1, text: '' }
  return {
    ...span,
    severity: 'warning',
    message: {
      zh: `${name}全角半角混用：全角${full.length}处，半角${half.length}处，此处为第一处${halfIsRare ? '半角' : '全角'}。`,
      en: `Full-width (${full.length}) and half-width (${half.length}) ${english[name]} are mixed; this is the first ${halfIsRare ? 'half' : 'full'}-width one.`,
    },
  }
}

const matches = (rows: readonly Node[], pattern: RegExp): Node[] =>
  rows.flatMap((row) =>
    matchesIn(row.text, pattern).map((match) => pieceOf(row, match.index, match.index + match[0].length)),
  )
