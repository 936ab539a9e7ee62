import type { NameMention } from '../../../notice/notice.ts'
import { groupsBy } from '../../groups.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { placeNameOf, withoutPlace } from './place-name.ts'

/** One unit under two names. */
export const unit: Rule = {
  code: 'name/unit',
  severity: 'hint',
  name: { zh: '同一单位疑有两个名称', en: 'One unit under two names' },
  explanation: {
    zh: {
      why: '责任单位名称不一致，责任就不清楚，按单位统计也会分成两家。',
      fix: '统一使用规范名称；用简称的，在第一次出现时注明“以下简称”。',
      example: '前文“区城市管理局”，后文“区城管局”。',
    },
    en: {
      why: 'When a unit has two names it is unclear who answers, and figures by unit split in two.',
      fix: 'Use one name; where a short form is used, announce it at the first mention.',
      example: 'First “区城市管理局”, later “区城管局”.',
    },
  },
  *check({ notice, passages }) {
    const place = placeNameOf(notice)
    const all = passages.flatMap((passage) => passage.names.filter((name) => name.kind === 'unit'))
    const units = [...groupsBy(all, (name) => withoutPlace(name.text, place)).entries()]
      .map(([name, mentions]) => ({ name, mentions }))
      .filter(({ name }) => ending(name) !== '' && name.length <= 14)
    const text = passages.map((passage) => passage.text).join('\n')
    // Only units with the same first character and the same kind can be short and full form of one another.
    for (const group of groupsBy(units, ({ name }) => name.charAt(0) + ending(name)).values()) {
      if (group.length > 50) continue
      for (const [index, one] of group.entries()) {
        const other = group.slice(index + 1).find(({ name }) => abbreviates(one.name, name))
        const [first, second] = [one.mentions[0], other?.mentions[0]]
        if (!other || !first || !second || announced(text, one.name, other.name)) continue
        yield found(first, second, [...one.mentions, ...other.mentions.slice(1)])
      }
    }
  },
}

const kinds = /(委员会|委|局|处|办公室|办|中心|公司|街道|院|所|站|队)$/u

/** The kind of unit that the name ends with, short and long form alike; empty when it is no office. */
function ending(name: string): string {
  const kind = kinds.exec(name)?.[1] ?? ''
  return kind === '委员会' ? '委' : kind === '办公室' ? '办' : kind
}

/** True when the shorter name, of at least three characters, keeps its order inside the longer one. */
function abbreviates(a: string, b: string): boolean {
  const kind = ending(a)
  const [one, other] = [a, b].map((name) => name.replace(kinds, '')).sort((x, y) => x.length - y.length)
  if (one === undefined || other === undefined || one === other || one.length < 2 || kind === '') return false
  // 区建设局 and 区建设管理局 may be two; a short form takes characters from all along the name.
  if (other.length > one.length * 3 + 2) return false
  let at = 0
  for (const character of other) if (character === one.charAt(at)) at += 1
  return at === one.length
}

function announced(text: string, a: string, b: string): boolean {
  const short = a.length < b.length ? a : b
  return new RegExp(`简称[“"']?[\\p{Script=Han}]{0,4}${short.replace(/[^\p{L}\p{N}]/gu, '.')}`, 'u').test(text)
}

function found(one: NameMention, other: NameMention, mentions: readonly NameMention[]) {
  return {
    ...spanOf(other),
    message: {
      zh: `“${other.text}”与“${one.text}”疑为同一单位，名称应统一。`,
      en: `“${other.text}” and “${one.text}” seem to be one unit: use one name.`,
    },
    related: mentions.map((mention) => ({ ...spanOf(mention), note: { zh: mention.text, en: mention.text } })),
  }
}
