/** What a figure says, at length: the sentence that stands under it wherever it is shown. */
import type { Language } from '../proofread/diagnostic.ts'
import type { Words } from '../registers/field.ts'
import type { Dictionary, Named } from './dictionary.ts'
import { writePeriod } from './period.ts'
import type { Counting, FigureQuery } from './query.ts'
import type { Subject } from './subjects.ts'

export function definitionOf({ count, outOf, asOf }: FigureQuery, dictionary: Dictionary): Words {
  const time: Words =
    asOf === null
      ? { zh: '按现在的登记。', en: 'As recorded now.' }
      : { zh: `按 ${asOf} 当天结束时的登记。`, en: `As recorded at the end of ${asOf}.` }
  const one = counted(count, dictionary)
  if (outOf === null)
    return {
      zh: `${one.zh}。${note(count, dictionary).zh}${time.zh}`,
      en: `${one.en}. ${note(count, dictionary).en}${time.en}`,
    }
  const other = counted(outOf, dictionary)
  return {
    zh: `分子：${one.zh}；分母：${other.zh}。百分比保留一位小数。${note(count, dictionary).zh}${time.zh}`,
    en: `Part: ${one.en}; whole: ${other.en}. Per cent to one decimal. ${note(count, dictionary).en}${time.en}`,
  }
}

const quoted = (words: readonly string[], language: Language): string =>
  language === 'zh' ? words.map((word) => `“${word}”`).join('或') : words.map((word) => `“${word}”`).join(' or ')
const named = (ids: readonly number[], among: readonly Named[]): string[] =>
  ids.map((id) => among.find((each) => each.id === id)?.name ?? `#${id}`)

function counted(counting: Counting, dictionary: Dictionary): Words {
  const subject = dictionary.subjects.find(({ key }) => key === counting.of)
  if (subject === undefined)
    return { zh: `已不存在的登记簿“${counting.of}”`, en: `a register “${counting.of}” that is gone` }
  return { zh: sentence(counting, subject, dictionary, 'zh'), en: sentence(counting, subject, dictionary, 'en') }
}

function sentence(counting: Counting, subject: Subject, dictionary: Dictionary, language: Language): string {
  const isZh = language === 'zh'
  const countable = subject.counts[counting.count]
  const conditions: string[] = []
  const add = (zh: string, en: string) => conditions.push(isZh ? zh : en)
  const label = (words: Words | undefined, key: string): string => words?.[language] ?? key

  const kinds = counting.kinds.map((kind) => label(subject.kinds[kind], kind))
  if (kinds.length > 0) add(`类别为${quoted(kinds, language)}`, `of type ${quoted(kinds, language)}`)
  else if (countable?.kinds) {
    const only = countable.kinds.map((kind) => label(subject.kinds[kind], kind))
    add(`类别为${quoted(only, language)}`, `of type ${quoted(only, language)}`)
  }
  if (counting.period !== null && subject.date !== null) {
    const { from, to } = counting.period
    const period = writePeriod(counting.period, language)
    const zh =
      to === null
        ? `自 ${from ?? ''} 起`
        : from === null
          ? `不晚于 ${to}`
          : `在 ${period}${/^\d{4}$/.test(period) ? ' 年' : ''}内`
    add(`${subject.date.zh}${zh}`, `${subject.date.en} in ${period}`)
  }
  for (const [field, values] of Object.entries(counting.where)) {
    const filter = subject.filters[field]
    const words = quoted(
      values.map((value) => label(filter?.options[value], value)),
      language,
    )
    add(`${label(filter?.name, field)}为${words}`, `${label(filter?.name, field)} is ${words}`)
  }
  if (counting.units.length > 0) {
    const units = quoted(named(counting.units, dictionary.units), language)
    const [zh, en] = subject.register === null ? ['牵头单位', 'led by'] : ['登记单位', 'kept by']
    add(`${zh}为${units}（含下属单位）`, `${en} ${units} (units below included)`)
  }
  if (counting.projects.length > 0) {
    const projects = quoted(named(counting.projects, dictionary.projects), language)
    add(`项目为${projects}`, `of project ${projects}`)
  }
  if (counting.findings.length > 0) {
    const numbers = counting.findings.join(isZh ? '、' : ', ')
    if (subject.register !== null) add(`被问题 ${numbers} 或其措施引用`, `cited by finding ${numbers} or its measures`)
    else if (subject.key === 'finding') add(`序号为 ${numbers}`, `numbered ${numbers}`)
    else add(`属于问题 ${numbers}`, `under finding ${numbers}`)
  }
  if (counting.inspections.length > 0) {
    const inspections = quoted(named(counting.inspections, dictionary.inspections), language)
    if (subject.register === null) add(`属于${inspections}`, `of ${inspections}`)
    else add(`被${inspections}的问题或措施引用`, `cited in ${inspections}`)
  }

  const where = conditions.length === 0 ? '' : isZh ? `中${conditions.join('、')}的` : ` ${conditions.join(', ')}`
  const what = label(countable?.name, counting.count)
  if (subject.register === null)
    return isZh
      ? `${where === '' ? '全部' : where.slice(1)}${subject.name.zh}的条数`
      : `number of ${subject.name.en}${where}`
  const source = isZh ? `“${subject.name.zh}”登记簿` : `the register “${subject.name.en}”`
  if (isZh) return `${source}${where === '' ? '的' : `${where}`}${what}${countable?.records ? '' : '合计'}`
  return `${countable?.records ? '' : 'sum of '}“${what}” in ${source}${where}`
}

/** How doubles are kept out. */
function note({ of }: Counting, dictionary: Dictionary): Words {
  const register = dictionary.subjects.find(({ key }) => key === of)?.register ?? null
  if (register === null) return { zh: '', en: '' }
  return register.aggregates
    ? {
        zh: '同一条只计一次，汇总记录已含的单条不重复计。',
        en: 'Each entry counts once; single entries within an aggregate add nothing. ',
      }
    : { zh: '同一条只计一次。', en: 'Each entry counts once. ' }
}
