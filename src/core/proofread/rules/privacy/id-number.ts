import { dayOf } from '../../../deadline/day.ts'
import type { Rule } from '../../rule.ts'
import { matchesOf } from '../matches.ts'

/** A citizen's identity number: 17 digits and a check character, with a date of birth inside. */
const identity = /(?<![\dA-Za-z])[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dXx](?![\dA-Za-z])/g

export const idNumber: Rule = {
  code: 'privacy/id-number',
  severity: 'error',
  name: { zh: '出现身份证号码', en: 'An identity number' },
  explanation: {
    zh: {
      why: '身份证号码是敏感个人信息，任何通报都不应公开。',
      fix: '删去；确需区分人员的，用工作单位和“某”字。',
      example: '“职工王某（身份证号110000199001010000）”。',
    },
    en: {
      why: 'An identity number is sensitive personal information and belongs in no notice.',
      fix: 'Strike it out; tell people apart by unit.',
      example: '“职工王某（身份证号110000199001010000）”.',
    },
  },
  *check({ visible }) {
    yield* matchesOf(visible, identity, ([, year, month, date]) =>
      dayOf(Number(year), Number(month), Number(date)) === null
        ? null
        : { zh: '疑为公民身份号码，不得公开。', en: 'This looks like an identity number: it must not be published.' },
    )
  },
}
