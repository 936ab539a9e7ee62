import type { Rule } from '../../rule.ts'
import { reportOf } from './act-report.ts'

/** What seems one act, told in other words under several findings. */
export const similarAct: Rule = {
  code: 'repeat/similar-act',
  severity: 'warning',
  name: { zh: '疑为同一做法，表述不同', en: 'What seems one act in other words' },
  explanation: {
    zh: {
      why: '同一做法换一种说法写在几个问题下，既重复计数，又让读者分不清是一次还是几次。',
      fix: '核实是否同一次。是的，统一表述，只在一处写全；不是的，写明时间、对象，以示区别。',
      example: '一处写“开展苗木检疫专题培训4次”，另一处写“就苗木检疫规程进行专题培训4次”。',
    },
    en: {
      why: 'One act told in different words is counted twice, and nobody can tell whether it was one or several.',
      fix: 'Find out whether it is the same. If so, use one wording and tell it once; if not, give dates and objects that tell them apart.',
      example:
        'One place says “4 trainings on plant quarantine”, another “4 trainings on the rules of plant quarantine”.',
    },
  },
  *check({ notice, acts }) {
    for (const act of acts) if (act.kind === 'near') yield reportOf(notice, act)
  },
}
