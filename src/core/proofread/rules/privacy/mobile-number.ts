import type { Rule } from '../../rule.ts'
import { matchesOf } from '../matches.ts'

const mobile = /(?<![\d-])1[3-9]\d(?:[- ]?\d{4}){2}(?!\.?\d|[元万])/g

/** A mobile number outside the contact line of the office. */
export const mobileNumber: Rule = {
  code: 'privacy/mobile-number',
  severity: 'error',
  name: { zh: '出现个人手机号码', en: 'A personal telephone number' },
  explanation: {
    zh: {
      why: '手机号码属于个人信息，公开后会招来骚扰，人员变动后也不再有效。',
      fix: '联系方式使用单位固定电话；正文中的手机号码删去。',
      example: '“联系项目负责人（13000000000）办理”。',
    },
    en: {
      why: 'A mobile number is personal data, invites nuisance calls, and is void when the person moves on.',
      fix: 'Use the office line as contact; strike mobile numbers from the text.',
      example: '“联系项目负责人（13000000000）办理”.',
    },
  },
  *check({ notice, visible }) {
    const nodes = visible.filter((node) => node.line !== notice.contact.line)
    yield* matchesOf(nodes, mobile, () => ({
      zh: '疑为个人手机号码，不应公开。',
      en: 'This looks like a personal mobile number: it should not be published.',
    }))
  },
}
