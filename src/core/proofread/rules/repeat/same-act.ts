import type { Rule } from '../../rule.ts'
import { reportOf } from './act-report.ts'

/** One act told word for word under several findings. */
export const sameAct: Rule = {
  code: 'repeat/same-act',
  severity: 'warning',
  name: { zh: '同一做法在多个问题下重复', en: 'The same act under several findings' },
  explanation: {
    zh: {
      why: '同一次“回头看”、同一次培训写在几个问题下，读者会以为做了几次；按问题汇总时会重复计数，也看不出每个问题各自做了什么。',
      fix: '只在一处写全，其他问题写“见第几项”，并补上针对本问题的结果；汇总数字按实际次数计。',
      example: '“对12个河道项目开展‘回头看’”同时出现在第3、4、5个问题下。',
    },
    en: {
      why: 'One look-back or training told under several findings looks like several, is counted several times in totals, and hides what was done for each finding.',
      fix: 'Tell it once and refer to it elsewhere, adding what it brought for each finding; count it once in totals.',
      example: '“A look-back of 12 river projects” stands under findings 3, 4 and 5.',
    },
  },
  *check({ notice, acts }) {
    for (const act of acts) if (act.kind === 'exact') yield reportOf(notice, act)
  },
}
