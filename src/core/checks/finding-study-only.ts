/** A finding about money, quantities or procedure that is answered by study alone. */
import type { Check } from './check.ts'
import type { FindingFacts } from './finding-facts.ts'
import { auditPractice } from './sources.ts'

/** What a finding is about, by words that stand in it. One is enough: the check asks, it does not judge. */
const topics = {
  money: /[\d.]+万?元|资金|工程款|价款|计价|造价|结算|决算|支付|付款|报销|挪用|费用|账/,
  quantity: /[\d.]+(?:余)?(?:株|亩|平方米|㎡|立方米|米|厘米|丛|处|份)|苗木|厚度|工程量|面积|少栽|缺苗/,
  procedure: /审批|批准|报批|手续|许可|招标|磋商|备案|验收|程序|签订|会审|签证|授权|移交/,
} as const
const learning: ReadonlySet<string> = new Set(['study', 'training'])

export const findingStudyOnly: Check<FindingFacts> = {
  id: 'finding.studyOnly',
  area: 'finding',
  name: { zh: '用学习代替整改', en: 'Study in place of rectification' },
  explanation: {
    zh: '问题涉及钱、数量或程序，佐证却只有学习和培训。学习说明不了钱退了没有、苗补了没有、手续办了没有，应补上对应的事项和凭证。',
    en: 'The finding is about money, quantities or procedure, and nothing but study and training is cited. These do not show that money came back, plants were replaced, permits obtained.',
  },
  source: auditPractice,
  nature: 'signal',
  severity: 'high',
  from: null,
  to: null,
  parameters: {},
  why: {
    flagged: {
      zh: '问题{number}涉及{topics}，{measures}项措施引用的{cited}条登记全是学习或培训。',
      en: 'Finding {number} is about {topicsEn}; all {cited} entries cited by its {measures} measures are study or training.',
    },
    clear: {
      zh: '问题{number}的佐证中有{others}条不是学习或培训。',
      en: '{others} entries cited under finding {number} are not study or training.',
    },
    cannotTell: {
      zh: '问题{number}的措施还没有引用登记事项，暂不能判断：请在措施页面引用。',
      en: 'No entry is cited under finding {number} yet: cite them on the pages of its measures.',
    },
  },
  judge: ({ number, heading, original, measures }) => {
    const text = `${heading}\n${original}`
    const found = Object.entries(topics).filter(([, words]) => words.test(text))
    if (found.length === 0 || measures.length === 0) return []
    const cited = new Map(measures.flatMap(({ cited }) => cited).map((entry) => [entry.id, entry.register]))
    // What is missing is a citation, which no form of a register asks for: the sentence says it.
    const finding = { entryId: null, entryIds: [] as readonly number[], needs: [] }
    if (cited.size === 0)
      return [
        {
          ...finding,
          outcome: 'cannotTell',
          numbers: { number },
          why: 'cannotTell',
        },
      ]
    const others = [...cited].filter(([, register]) => !learning.has(register)).map(([id]) => id)
    if (others.length > 0)
      return [
        { ...finding, outcome: 'clear', entryIds: others, numbers: { number, others: others.length }, why: 'clear' },
      ]
    return [
      {
        ...finding,
        outcome: 'flagged',
        entryIds: [...cited.keys()].sort((a, b) => a - b),
        numbers: {
          number,
          topics: found.map(([topic]) => topicNames[topic as keyof typeof topics]).join('、'),
          topicsEn: found.map(([topic]) => topic).join(', '),
          measures: measures.length,
          cited: cited.size,
        },
        why: 'flagged',
      },
    ]
  },
}

const topicNames: Readonly<Record<keyof typeof topics, string>> = {
  money: '资金',
  quantity: '数量',
  procedure: '程序',
}
