import type { Rule } from '../../rule.ts'
import { endPlace, isPublicNotice } from './public-notice.ts'

/** How readers reach the office. */
export const contact: Rule = {
  code: 'form/contact',
  severity: 'warning',
  name: { zh: '缺少联系方式', en: 'The contact is missing' },
  explanation: {
    zh: {
      why: '公开整改情况是为了接受监督，没有电话、地址、邮箱，群众的意见无处可送。',
      fix: '在结尾写明电话、邮政地址、电子邮箱。',
      example: '“电话0000-1234567；电子邮箱：feedback@example.invalid；邮政地址：云岭区政务中心。”',
    },
    en: {
      why: 'A notice is published so that the public can supervise. Without telephone, address and e-mail nobody can answer.',
      fix: 'Give telephone, postal address and e-mail at the end.',
      example: '“电话0000-1234567；电子邮箱：feedback@example.invalid；邮政地址：云岭区政务中心。”',
    },
  },
  *check(context) {
    const { notice } = context
    const place = endPlace(context)
    if (!place || !isPublicNotice(notice)) return
    const { telephone, address, email } = notice.contact
    if (telephone !== null || email !== null) return
    yield {
      ...place,
      message: {
        zh: address === null ? '没有写明联系方式。' : '联系方式中没有电话和电子邮箱。',
        en: address === null ? 'No contact is given.' : 'The contact has neither telephone nor e-mail.',
      },
    }
  },
}
