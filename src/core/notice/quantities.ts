/** Numbers with a unit (`1186棵`, `三笔`, `30余次`, `15万元/年`): value, unit, what is counted, which act counts it. */
import type { Quantity } from './notice.ts'
import { numberOf } from './numerals.ts'
import { inQuotes, inTitle, isFree, nodeOf, type Stretch, textOf, within } from './shade.ts'

// Longer units first: 个百分点 before 个, 平方米 before 米.
const units =
  '个百分点|个工作日|个月|平方公里|平方米|立方米|公里|千米|厘米|毫米|公顷|公斤|千克|万元|亿元|工作日|人次|株次|小时|分钟|万方|延米|万吨|%|‰|元|株|棵|份|次|个|笔|米|亩|人|名|家|处|项|条|点|件|期|场|批|起|宗|套|类|篇|本|座|辆|台|吨|方|户|轮|班|队|层|段|块|片|封|组|所|天|支|间|幅|盏|口|根|车'
const arabic = new RegExp(
  `(?<![\\d.A-Za-z第/-])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?) ?([万亿千百]?)(余|多|几)?(${units})(/(?:年|月|亩|人|次|平方米|米|天|吨))?`,
  'g',
)
const chineseUnits =
  '个百分点|个工作日|个月|平方米|立方米|公里|万元|亿元|人次|株|棵|份|次|个|笔|米|亩|人|名|家|处|项|条|件|场|批|起|宗|套|类|篇|座|辆|元|天'
const chinese = new RegExp(
  `(?<![一二两三四五六七八九十百千万几数第每同逐某另任这那其统唯专单周月])([一二两三四五六七八九十百]{1,6})([万亿]?)(余|多)?(${chineseUnits})`,
  'g',
)
// 一 is mostly a word part: 一个, 一批, 一起. Only units that nobody uses so count here.
const countedOnes = new Set(['次', '名', '份', '篇', '笔', '棵', '株', '亩', '套', '宗', '座', '辆', '人次'])
const sayings =
  /^(?:两个(?:维护|确立|责任|一以|务必)|四个(?:意识|自信|全面|服从)|五个(?:一|度)|三个(?:区分|务必|必须|阶段)|两[条个]腿|六项纪律|八项规定|三项机制|两项法规|一次性|三类人|两类人|一人一)/
const percent = /百分之([一二三四五六七八九十百零〇点两]{1,6})/g
const before = /(?:近|约|逾|超过|超|不少于|不低于|至少|达到?|上|大约)$/
const inexact = /近|约|逾|超|上/

const verbs =
  '组织开展|集中学习|补栽|补植|栽植|种植|替换增补|增补|更换|新签订|签订|签署|开展|召开|举办|组织|制定|出台|建立健全|建立|修订|完善|印发|学习|传达|梳理|核查|排查|检查|查找|发现并整改|发现整改|发现制止|发现|制止|整改完成|整改|支付|核减|扣除|收缴|退缴|追缴|追回|挽回|处理|问责|追责|约谈|谈话|查处|处分|办理|办结|化解|解决|完成|移交|转出|落户|招引|引进|聘请|谋划|上报|参加|观看|旁听|新增|调整|受理|收到|走访|调度协调|调度|协调|抽查|取点|培训|开工|建成|清理|清运|拆除|整治|修复|更新|落实|推进|确认|涉及|节约|投入|安排|下达|拨付|发放|提醒|通报|批评|警示|立案|移送|召集|衔领|包保|围绕|反馈|指出|减少|增加|补付|补充|回收|返还|审计|审减|编制|补齐|销号|达到|达'
const lastVerb = new RegExp(`(${verbs})`, 'g')
const fillers =
  /^(?:了|过|并|共计|共|累计|各类|相关|有关|专门|先后|已|将|的|到|为)+|(?:共计|共|累计|合计|达|约|近|超过|不少于|至少|的|了|已)+$/g
