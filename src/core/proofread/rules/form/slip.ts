import type { Rule } from '../../rule.ts'
import { matchesOf } from '../matches.ts'

/** Slips that are wrong wherever they stand, with the right word. */
const right: Readonly<Record<string, string>> = {
  截止: '截至',
  台帐: '台账',
  帐: '账',
  既使: '即使',
  按装: '安装',
  布署: '部署',
  坐谈会: '座谈会',
}
const slips = /截止(?=目前|到目前|当前|现在|\d{4}年)|台帐|帐(?=[目户务册本])|既使|按装|布署|坐谈会/g

/** Common slips of the pen. */
export const slip: Rule = {
  code: 'form/slip',
  severity: 'hint',
  name: { zh: '常见错别字', en: 'A common slip of the pen' },
  explanation: {
    zh: {
      why: '“截止目前”“台帐”一类是审稿最常挑出的差错，公开后影响公文的严肃性。',
      fix: '按提示改正。',
      example: '“截止目前”改为“截至目前”；“台帐”改为“台账”。',
    },
    en: {
      why: 'Slips like “截止目前” and “台帐” are what readers of official documents notice first.',
      fix: 'Correct as proposed.',
      example: '“截止目前” becomes “截至目前”; “台帐” becomes “台账”.',
    },
  },
  *check({ visible }) {
    yield* matchesOf(visible, slips, ([text]) => ({
      zh: `“${text}”应为“${right[text]}”。`,
      en: `“${text}” should be “${right[text]}”.`,
    }))
  },
}
