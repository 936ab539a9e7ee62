/** Numbers that the text claims about the rectification as a whole: findings, causes, measures, rates, accountability. */

import { matchesIn } from './matches-in.ts'
import type { Declared, Quantity } from './notice.ts'
import { quantitiesOf } from './quantities.ts'
import { indexOfColumn, isFree, nodeOf, type Stretch, textOf } from './shade.ts'

type What = Declared['what']

// Words after the number (28个问题) or right before it (原因73条). The first that fits decides.
const afterForms: readonly [What, RegExp][] = [
  ['manifestation', /^(?:的)?(?:具体|突出|主要)?(?:表现|具体问题|问题表现|问题点)/],
  ['aspect', /^(?:大)?方面/],
  ['finding', /^(?:的)?(?:主要|突出|具体|巡察|巡视|审计|共性|反馈)?(?:反馈)?(?:的)?问题/],
  ['cause', /^(?:的)?(?:问题)?原因/],
  ['measure', /^(?:的)?(?:具体)?(?:整改)?(?:措施|举措)/],
  ['task', /^(?:的)?(?:具体)?(?:整改)?(?:任务|事项)/],
  ['regulation', /^(?:的)?(?:规章)?(?:制度|机制)/],
]
const beforeForms: readonly [What, RegExp][] = [
  ['basicallyDone', /(?:已)?基本(?:完成|整改)(?:整改|到位|整改到位)?(?:问题|任务)?$/],
  ['notDone', /(?:尚未|未)(?:完成|整改)(?:整改|到位)?(?:问题|任务)?$/],
  [
    'underway',
    /(?:正在(?:推进|整改|办理)|持续(?:推进|整改)|(?:正在)?整改中|推进中|(?:部分)?(?:完成)?阶段性)(?:整改|问题|任务)?$/,
  ],
  ['ongoing', /(?:长期(?:坚持|整改)|常态(?:化)?(?:坚持|推进))(?:问题|任务)?$/],
  ['done', /(?:已|完成)(?:全部)?(?:完成)?(?:整改|销号|办结|解决)?(?:完成|到位|销号)?(?:问题|任务|整改任务|整改事项)?$/],
  ['other', /(?:立行立改|限期整改|边巡边改|短期|中期)(?:问题|任务|事项)?$/],
  ['cause', /原因(?:总?数)?$/],
  ['measure', /(?:整改)?(?:措施|举措)(?:总?数)?$/],
  ['task', /(?:整改任务|任务|整改事项)(?:总?数)?$/],
  ['finding', /问题(?:总?数)?$/],
  ['regulation', /(?:制度机制|规章制度|制度|机制|办法)$/],
]
const rate = /(?:完成|整改|办结|销号|满意|落实|化解)[一-龥]{0,4}率$/
const people = /(?:问责|追责|处分|约谈|提醒谈话|批评教育|诫勉|立案|移送|处理|谈话|组织处理|警示|查处|通报)/
const money = /(?:挽回|收缴|退缴|追缴|追回|清退|核减|节约|退还|上缴|扣除|罚没|收回)/
const meeting = /(?:会议|生活会|推进会|调度会|部署会|专题会|联席会|常委会|党组会|党委会|会)$/
const countable = new Set(['个', '项', '条', '件', '类', '处', '点', '起'])

/** Declared numbers of a paragraph outside the findings. */
export function declaredOf(stretch: Stretch): Declared[] {
  const { shade } = stretch
  const found: Declared[] = []
  for (const quantity of quantitiesOf(stretch)) {
    const start = indexOfColumn(shade, quantity.column)
    const end = indexOfColumn(shade, quantity.endColumn)
    if (!isFree(shade, start)) continue
    const head = shade.text.slice(Math.max(stretch.start, start - 24), start)
    const clause = head.slice(
      Math.max(...['。', ';', ',', '、', ':', '!', '?', '('].map((mark) => head.lastIndexOf(mark))) + 1,
    )
    const tail = shade.text.slice(end, Math.min(stretch.end, end + 12))
    const claim = claimOf(quantity, clause, head, tail)
    if (!claim) continue
    const node = nodeOf({ shade, start: start - claim.before, end: end + claim.after })
    found.push({ what: claim.what, value: quantity.value, unit: quantity.unit, ...node })
  }
  return found
}

type Claim = { what: What; before: number; after: number }

function claimOf(quantity: Quantity, clause: string, head: string, tail: string): Claim | null {
  const { unit } = quantity
  const bare = clause.replace(/(?:共计|共|累计|合计|达到?|约|近|为|了|的)+$/, '')
  const filler = clause.length - bare.length
  const behind = (what: What, words: string): Claim => ({ what, before: filler + words.length, after: 0 })
  if (unit === '%') {
    const words = rate.exec(bare)?.[0]
    return words ? behind('rate', words) : null
  }
  if (/元/.test(unit))
    return money.test(clause) || money.test(head.slice(-12)) ? { what: 'money', before: 0, after: 0 } : null
  if (unit === '人' || unit === '名' || unit === '人次') {
    const words = people.exec(clause)
    return words ? { what: 'accountability', before: clause.length - words.index, after: 0 } : null
  }
  if (unit === '类') return { what: 'aspect', before: 0, after: 0 }
  if (unit === '次' || unit === '场' || unit === '期') return gatheringOf(bare, filler)
  if (!countable.has(unit)) return null
  for (const [what, form] of beforeForms.slice(0, 6)) {
    const words = form.exec(bare)?.[0]
    if (words && !/制定|建立|召开/.test(bare)) {
      const noun = afterForms.find(([, after]) => after.test(tail))?.[1].exec(tail)?.[0] ?? ''
      return { ...behind(what, words), after: noun.length }
    }
  }
  for (const [what, form] of afterForms) {
    const words = form.exec(tail)?.[0]
    if (words) return { what, before: 0, after: words.length }
  }
  for (const [what, form] of beforeForms.slice(6)) {
    const words = form.exec(bare)?.[0]
    if (words) return behind(what, words)
  }
  return null
}

/** Meetings, studies, trainings: 召开专题会议16次, 开展培训3次. */
function gatheringOf(bare: string, filler: number): Claim | null {
  const words = /[一-龥()]{1,14}$/.exec(bare.replace(/^.*(?:召开|开展|组织|举办|进行)了?/, ''))?.[0] ?? ''
  const what: What | null = meeting.test(bare)
    ? 'meeting'
    : /培训/.test(words)
      ? 'training'
      : /学习|研讨/.test(words)
        ? 'study'
        : null
  return what ? { what, before: filler + words.length, after: 0 } : null
}

const claimedForm = /(\d{1,4})(?:个|项|条)(?:具体|主要|反馈)?问题|问题(?:总?数)?(\d{1,4})(?:个|项|条)/g

/** The numbers of findings that lines claim, for choosing between levels of headings; cheap and without positions. */
export function claimedFindings(lines: readonly Stretch[]): Set<number> {
  const claimed = new Set<number>()
  for (const line of lines) {
    for (const match of matchesIn(textOf(line), claimedForm)) {
      claimed.add(Number(match[1] ?? match[2]))
    }
  }
  return claimed
}
