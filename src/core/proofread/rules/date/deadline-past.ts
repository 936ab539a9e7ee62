import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** A deadline of the rectification that lies before its beginning. */
export const deadlinePast: Rule = {
  code: 'date/deadline-past',
  severity: 'warning',
  name: { zh: '整改时限早于反馈日期', en: 'A deadline before the feedback' },
  explanation: {
    zh: {
      why: '整改从反馈开始，时限早于反馈日期，多为年份写错，或者照抄了旧稿。',
      fix: '核对年份，改成实际的时限。',
      example: '2024年7月10日反馈，下一步工作写“确保2023年底前全部完成”。',
    },
    en: {
      why: 'Rectification begins with the feedback. An earlier deadline has the wrong year, or comes from an older text.',
      fix: 'Check the year and give the true deadline.',
      example: 'Feedback on 2024-07-10; the next steps say “all done by the end of 2023”.',
    },
  },
  *check({ notice, passages }) {
    const { feedbackOn } = notice.inspection
    const last = notice.findings.at(-1)
    if (feedbackOn === null || last === undefined) return
    const labelled = new Set(
      notice.findings.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'deadline').map(({ line }) => line)),
    )
    for (const { role, line, deadlines } of passages) {
      const plans = role === 'block' ? labelled.has(line) : role === 'prose' && line > last.line
      if (!plans) continue
      for (const deadline of deadlines) {
        if (deadline.kind !== 'fixedTerm' || deadline.by === null || deadline.by >= feedbackOn) continue
        yield {
          ...spanOf(deadline),
          message: {
            zh: `时限“${deadline.text}”早于反馈日期（${feedbackOn}）。`,
            en: `The deadline “${deadline.text}” is before the feedback (${feedbackOn}).`,
          },
        }
      }
    }
  },
}
