/** Numbers with a unit (`1186棵`, `三笔`, `30余次`, `15万元/年`): value, unit, what is counted, which act counts it. */

import { matchesIn } from './matches-in.ts'
import type { Quantity } from './notice.ts'
import { numberOf } from './numerals.ts'
import { inQuotes, inTitle, isFree, nodeOf, partnerOf, type Stretch, textOf, within } from './shade.ts'
import { actVerbs, lightVerbs } from './verbs.ts'

// Longer units first: 个百分点 before 个, 平方米 before 米.
const units =
  '个百分点|个工作日|个月|平方公里|平方米|立方米|公里|千米|厘米|毫米|公顷|公斤|千克|万元|亿元|工作日|人次|株次|小时|分钟|万方|延米|万吨|%|‰|元|株|棵|份|次|个|笔|米|亩|人|名|家|处|项|条|点|件|期|场|批|起|宗|套|类|篇|本|座|辆|台|吨|方|户|轮|班|队|层|段|块|片|封|组|所|天|支|间|幅|盏|口|根|车|张|枚|册|艘|页|卷|克(?!服)'
const arabic = new RegExp(
  `(?<![\\d.A-Za-z第/-])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?) ?([万亿千百]?)(余|多|几)?(${units})(/(?:年|月|亩|人|次|平方米|米|天|吨))?`,
  'g',
)
const chineseUnits =
  '个百分点|个工作日|个月|平方米|立方米|公里|万元|亿元|人次|株|棵|份|次|个|笔|米|亩|人|名|家|处|项|条|件|场|批|起|宗|套|类|篇|座|辆|元|天'
const chinese = new RegExp(
  `(?<![一二两三四五六七八九十百千万几数第每同逐某另任这那其统唯专单周月])([一二两三四五六七八九十百]{1,6})([万亿]?)(余|多)?(${chineseUnits})(?!全会|党代|代表)`,
  'g',
)
// 一 is mostly a word part: 一个, 一批, 一起. Only units that nobody uses so count here.
const countedOnes = new Set(['次', '名', '份', '篇', '笔', '棵', '株', '亩', '套', '宗', '座', '辆', '人次'])
const sayings =
  /^(?:两个(?:维护|确立|责任|一以|务必)|四个(?:意识|自信|全面|服从)|五个(?:一|度)|三个(?:区分|务必|必须|阶段)|两[条个]腿|六项纪律|八项规定|三项机制|两项法规|一次性|三类人|两类人|一人一)/
const percent = /百分之([一二三四五六七八九十百零〇点两]{1,6})/g
const before = /(?:近|约|逾|超过|超|不少于|不低于|至少|达到?|上|大约)$/
const inexact = /近|约|逾|超|上|少|低/
// 十四届人大三次会议: the ordinal of a session.
const session = /(?:届|人大|政协|大会)[一-龥]{0,6}$/

const light = new RegExp(`(?:${lightVerbs})(?:了|过)?`, 'g')
const act = new RegExp(`(?:${actVerbs})(?:并(?=${actVerbs}))?`, 'g')
const actHere = new RegExp(`(?:${actVerbs})(?:并(?=${actVerbs}))?`, 'y')
// A date in front (2023年欠款, 1月以来联单) belongs to the clause, not to what is counted.
const fillersBefore =
  /^(?:\d{4}年度?|\d{1,2}月份?|[上下]半年|以来|至|明确|规定|要求|了|过|并|共计|共|累计|各类|相关|有关|专门|先后|已|将|的|到(?!期)|为)+/
