import { matchesIn } from '../../../notice/matches-in.ts'
import { type Node, pieceOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { ownParagraphs } from './own-lines.ts'

const partner: Record<string, string> = { '》': '《', '〉': '〈', '”': '“', '’': '‘', '）': '（', '】': '【' }
const marks = /[《》〈〉“”‘’（）【】]/g
const opening = new Set(Object.values(partner))

/** 《》, “”, brackets opened and not closed in one paragraph, or closed and not opened. */
export const unbalanced: Rule = {
  code: 'form/unbalanced',
  severity: 'error',
  name: { zh: '书名号、引号或者括号不成对', en: 'A bracket or quotation mark without its partner' },
  explanation: {
    zh: {
      why: '书名号、引号缺一半，文件名称和引文到哪里为止就不清楚。',
      fix: '补上缺少的一半，或者删去多余的一半。',
      example: '“制定《云岭区工程变更办法，补办手续。”缺“》”。',
    },
    en: {
      why: 'With half a bracket nobody can tell where a title or quotation ends.',
      fix: 'Add the missing half or strike the surplus one.',
      example: '“制定《云岭区工程变更办法，补办手续。” lacks “》”.',
    },
  },
  *check(context) {
    const rows = ownParagraphs(context)
    for (const [index, row] of rows.entries()) {
      const lone = loneMark(row)
      if (!lone) continue
      const { text: mark, ...span } = lone
      // A quotation over several paragraphs opens each and closes the last.
      if (mark === '“' && rows[index + 1]?.text.trimStart().startsWith('“')) continue
      yield {
        ...span,
        message: {
          zh: `“${mark}”在本段没有配对的另一半。`,
          en: `“${mark}” has no partner in this paragraph.`,
        },
      }
    }
  },
}

/** The first mark of a paragraph without partner; null when all are paired. Brackets of either width pair. */
function loneMark(row: Node): Node | null {
  const open: { mark: string; at: number }[] = []
  const text = row.text.replaceAll('(', '（').replaceAll(')', '）')
  const numbered = /^\s*[\d一二三四五六七八九十]{1,3}）/.exec(text)?.[0].length ?? 0
  for (const { 0: mark, index: at } of matchesIn(text, marks)) {
    if (at < numbered) continue
    if (opening.has(mark)) open.push({ mark, at })
    const wanted = partner[mark]
    if (wanted === undefined) continue
    // A ’ may be an apostrophe or a minute.
    if (mark === '’' && open.at(-1)?.mark !== '‘') continue
    if (open.at(-1)?.mark === wanted) open.pop()
    else if (open.some((each) => each.mark === wanted)) {
      // What was opened inside and never closed is at fault, not this mark.
      const inner = open.at(-1)
      return inner ? pieceOf(row, inner.at, inner.at + 1) : null
    } else return pieceOf(row, at, at + 1)
  }
  const [first] = open
  return first ? pieceOf(row, first.at, first.at + 1) : null
}
