import { ownBlocks } from '../../passages.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { isTalk } from './act-words.ts'

/** A finding whose very matter is study or awareness: study may be its answer. */
const aboutStudy = /学习|教育|培训|理论|认识|站位|意识|政绩观|宣传/

/** Where too little study is the very problem, study solves it. */
const tooLittleStudy = /(?:学习|培训|教育)[^，。]{0,6}(?:不|未|没有|少|缺|空白)/

/** A finding answered only or mainly by study, training and meetings. */
export const studyOnly: Rule = {
  code: 'substance/study-only',
  severity: 'warning',
  name: { zh: '以学习、会议代替整改', en: 'Study and meetings instead of repair' },
  explanation: {
    zh: {
      why: '措施全部或者大半是学习、培训、会议，看不出问题本身解决没有，容易被认定为纸面整改。',
      fix: '写明针对问题做了什么、改到什么程度、以什么为证；学习培训只作为配套。',
      example: '“设计变更超规定”的问题，措施是“集中学习2次”“开展培训3次”“召开会议5次”。',
    },
    en: {
      why: 'When all or most measures are study, training and meetings, nobody can see whether the problem was solved; assessors call it rectification on paper.',
      fix: 'Say what was done about the problem, how far, and what proves it; let study only accompany that.',
      example: 'A finding of excessive design changes answered by “studied twice”, “trained 3 times”, “met 5 times”.',
    },
  },
  *check({ notice }) {
    for (const finding of notice.findings) {
      const { measures } = finding
      const talk = measures.filter(isTalk)
      // One measure alone tells too little of what else was done.
      if (talk.length < 2 || talk.length * 2 <= measures.length) continue
      const all = talk.length === measures.length
      const study = aboutStudy.test(finding.heading)
      if (study && (!all || tooLittleStudy.test(finding.heading))) continue
      const result = ownBlocks(finding).some((block) => block.kind === 'result' && !isTalk(block))
      if (result) continue
      const { number } = finding
      yield {
        ...spanOf(finding.headingSpan),
        ...(study ? { severity: 'hint' as const } : {}),
        message: all
          ? {
              zh: `第${number}个问题的${measures.length}项措施全部是学习、培训、会议，没有写明解决了什么。`,
              en: `All ${measures.length} measures of finding ${number} are study, training and meetings; what they solved is not said.`,
            }
          : {
              zh: `第${number}个问题的${measures.length}项措施中有${talk.length}项是学习、培训、会议。`,
              en: `${talk.length} of the ${measures.length} measures of finding ${number} are study, training and meetings.`,
            },
        related: talk.map((measure) => ({
          ...spanOf(measure),
          note: { zh: '学习、培训、会议', en: 'study, training, meetings' },
        })),
      }
    }
  },
}