const fillersAfter = /(?:共计|共|累计|合计|达到?|约|近|超过|不少于|不低于|至少|总计|的|了|已)+$/
const stop = /[。;:,!?()“”"《》【】 ]/
const notWord = /[^一-龥A-Za-z]/
// Where the counted thing ends: a verb, preposition or adverb follows. A verb before 班 or 组 is part of a compound.
const notNoun = `${lightVerbs}|给予|予以|作出|出具|提出|取得|列入|处以|终止|解除|停止|暂停|存在|纳入|得到|达成|逐[一个项条户笔家件卷份人]|分别|全部|其中|作为|进一步|重新|以上|以下|左右|以来`
const nounEnd = new RegExp(
  `${notNoun}|(?:${actVerbs})(?![班组员队点率单表任事问费款金])|[已均由到按并和及与的是也都未不缺超因且仍尚于在对为内后前补]`,
)
const noNoun = new RegExp(`^(?:${notNoun}|诫勉|约谈|谈话|处分|批评|问责|立案|移送|提醒|[降升])`)
// 7个任期届满的学院: the clause before 的 says which ones; in 11个项目的变更 the thing itself stands before it.
const endsClause = /[满后位期足严]$/
const longestNoun = 20
const window = 60

/** Quantities of a stretch in order. Numbers inside 《》 belong to the document's title and are left out. */
export function quantitiesOf(stretch: Stretch): Quantity[] {
  const text = textOf(stretch)
  const found: { index: number; quantity: Quantity }[] = []
  const add = (index: number, length: number, value: number | null, unit: string, approximate: boolean): void => {
    if (value === null || !isFree(stretch.shade, stretch.start + index, inTitle)) return
    const head = text.slice(Math.max(0, index - window), index)
    const range = /\d ?(?:至|[-—~]) ?$/.test(head)
    const context = contextOf(stretch, index, head, text.slice(index + length, index + length + 24))
    found.push({
      index,
      quantity: {
        ...nodeOf(within(stretch, index, index + length)),
        value,
        unit,
        approximate: approximate || range || inexact.test(before.exec(head)?.[0] ?? ''),
        noun: context.noun,
        verb: context.verb,
      },
    })
  }
  for (const match of matchesIn(text, arabic)) {
    const [whole, digits = '', scale = '', more, unit = '', per = ''] = match
    add(match.index, whole.length, numberOf(digits), scale + unit + per, more !== undefined)
  }
  for (const match of matchesIn(text, chinese)) {
    const [whole, digits = '', scale = '', more, unit = ''] = match
    const after = text.slice(match.index, match.index + 6)
    // 二 before a unit is an ordinal (二次复审): counting says 两.
    if (digits === '二' || sayings.test(after) || (digits === '一' && !countedOnes.has(unit))) continue
    if (unit === '次' && session.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    if (!isFree(stretch.shade, stretch.start + match.index, inQuotes)) continue
    add(match.index, whole.length, numberOf(digits), scale + unit, more !== undefined)
  }
  for (const match of matchesIn(text, percent)) {
    const [whole, digits = ''] = match
    const [integer = '', decimals] = digits.split('点')
    const value = numberOf(integer)
    const fraction = decimals ? numberOf(decimals) : 0
    if (value === null || fraction === null) continue
    add(match.index, whole.length, decimals ? Number(`${value}.${fraction}`) : value, '%', false)
  }
  return found.sort((one, other) => one.index - other.index).map(({ quantity }) => quantity)
}

type Context = { noun: string | null; verb: string | null }

/** Verb and noun beside a number: the clause before it, the words after it, the document in front of it. */
function contextOf(stretch: Stretch, index: number, head: string, tail: string): Context {
  const document = documentBefore(stretch, index)
  if (document) return document
  let from = head.length
  while (from > 0 && !stop.test(head.charAt(from - 1))) from--
  const clause = head.slice(from).replace(fillersAfter, '')
  const { verb, rest } = governing(clause)
  const after = nounAfter(tail)
  // 对9个项目进行检查: what governs the number comes after it.
  if (after) return { noun: after, verb: /[对将把由给为]$/.test(clause) ? null : verb }
  const noun = (rest.split(/[对将把由](?![口照接策])/).at(-1) ?? '').replace(fillersBefore, '')
  // 靠后的2个村: what stands before 的 only describes.
  if (noun.length >= 2 && !/的$/.test(head) && !/^\d|[至到]$/.test(noun)) return { noun: shortNoun(noun), verb }
  return { noun: verb ? objectOf(verb, clause, head.slice(0, from)) : null, verb }
}

/** The verb that governs the end of a clause, with the verbs that follow it at once, and what comes after them. */
function governing(clause: string): { verb: string | null; rest: string } {
  const lastLight = matchesIn(clause, light).at(-1)
  const last = lastLight ?? matchesIn(clause, act).at(-1)
  const isLight = lastLight !== undefined
  if (!last) return { verb: null, rest: clause }
  let from = last.index
  for (const earlier of matchesIn(clause, act)) {
    if (earlier.index < from && earlier.index + earlier[0].length === from) from = earlier.index
  }
  let to = last.index + last[0].length
  // 组织学习, 参加旁听, 补栽: verbs in a row. After other light verbs an object begins (召开调度会).
  while (!isLight || /^(?:组织|参加)/.test(last[0])) {
    actHere.lastIndex = to
    const more = actHere.exec(clause)
    // 开展巡查: with nothing left behind it, the second verb is what is counted.
    if (!more || clause.length - to - more[0].length < 2) break
    to += more[0].length
  }
  return { verb: clause.slice(from, to).replace(/[了过]$/, ''), rest: clause.slice(to) }
}

function documentBefore(stretch: Stretch, index: number): Context | null {
  const { shade } = stretch
  const close = stretch.start + index - 1
  const open = shade.text.charAt(close) === '》' ? partnerOf(shade, close) : null
  if (open === null || open < stretch.start) return null
  const head = shade.text.slice(Math.max(stretch.start, open - window), open)
  const verb = matchesIn(head, act).at(-1)?.[0] ?? matchesIn(head, light).at(-1)?.[0] ?? null
  return { noun: nodeOf({ shade, start: open, end: close + 1 }).text, verb }
}

function nounAfter(tail: string): string | null {
  const words = tail.replace(/^的/, '')
  const end = words.search(notWord)
  const run = words.slice(0, end < 0 ? tail.length : end)
  if (noNoun.test(run)) return null
  const noun = nounAtStart(run.slice(0, 16))
  const owned = run.indexOf('的')
  const isClause = owned === noun.length ? endsClause.test(noun) : /^[不未后前超已]/.test(run.slice(noun.length))
  const thing = owned > 0 && isClause ? nounAtStart(run.slice(owned + 1)) : noun
  return thing.length >= 2 ? thing : null
}

/** The noun that `run` begins with. In 在建项目 the first character is always part of it. */
function nounAtStart(run: string): string {
  const cut = run.slice(1).search(nounEnd)
  return cut < 0 ? run : run.slice(0, cut + 1)
}

/** A noun of many parts is shortened to its last one: `…整治和…项目现场推进会` → `现场推进会`. */
function shortNoun(noun: string): string {
  if (noun.length <= longestNoun) return noun
  const parts = noun.split(/和|及|项目/)
  return parts.at(-1) || noun.slice(-longestNoun)
}

const madeAndSigned = new RegExp(`(?:${lightVerbs})([一-龥]{2,16}?)并[与和由向]`)

/** The object named earlier: `对枯死水杉进行更换,累计更换74棵`, `完成…水杉的栽植,共栽植…`, `编制协议并与…签署14份`. */
function objectOf(verb: string, clause: string, earlier: string): string | null {
  const made = madeAndSigned.exec(clause)?.[1]
  if (made) return made
  const previous = earlier.replace(/[,。;]$/, '')
  const handled = new RegExp(`对([一-龥]{2,16})进行(?:了)?${verb}$`).exec(previous)?.[1]
  if (handled) return handled
  const object = new RegExp(`([一-龥]{2,30})的${verb}$`).exec(previous)?.[1]
  return object?.split(/项目|对/).at(-1) || null
}
