import { matchesIn } from '../../../notice/matches-in.ts'
import type { Notice } from '../../../notice/notice.ts'
import { groupsBy } from '../../groups.ts'
import type { Passage } from '../../passages.ts'
import { type Node, pieceOf, sentencesOf, spanOf, textBefore } from '../../pieces.ts'
import type { Found, Rule } from '../../rule.ts'

const teamName = /第([一二三四五六七八九十百\d]+)([\p{Script=Han}]{0,6}?)巡[察视]组/gu

/** The inspection team under two names. */
export const team: Rule = {
  code: 'name/team',
  severity: 'warning',
  name: { zh: '巡察组名称不一致', en: 'The inspection team under two names' },
  explanation: {
    zh: {
      why: '巡察组名称是整改的来源，同一序号写成两个名称，读者会以为是两次巡察。',
      fix: '以巡察通知或者反馈意见上的名称为准，全文和所引文件标题统一。',
      example: '前文“市委第三专项巡察组”，文件标题中为“市委第三巡察组”。',
    },
    en: {
      why: 'The team is the source of the rectification. One number under two names looks like two inspections.',
      fix: 'Use the name in the notification or feedback throughout, in document titles too.',
      example: 'In the text “市委第三专项巡察组”, in the title of a plan “市委第三巡察组”.',
    },
  },
  *check({ notice, passages }) {
    yield* otherTeam(notice, passages)
    const mentions = [...notice.titleLines, ...passages].flatMap((node) => teamsIn(node))
    for (const group of groupsBy(mentions, ({ number }) => number).values()) {
      const names = [...groupsBy(group, ({ place }) => place.text).values()]
      const [first, ...others] = names
      for (const other of others) {
        const [one, two] = [first?.[0], other[0]]
        if (!one || !two) continue
        const { text, ...span } = two.place
        yield {
          ...span,
          message: {
            zh: `巡察组在前文称“${one.place.text}”，此处称“${text}”。`,
            en: `The team is called “${one.place.text}” before and “${text}” here.`,
          },
          related: group
            .filter(({ place }) => place !== two.place)
            .map(({ place: { text: name, ...where } }) => ({ ...where, note: { zh: name, en: name } })),
        }
      }
    }
  },
}

/** The opening says that one team inspected and that another, of the same committee, gave the feedback. */
function* otherTeam(notice: Notice, passages: readonly Passage[]): Generator<Found> {
  const begin = notice.findings[0]?.line ?? Number.POSITIVE_INFINITY
  const opening = passages.filter(({ role, line }) => role === 'prose' && line < begin).flatMap(sentencesOf)
  const inspected = opening.find(({ text }) => /巡[察视]组[^。]*(?:开展|进行)[^。]*巡[察视]/.test(text))
  const reported = opening.find(({ text }) => /巡[察视]组[^。]*(?:向[^。]*)?反馈了?[^。]{0,4}(?:意见|情况)/.test(text))
  if (!inspected || !reported || inspected === reported) return
  const inspectors = teamsIn(inspected)
  const [speaker] = teamsIn(reported)
  const [first] = inspectors
  if (!speaker || !first || inspectors.some(({ number }) => number === speaker.number)) return
  if (textBefore(inspected, first.place, 2) !== textBefore(reported, speaker.place, 2)) return
  const { text, ...span } = speaker.place
  yield {
    ...span,
    message: {
      zh: `前文由“${first.place.text}”巡察，此处由“${text}”反馈。`,
      en: `The team that inspected is “${first.place.text}”; the feedback is from “${text}”.`,
    },
    related: [{ ...spanOf(first.place), note: { zh: '开展巡察的', en: 'the one that inspected' } }],
  }
}

function teamsIn(node: Node): { number: string; place: Node }[] {
  return matchesIn(node.text, teamName).map((match) => ({
    number: match[1] ?? '',
    place: pieceOf(node, match.index, match.index + match[0].length),
  }))
}
