import type { ParsedMeasure } from '../../../notice/notice.ts'
import { ownBlocks } from '../../passages.ts'
import { clausesOf, spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { tellsOfWork } from './act-words.ts'

const slogan =
  /^(?:要|并|持续|进一步|切实|不断|深入|全面|着力|大力|高度|牢固|坚决|认真|严格|真正|始终|积极)*(?:加强|提高|强化|增强|压实|夯实|树牢|树立|落实|履行|深化|筑牢|提升|重视|坚持|牢记|做到|抓好|抓实|扛牢|推动|推进|规范|健全|完善|统一|做好|确保|形成|防止|杜绝)/

/** A measure without one fact: no number, date, document, named object or proof. */
export const boilerplate: Rule = {
  code: 'substance/boilerplate',
  severity: 'warning',
  name: { zh: '措施空泛，没有事实', en: 'A measure without facts' },
  explanation: {
    zh: {
      why: '没有数字、日期、文件、对象的措施放在哪个问题下都成立，无法核验，也无法销号。',
      fix: '写明谁、在何时、对什么、做了什么、以什么为证。',
      example: '“进一步提高思想认识，切实加强管理，压实工作责任。”',
    },
    en: {
      why: 'A measure without number, date, document or object fits any finding, cannot be verified and cannot be signed off.',
      fix: 'Say who did what, when, to what, and what proves it.',
      example: '“进一步提高思想认识，切实加强管理，压实工作责任。”',
    },
  },
  *check({ notice }) {
    for (const finding of notice.findings) {
      // A finding still open may state intentions; one with a result block has its facts there.
      if (ownBlocks(finding).some((block) => block.kind === 'result')) continue
      for (const measure of finding.measures) {
        if (!isBoilerplate(measure)) continue
        yield {
          ...spanOf(measure),
          message: {
            zh: '这项措施没有数字、日期、文件、对象或者结果，无法核验。',
            en: 'This measure names no number, date, document, object or result: it cannot be verified.',
          },
        }
      }
    }
  },
}

function isBoilerplate(measure: ParsedMeasure): boolean {
  const { quantities, dates, documents, names } = measure
  // Who resolved is no fact about what was done; a project or a person acted upon is.
  const objects = names.filter(({ kind }) => kind !== 'unit')
  if (quantities.length + dates.length + documents.length + objects.length > 0) return false
  if (/[《“\d]/.test(measure.text)) return false
  if (tellsOfWork(measure.text)) return false
  const clauses = clausesOf(measure)
  return clauses.length > 0 && clauses.every(({ text }) => slogan.test(text))
}
