import type { Notice } from '../../../notice/notice.ts'

/**
 * True for a text that tells of some findings only, so that it lists fewer than it declares: it says so in a heading
 * (`主要问题整改情况`), or is the announcement of an audit, which groups findings by matter.
 */
export const tellsOfSome = (notice: Notice): boolean =>
  /审计/.test(notice.title) ||
  notice.sections.some(({ heading }) => /(?:主要|重点|突出|部分|典型)(?:具体)?(?:问题|事项)/.test(heading))