const stops = /[。;:,、!?()“”"《》【】 ]/
// Where the counted thing ends: a verb, preposition or adverb follows.
const nounEnd = new RegExp(
  `(?:${verbs}|进行|实施|予以|于|已|均|在|对|由|到|按|并|和|及|与|的|是|为|也|都|全部|其中|作为|提出|存在|纳入|得到|以上|以下|左右|以来|内|后|前|中)`,
)
const window = 40

/** Quantities of a stretch in order. Numbers inside 《》 belong to the document's title and are left out. */
export function quantitiesOf(stretch: Stretch): Quantity[] {
  const text = textOf(stretch)
  const found: { index: number; quantity: Quantity }[] = []
  const add = (index: number, length: number, value: number | null, unit: string, approximate: boolean): void => {
    if (value === null || !isFree(stretch.shade, stretch.start + index, inTitle)) return
    const head = text.slice(Math.max(0, index - window), index)
    const range = /\d ?(?:至|[-—~]) ?$/.test(head)
    const context = contextOf(head, text.slice(index + length, index + length + 24))
    found.push({
      index,
      quantity: {
        ...nodeOf(within(stretch, index, index + length)),
        value,
        unit,
        approximate: approximate || range || inexact.test(before.exec(head)?.[0] ?? ''),
        ...context,
      },
    })
  }
  for (const match of text.matchAll(arabic)) {
    const [whole, digits = '', scale = '', more, unit = '', per = ''] = match
    if (unit === '点' && /\d$/.test(digits) && /^\d|^[分半整]/.test(text.slice(match.index + whole.length))) continue
    add(match.index, whole.length, numberOf(digits), scale + unit + per, more !== undefined)
  }
  for (const match of text.matchAll(chinese)) {
    const [whole, digits = '', scale = '', more, unit = ''] = match
    const after = text.slice(match.index, match.index + 6)
    if (sayings.test(after) || (digits === '一' && !countedOnes.has(unit))) continue
    if (!isFree(stretch.shade, stretch.start + match.index, inQuotes)) continue
    add(match.index, whole.length, numberOf(digits), scale + unit, more !== undefined)
  }
  for (const match of text.matchAll(percent)) {
    const [whole, digits = ''] = match
    const [integer = '', decimals] = digits.split('点')
    const value = numberOf(integer)
    const fraction = decimals ? numberOf(decimals) : 0
    if (value === null || fraction === null) continue
    add(match.index, whole.length, decimals ? Number(`${value}.${fraction}`) : value, '%', false)
  }
  return found.sort((one, other) => one.index - other.index).map(({ quantity }) => quantity)
}

/** Verb and noun beside a number, from the clause before it and the words after it. */
function contextOf(head: string, tail: string): { noun: string | null; verb: string | null } {
  const clause = head.slice(head.split('').findLastIndex((character) => stops.test(character)) + 1)
  const found = [...clause.matchAll(lastVerb)].at(-1)
  const verb = found?.[1] ?? null
  const after = nounAfter(tail)
  if (after) return { noun: after, verb }
  const between = (found ? clause.slice(found.index + found[0].length) : clause).replace(fillers, '')
  if (between.length >= 2) return { noun: between.slice(-20), verb }
  return { noun: verb ? objectOf(verb, head.slice(0, head.length - clause.length)) : null, verb }
}

function nounAfter(tail: string): string | null {
  const words = tail.replace(/^的/, '')
  const end = words.split('').findIndex((character) => stops.test(character) || !/[一-龥A-Za-z]/.test(character))
  const run = words.slice(0, end < 0 ? 16 : Math.min(end, 16))
  const cut = nounEnd.exec(run)
  const noun = cut ? run.slice(0, cut.index) : run
  return noun.length >= 2 ? noun : null
}

/** `对死亡苗木进行补植,共计补植1213棵`, `完成…项目缺失部分苗木的补栽,共补栽…`: the object named in the clause before. */
function objectOf(verb: string, earlier: string): string | null {
  const clause = earlier.replace(/[,。;]$/, '')
  const handled =
    new RegExp(`对([一-龥]{2,16})进行(?:了)?${verb}$`).exec(clause) ??
    new RegExp(`([一-龥]{2,30})的${verb}$`).exec(clause)
  const object = handled?.[1]
  if (!object) return null
  return (
    object.slice(Math.max(object.lastIndexOf('项目') + 2, object.lastIndexOf('对') + 1, 0) % (object.length + 1)) ||
    null
  )
}
