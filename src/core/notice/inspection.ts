/** Who inspected whom, when, on what basis: read from the paragraphs before the findings, and from the title. */
import { type Day, parseDay } from '../deadline/day.ts'
import { datesOf } from './dates.ts'
import { documentsOf } from './documents.ts'
import { matchesIn } from './matches-in.ts'
import type { DateMention, Notice } from './notice.ts'
import { indexOfColumn, type Stretch, sentencesOf, textOf } from './shade.ts'

const team =
  /((?:党中央|中央|省委|市委|区委|县委|旗委|州委|自治区党委|省|市|区|县)?)(?:巡察工作领导小组)?(?:第([一二三四五六七八九十\d]{1,3}))?(?:专项|联合|常规|交叉|提级|机动|审计)*(?:巡察|巡视|督查|督导|检查|审计)组/g
const carriedOut = /对([一-龥]{2,30}?)(?:党组|党委)?(?:开展|进行|实施)了?[^。;]{0,30}?(?:巡察|巡视|审计|检查|督查)/
const reported = /向([一-龥]{2,30}?)(?:反馈|通报)/
// 云岭区城市绿化工程领域: the theme follows the body's name, which ends as names of bodies do.
const theme = /(?:领域|系统|方面|工作|情况|专项|项目)$/
const bodyEnd =
  /(?:(?<![城都])市(?![政场容民])|(?<![小园社景灌库片街校厂矿])区(?![域划])|县|旗|镇|乡|街道|局(?!面)|委(?!托)|委员会|公司|集团|医院|学校|大学|学院|中学|小学|中心|办公室|政府(?!投资|采购)|党组|党委|党工委)/g

/** The body without the theme that follows its name (`云岭区城市绿化工程领域` → `云岭区`). */
function withoutTheme(name: string): string {
  if (!theme.test(name)) return name
  const end = matchesIn(name, bodyEnd).findLast((match) => match.index > 0)
  return end ? name.slice(0, end.index + end[0].length) : name
}

const onSite = /巡察|巡视|审计|检查|督查|督导|进驻/
/** Whoever writes of 我局 or 本中心 names itself in the title. */
const firstPerson = /^[我本]/
const issuer = /^(?:中共)?([一-龥]{2,24}?)关于/
const titleBody = /^(?:中共)?([一-龥]{2,24}?(?:委员会|党组|党委|区委|市委|县委|镇委|工委|委))(?:关于|$)/
const committeeInTitle =
  /^(?:中共)?([一-龥]{2,24}?(?:党组|党委|党工委|党总支))(?=(?:落实)?(?:巡察|巡视)?(?:反馈(?:意见|问题)?)?整改)/

/** `preamble` are the paragraphs before the first finding, `all` every line of the notice's own text, `title` its title. */
export function inspectionOf(
  title: string,
  preamble: readonly Stretch[],
  all: readonly Stretch[],
): Notice['inspection'] {
  let year: number | null = null
  let body: string | null = null
  let from: Day | null = null
  let to: Day | null = null
  let feedbackOn: Day | null = null
  const basis: string[] = []
  for (const paragraph of preamble.slice(0, 12)) {
    for (const sentence of sentencesOf(paragraph)) {
      const text = textOf(sentence)
      const dates = datesOf(sentence, year)
      year = dates.year
      const period = dates.mentions.find((date) => date.precision === 'period' && date.from !== null)
      if (period && from === null && onSite.test(text)) {
        from = dayIn(period.from)
        to = dayIn(period.to)
      }
      feedbackOn ??= /反馈/.test(text) ? dayBefore(dates.mentions, sentence, '反馈') : null
      const named: string | undefined = body === null ? carriedOut.exec(text)?.[1] : undefined
      if (named) body = firstPerson.test(named) ? (issuer.exec(title)?.[1] ?? null) : withoutTheme(named)
      for (const document of documentsOf(sentence)) {
        if (
          document.verb === 'followed' &&
          /根据|按照|依据|依照/.test(document.verbText ?? '') &&
          !basis.includes(document.title)
        ) {
          basis.push(document.title)
        }
      }
    }
  }
  body ??=
    preamble
      .slice(0, 12)
      .map((paragraph) => reported.exec(textOf(paragraph))?.[1])
      .find((found) => found !== undefined) ?? null
  body ??= titleBody.exec(title)?.[1] ?? committeeInTitle.exec(title)?.[1] ?? null
  return { body, team: teamsOf([...preamble, ...all]), from, to, feedbackOn, basis }
}

const dayIn = (day: string | null): Day | null => (day === null ? null : parseDay(day))

/** The last single day before the word; the first after it when none stands before. */
function dayBefore(dates: readonly DateMention[], sentence: Stretch, word: string): Day | null {
  const place = sentence.start + textOf(sentence).indexOf(word)
  const days = dates.filter((date) => date.precision === 'day' && date.from !== null)
  const before = days.findLast((date) => indexOfColumn(sentence.shade, date.column) < place) ?? days[0]
  return before ? dayIn(before.from) : null
}

/** Every name of the team, in order of first use. Only names with the number of the first one: others are other teams. */
function teamsOf(lines: readonly Stretch[]): string[] {
  const names: string[] = []
  let first: string | null | undefined
  for (const line of lines) {
    const text = textOf(line)
    if (!text.includes('组')) continue
    for (const match of matchesIn(text, team)) {
      const number = match[2] ?? null
      if (number === null && match[1] === '') continue
      if (first === undefined) first = number
      if (number !== first || names.includes(match[0])) continue
      names.push(match[0])
    }
  }
  return names
}
