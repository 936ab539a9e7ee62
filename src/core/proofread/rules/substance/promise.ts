import type { Day } from '../../../deadline/day.ts'
import type { Facts, ParsedFinding } from '../../../notice/notice.ts'
import { ownBlocks } from '../../passages.ts'
import { type Node, pieceOf, spanOf, textBefore } from '../../pieces.ts'
import type { Context, Found, Rule } from '../../rule.ts'

/** 将 before its object (`将项目移交`) is no future, and 将继续, 将进一步 are promised of what is done too. */
const promised =
  /将(?:于|在\d|尽快|适时|加快|抓紧|陆续|按期)|(?<![模虚])拟(?:于|在|对|将)|计划(?:于|在|\d{4}年|\d+月)|力争|预计|争取(?:于|在|早日|尽快|\d)|下一步|下步|正在(?:办理|推进|整改|进行|开展|实施|抓紧)|尚未完成|有待/

/** A promise under a finding whose heading or status says that it is done. */
export const promise: Rule = {
  code: 'substance/promise',
  severity: 'warning',
  name: { zh: '称已完成，正文仍是打算', en: 'Declared done, told as a promise' },
  explanation: {
    zh: {
      why: '状态写“已完成”，措施却是“将”“拟”“正在”，说明没有完成，属于虚报销号。',
      fix: '没有完成的，状态改为“正在整改”并写明时限；完成了的，写成结果。',
      example: '“【已完成】……计划于2024年9月移交绿地。”',
    },
    en: {
      why: 'A finding declared done whose measures say “will”, “plans to” or “is being” is not done: the status is false.',
      fix: 'Change the status and give a deadline, or tell what was achieved.',
      example: '“【已完成】……计划于2024年9月移交绿地。”',
    },
  },
  *check(context) {
    const allDone = claimsAllDone(context)
    for (const finding of context.notice.findings) {
      const done = finding.status?.bucket === 'done' || (allDone && finding.status === null)
      if (!done) continue
      for (const node of told(finding)) yield* promisesIn(node, finding, context.knownOn)
    }
  },
}

/** The summary says that everything is done. */
function claimsAllDone({ passages }: Context): boolean {
  return passages.some(
    ({ role, text }) =>
      role === 'prose' &&
      /(?:问题|任务|措施)[^，。；]{0,8}(?:全部|均已?|已全部)(?:整改)?(?:完成|到位|销号)|完成率(?:达到?|为)?100[%％]/.test(
        text,
      ),
  )
}

/** Measures and results; what a 下一步 block says is a plan by its label. */
type Told = Node & Pick<Facts, 'deadlines'>

function told(finding: ParsedFinding): Told[] {
  return [...finding.measures, ...ownBlocks(finding).filter((block) => block.kind === 'result')]
}

function* promisesIn(node: Told, finding: ParsedFinding, knownOn: Day | null): Generator<Found> {
  const match = promised.exec(node.text)
  const place = match ? pieceOf(node, match.index, match.index + match[0].length) : laterDeadline(node, knownOn)
  if (place === null) return
  const { text } = place
  const claim = finding.status
  yield {
    ...spanOf(place),
    message: {
      zh: `${claim ? `状态为“${claim.text}”` : '总述称全部完成'}，此处“${text}”仍是打算或者未完成。`,
      en: `${claim ? `The status is “${claim.text}”` : 'The summary says all is done'}, but “${text}” tells of something still to do.`,
    },
    related: claim
      ? [
          {
            ...spanOf(claim),
            note: { zh: '状态', en: 'status' },
          },
        ]
      : [],
  }
}

/** Words before a deadline that set it for others, or name a paper that sets it. */
const setForOthers = /要求|责令|督促|明确|部署|印发|制定|规定|约定|合同|协议|期限|时限|计划/

/** A deadline that had not come when the text was published: what it bounds cannot be done. */
function laterDeadline(node: Told, knownOn: Day | null): Node | null {
  const later = node.deadlines.find(
    ({ by, thenOngoing }) => by !== null && knownOn !== null && by > knownOn && !thenOngoing,
  )
  if (later === undefined) return null
  const sentence =
    textBefore(node, later, 40)
      .split(/[。；;]/)
      .at(-1) ?? ''
  return setForOthers.test(sentence) ? null : later
}
