/** Documents in 《》 and the verb that governs each: made, revised, repealed, issued, studied, followed. */

import { matchesIn } from './matches-in.ts'
import type { DocumentMention } from './notice.ts'
import { inTitle, isFree, nodeOf, partnerOf, type Stretch, textOf, within } from './shade.ts'

type Verb = DocumentMention['verb']
type Governing = Pick<DocumentMention, 'verb' | 'verbText'>

// In coordinated verbs (修订并落实, 制定印发, 学习贯彻) the first kind of this list that occurs counts.
const kinds: readonly [Exclude<Verb, 'mentioned'>, string][] = [
  ['made', '制定|制订|出台|建立健全|建立|拟定|拟订|编制|起草|草拟|新建'],
  ['revised', '修订完善|修订|修改|修编|修正|完善|健全|更新'],
  ['repealed', '废止|废除|停止执行'],
  ['issued', '印发|下发|发布|转发|公布|出具'],
  ['studied', '学习|传达|宣讲|研学|领会|研读|宣传|解读|培训'],
  ['followed', '执行|落实|遵守|遵循|按照|依据|根据|对照|贯彻|依照|参照|严守'],
]
const anyVerb = kinds.map(([, words]) => words).join('|')
const chain = new RegExp(`(?:${anyVerb})了?(?:(?:并|和|、|与|及)?(?:${anyVerb})了?)*`, 'g')
const handled = new RegExp(`^(?:等|文件|制度|进行了?|予以|已|均已|全部|的)*(${anyVerb})`)
const window = 60

const kindForms = kinds.map(([kind, words]) => ({ kind, form: new RegExp(words) }))
const verbKind = (words: string): Verb => kindForms.find(({ form }) => form.test(words))?.kind ?? 'mentioned'

/**
 * Documents of a stretch in order; nested 《》 and 〈〉 belong to the outer title. Without a verb of its own a document
 * shares that of the one before it in the sentence.
 */
export function documentsOf(stretch: Stretch): DocumentMention[] {
  const { shade } = stretch
  const text = textOf(stretch)
  const found: DocumentMention[] = []
  let previousEnd = 0
  let sentence = 0
  let inForce: Governing = { verb: 'mentioned', verbText: null }
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const partner = partnerOf(shade, stretch.start + open)
    const close = partner === null ? -1 : partner - stretch.start
    if (close <= open + 1 || close >= text.length || !isFree(shade, stretch.start + open, inTitle)) continue
    const stop = text.slice(Math.max(sentence, previousEnd), open).lastIndexOf('。')
    if (stop >= 0) {
      sentence = Math.max(sentence, previousEnd) + stop + 1
      inForce = { verb: 'mentioned', verbText: null }
    }
    const head = text.slice(Math.max(previousEnd, open - window, sentence), open)
    const own = matchesIn(head, chain).at(-1)?.[0]
    if (own) inForce = { verb: verbKind(own), verbText: own.replace(/了$/, '') }
    const after = handled.exec(text.slice(close + 1, close + 12))?.[1]
    const isPassive = after !== undefined && (!own || /[对将把][一-龥]{0,6}$/.test(head))
    const governing = isPassive ? { verb: verbKind(after), verbText: after } : inForce
    const node = nodeOf(within(stretch, open, close + 1))
    found.push({ ...node, title: node.text.slice(1, -1), verb: governing.verb, verbText: governing.verbText })
    previousEnd = close + 1
    open = close
  }
  return found
}
