import type { Section } from '../../../notice/notice.ts'
import { groupsBy } from '../../groups.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'

/** A heading that runs into its text without a stop. */
export const headingStop: Rule = {
  code: 'number/heading-stop',
  severity: 'warning',
  name: { zh: '标题后缺句号', en: 'A heading without stop' },
  explanation: {
    zh: {
      why: '标题与正文连写，中间没有句号，读者分不清标题到哪里为止，转成台账时问题名称会带上正文。',
      fix: '在标题末尾加句号，或者另起一行。',
      example: '“1.补齐学习短板一是集中学习3次。”应为“1.补齐学习短板。一是集中学习3次。”',
    },
    en: {
      why: 'Where heading and text run together nobody can tell where the heading ends, and the finding takes text into its name.',
      fix: 'End the heading with a stop, or begin a new line after it.',
      example: '“1.补齐学习短板一是集中学习3次。” wants a stop before 一是.',
    },
  },
  *check({ notice }) {
    for (const finding of notice.findings) {
      if (!finding.headingOpen) continue
      yield {
        ...spanOf(finding.headingSpan),
        message: {
          zh: `标题“${finding.heading}”后缺句号。`,
          en: `The heading “${finding.heading}” has no stop after it.`,
        },
      }
    }
    for (const siblings of groupsBy(notice.sections, (section) => section.path.slice(0, -1).join('/')).values()) {
      for (const section of siblings) {
        if (!swallowsText(section, siblings)) continue
        yield {
          ...spanOf(section),
          message: {
            zh: `标题“${section.heading.slice(0, 16)}…”与正文连写，疑缺句号。`,
            en: `The heading “${section.heading.slice(0, 16)}…” seems to run into its text: a stop is missing.`,
          },
        }
      }
    }
  },
}

/** A heading with a comma, far longer than its neighbours, has probably taken in a sentence of text. */
function swallowsText(section: Section, siblings: readonly Section[]): boolean {
  const others = siblings.filter((sibling) => sibling !== section && sibling.level === section.level)
  if (others.length === 0 || section.heading.length < 24 || !/[，,]/.test(section.heading)) return false
  const longest = others.reduce((most, other) => Math.max(most, other.heading.length), 0)
  return section.heading.length > longest * 1.6
}
