import type { Rule } from '../../rule.ts'
import { matchesOf } from '../matches.ts'
import { noName, surname } from './surnames.ts'

const role = '举报人|信访人|上访人|来访人|来信人|检举人|控告人|投诉人|反映人|报案人'
const act = '(?:实名|多次|来信|来访|来电|向[\\p{Script=Han}]{2,10})?(?:举报|信访|检举|控告|上访)'
const who = `${surname}(?:某{1,2}|[\\p{Script=Han}]{1,2})`
const complained = '(?:实名|多次|来信|来电)?(?:反映|举报|信访|投诉|检举|控告|上访)'
/** A cheap look: without one of these words nobody has complained. */
const anyComplaint = /[访诉信映案]人|反映|举报|信访|投诉|检举|控告|上访/
const identified = new RegExp(
  [
    `(?:${role})(?:是|为|系|：|:)?(?:[\\p{Script=Han}]{0,10}?)${who}(?=[，,。；、（(]|反映|举报|来)`,
    `(?:职工|村民|居民|群众|干部|员工|业主)${who}(?:等人)?${act}`,
    // Without an office before it a name is sure only when half hidden, or when it speaks for several.
    `(?<!\\p{Script=Han})${surname}某{1,2}(?:等\\d*[人名户]?)?${complained}`,
    `(?<!\\p{Script=Han})(${surname}[\\p{Script=Han}]{1,2})等\\d*[人名户]${complained}`,
  ].join('|'),
  'gu',
)

/** Who reported a matter, told so that they can be recognised. */
export const petitioner: Rule = {
  code: 'privacy/petitioner',
  severity: 'error',
  name: { zh: '可能暴露举报人、信访人', en: 'A petitioner may be recognised' },
  explanation: {
    zh: {
      why: '举报人、信访人的身份依法保密。写出姓名、姓氏或者住处，知情人就能认出。',
      fix: '改为“根据群众反映”，不写姓名、单位和住处。',
      example: '“村民周某某举报”改为“根据群众反映”。',
    },
    en: {
      why: 'Who reports a matter is protected by law. A name, surname or address is enough for neighbours to know.',
      fix: 'Write “as reported by the public”, without name, unit or address.',
      example: '“村民周某某举报” becomes “根据群众反映”.',
    },
  },
  *check({ visible }) {
    yield* matchesOf(
      visible.filter(({ text }) => anyComplaint.test(text)),
      identified,
      ([text, name]) =>
        noName.test(name ?? '')
          ? null
          : {
              zh: `“${text}”可能暴露举报人或者信访人身份。`,
              en: `“${text}” may reveal who reported the matter.`,
            },
    )
  },
}
