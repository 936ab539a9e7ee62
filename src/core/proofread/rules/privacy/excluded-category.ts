import type { Rule, Words } from '../../rule.ts'
import { matchesOf } from '../matches.ts'

/** The categories never published, besides open cases (`privacy/undisclosed-case`), with words that betray them. */
const categories: readonly [RegExp, Words][] = [
  [
    /(?:绝密|机密|秘密)(?:★|级|文件|等级|事项|件)|国家秘密|涉密(?:文件|资料|项目|图纸|数据|人员|岗位)|内部(?:资料|文件)[，,]?(?:不得|严禁|请勿)(?:外传|公开)/g,
    { zh: '国家秘密、工作秘密', en: 'state or work secrets' },
  ],
  [
    /(?:容易|可能|极易|易)(?:引发|引起|造成|形成)[^，。；]{0,8}(?:舆情|炒作|热点|负面影响)|网络舆情(?:处置|应对|风险)/g,
    { zh: '容易引发炒作的事项', en: 'matters likely to set off hype' },
  ],
  [
    /(?:集体|群体性?|越级|大规模)(?:上访|信访|访|事件)|群体性事件|(?:容易|可能|极易|易)(?:引发|引起)[^，。；]{0,8}(?:上访|信访|聚集|不稳定)/g,
    { zh: '容易引发集体上访的事项', en: 'matters likely to set off mass petition' },
  ],
  [
    /(?:民族|宗教|外交|军事|国防|涉军|涉外)(?:敏感|矛盾|纠纷|设施|秘密)|重大敏感(?:事项|问题|案件)|维稳(?:风险|事项|对象)/g,
    { zh: '其他重大敏感事项', en: 'other major sensitive matters' },
  ],
]

/** Matters of the categories that a public notice leaves out. */
export const excludedCategory: Rule = {
  code: 'privacy/excluded-category',
  severity: 'warning',
  name: { zh: '疑属不予公开的事项', en: 'A matter that is not to be published' },
  explanation: {
    zh: {
      why: '五类事项不向社会公开：国家秘密和工作秘密；正在初核的线索和未公开的案件；容易引发炒作的；容易引发集体上访的；其他重大敏感事项。',
      fix: '社会公开的通报删去这部分，在党内通报中说明；确可公开的，经审核后保留。',
      example: '“因征地补偿引发集体上访的问题”。',
    },
    en: {
      why: 'Five categories are never published: secrets; clues under first check and undisclosed cases; matters likely to set off hype; matters likely to set off mass petition; other major sensitive matters.',
      fix: 'Leave it out of the public notice and tell it in the internal one; keep it only if reviewed and approved.',
      example: '“因征地补偿引发集体上访的问题”.',
    },
  },
  *check({ visible }) {
    for (const [pattern, category] of categories) {
      yield* matchesOf(visible, pattern, ([text]) => ({
        zh: `“${text}”疑属不予公开的事项：${category.zh}。`,
        en: `“${text}” may belong to what is never published: ${category.en}.`,
      }))
    }
  },
}
