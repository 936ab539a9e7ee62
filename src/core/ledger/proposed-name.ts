import type { Notice } from '../notice/notice.ts'

const kinds = '专项巡察|专项巡视|巡察|巡视|专项审计|审计|督察|督查|专项检查|检查'
const theme = new RegExp(`关于(?:落实|对)?([^，。、\\s]{0,30}?(?:${kinds}))`)

/**
 * Name for the inspection that a notice answers, proposed where a new one is created: year of the feedback (or else of
 * the stay) and the theme of the title; without a theme, the body inspected. At most 120 characters; empty when the
 * notice says none of these.
 */
export function proposedName({ title, inspection }: Notice): string {
  const year = (inspection.feedbackOn ?? inspection.from)?.slice(0, 4) ?? ''
  const named = theme.exec(title.replace(/\s+/g, ''))?.[1] ?? (inspection.body ? `${inspection.body}巡察` : '')
  return [year, named]
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 120)
}
