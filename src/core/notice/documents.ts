/** Documents in 《》 and the verb that governs each: made, revised, repealed, issued, studied, followed. */
import type { DocumentMention } from './notice.ts'
import { inTitle, isFree, nodeOf, partnerOf, type Stretch } from './shade.ts'

type Verb = DocumentMention['verb']

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

function verbKind(words: string): Verb {
  for (const [kind, forms] of kinds) if (new RegExp(forms).test(words)) return kind
  return 'mentioned'
}

/** Documents of a stretch in order; nested 《》 and 〈〉 belong to the outer title. Without a verb of its own a document shares that of the one before it in the sentence. */
export function documentsOf(stretch: Stretch): DocumentMention[] {
  const { shade } = stretch
  const found: DocumentMention[] = []
  let previousEnd = stretch.start
  let inForce: { verb: Verb; verbText: string | null } = { verb: 'mentioned', verbText: null }
  for (
    let open = shade.text.indexOf('《', stretch.start);
    open >= 0 && open < stretch.end;
    open = shade.text.indexOf('《', open + 1)
  ) {
    const close = partnerOf(shade, open)
    if (close === null || close >= stretch.end || close === open + 1 || !isFree(shade, open, inTitle)) continue
    const sentence = shade.text.lastIndexOf('。', open)
    const from = Math.max(previousEnd, open - window, sentence + 1)
    const ownVerb = [...shade.text.slice(from, open).matchAll(chain)].at(-1)?.[0]
    if (sentence >= previousEnd) inForce = { verb: 'mentioned', verbText: null }
    if (ownVerb) inForce = { verb: verbKind(ownVerb), verbText: ownVerb.replace(/了$/, '') }
    const after = handled.exec(shade.text.slice(close + 1, Math.min(stretch.end, close + 12)))?.[1]
    const passive =
      after !== undefined && (!ownVerb || /[对将把]$/.test(shade.text.slice(Math.max(from, open - 8), open)))
    const verb = passive ? { verb: verbKind(after), verbText: after } : inForce
    const node = nodeOf({ shade, start: open, end: close + 1 })
    found.push({ ...node, title: node.text.slice(1, -1), ...verb })
    previousEnd = close + 1
    open = close
  }
  return found
}
