import { type Node, pieceOf } from '../../pieces.ts'
import type { Rule, Words } from '../../rule.ts'
import { ownLines } from './own-lines.ts'

/** Marks after the numbers of headings, by GB/T 9704: `一、` `（一）` `1.` `（1）`. */
const faults: readonly [RegExp, Words][] = [
  [
    /^\s*[一二三四五六七八九十]{1,3}[.．，,：:](?=\p{Script=Han})/u,
    { zh: '一级标题序号后应用顿号（“一、”）', en: 'a heading of the first level takes 、 after its number (“一、”)' },
  ],
  [
    /^\s*[（(][一二三四五六七八九十]{1,3}[）)][、，,.．]/u,
    { zh: '“（一）”后不加标点', en: 'nothing stands after “（一）”' },
  ],
  [
    /^\s*\d{1,3}、(?=\p{Script=Han})/u,
    { zh: '三级标题序号后应用圆点（“1.”）', en: 'a heading of the third level takes a point (“1.”)' },
  ],
  [/^\s*[（(]\d{1,3}[）)][、，,.．]/u, { zh: '“（1）”后不加标点', en: 'nothing stands after “（1）”' }],
  [/^\s*第[一二三四五六七八九十]{1,3}、/u, { zh: '“第一”后应用逗号', en: 'a comma stands after “第一”' }],
]

/** Wrong marks after the numbers of headings. */
export const headingPunctuation: Rule = {
  code: 'form/heading-punctuation',
  severity: 'hint',
  name: { zh: '标题序号的标点不规范', en: 'Punctuation after the number of a heading' },
  explanation: {
    zh: {
      why: '公文的结构层次序数依次为“一、”“（一）”“1.”“（1）”，标点不同，层次就不清楚（GB/T 9704）。',
      fix: '按规范统一；同一层次全文一致。',
      example: '“（一）、重点环节方面”应为“（一）重点环节方面”。',
    },
    en: {
      why: 'Levels of an official document are 一、 then （一） then 1. then （1）; other marks blur them (GB/T 9704).',
      fix: 'Use these marks, the same for one level throughout.',
      example: '“（一）、重点环节方面” should be “（一）重点环节方面”.',
    },
  },
  *check({ notice, lines }) {
    const rows = ownLines(notice, lines)
    for (const [pattern, words] of faults) {
      const places = rows.flatMap((row): Node[] => {
        const match = pattern.exec(row.text)
        return match ? [pieceOf(row, match[0].search(/\S/), match[0].length)] : []
      })
      const [first, ...others] = places
      if (!first) continue
      const { text: _, ...span } = first
      yield {
        ...span,
        message: {
          zh: `${words.zh}${others.length > 0 ? `，共${places.length}处` : ''}。`,
          en: `Here ${words.en}${others.length > 0 ? `; ${places.length} places` : ''}.`,
        },
        related: others.map(({ text: _text, ...where }) => ({ ...where, note: { zh: '同样', en: 'the same' } })),
      }
    }
  },
}
