import { groupsBy } from '../../groups.ts'
import type { Passage } from '../../passages.ts'
import { comparePlace, type Node, pieceOf, spanOf, textAfter } from '../../pieces.ts'
import type { Found, Rule } from '../../rule.ts'
import { placeNameOf, placeRemover } from './place-name.ts'

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
    const withoutPlace = placeRemover(placeNameOf(notice))
    const units = [...groupsBy(passages.flatMap(unitsIn), (node) => withoutPlace(node.text)).entries()]
      .map(([name, mentions]) => ({ name, mentions }))
      .filter(({ name }) => ending(name) !== '' && name.length <= 14)
    const text = passages.map((passage) => passage.text).join('\n')
    // Only units with the same first character and the same kind can be short and full form of one another.
    for (const group of groupsBy(units, ({ name }) => name.charAt(0) + ending(name)).values()) {
      if (group.length > 50) continue
      const told = new Set<string>()
      // The name used most is the one the others are held against.
      for (const one of group.sort((a, b) => b.mentions.length - a.mentions.length)) {
        for (const other of group) {
          const [first, second] = [one.mentions[0], other.mentions[0]]
          if (!first || !second || told.has(one.name) || told.has(other.name)) continue
          if (!abbreviates(one.name, other.name) || announced(text, one.name, other.name)) continue
          told.add(other.name)
          // A unit is named dozens of times: one mention of each name is enough to find them.
          yield found(first, second)
        }
      }
    }
  },
}

/** The unit that a rule document begins with; 处置, 办法 and 委托 begin other words. */
const unitInTitle =
  /^[《]([\p{Script=Han}]{2,12}?(?:局|处(?![置理罚分方])|办(?![法理事公学])|委(?![托员])|中心|公司))(?=[“\p{Script=Han}])/u

function unitsIn(passage: Passage): Node[] {
  // What 长 or 员 follows is an office, not the unit (`财政所所长`).
  const named = passage.names.filter((name) => name.kind === 'unit' && !/^[长员]/.test(textAfter(passage, name, 1)))
  const inTitles = passage.documents.flatMap((document) => {
    const unit = unitInTitle.exec(document.text)?.[1]
    return unit === undefined ? [] : [pieceOf(document, 1, 1 + unit.length)]
  })
  return [...named, ...inTitles].sort(comparePlace)
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

function found(one: Node, other: Node): Found {
  return {
    ...spanOf(other),
    message: {
      zh: `“${other.text}”与“${one.text}”疑为同一单位，名称应统一。`,
      en: `“${other.text}” and “${one.text}” seem to be one unit: use one name.`,
    },
    related: [{ ...spanOf(one), note: { zh: one.text, en: one.text } }],
  }
}
