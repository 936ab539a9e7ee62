import type { Rule } from '../../rule.ts'
import { matchesOf } from '../matches.ts'

const pending =
  /(?:正在|正|现正|目前由[^，。；]{2,14})(?:进行|接受|开展)?(?:初步核实|初核|立案审查|立案调查|审查调查|纪律审查|监察调查|侦办|侦查)|(?:已|拟)(?:被)?(?:立案审查|立案调查|采取留置|留置)(?!的?(?:案件)?[^，。；]{0,8}(?:结案|办结|处分))|涉嫌[^，。；]{2,20}(?:正在|已移送|移送司法|移交司法|待处理|尚未)|问题线索[^，。；]{0,10}(?:正在|尚在|尚未)(?:初核|初步核实|核查|办理|处置|办结)/g

/** A case or clue that is still being looked into. */
export const undisclosedCase: Rule = {
  code: 'privacy/undisclosed-case',
  severity: 'error',
  name: { zh: '涉及未公开的案件或者线索', en: 'A case not yet disclosed' },
  explanation: {
    zh: {
      why: '正在初核、审查的线索和案件属于不公开的事项，写进通报会泄露工作秘密，惊动当事人。',
      fix: '删去；办结并已公开的，写处理结果。',
      example: '“对相关人员的问题线索正在初核”。',
    },
    en: {
      why: 'Clues under first check and open cases are never published: it leaks confidential work and warns those concerned.',
      fix: 'Strike it out; where the case is closed and public, give its outcome.',
      example: '“对相关人员的问题线索正在初核”.',
    },
  },
  *check({ visible }) {
    yield* matchesOf(visible, pending, ([text]) => ({
      zh: `“${text}”涉及尚未办结或者尚未公开的案件、线索。`,
      en: `“${text}” tells of a case or clue that is still open.`,
    }))
  },
}
