/**
 * What a target of a measure counts: entries of a register, by one of its counts. Its progress is then the sum over the
 * entries cited for it and is typed nowhere.
 */
import type { Counted } from './counted-schema.ts'
import type { Count, Register } from './definition.ts'

export type { Counted } from './counted-schema.ts'

/** How many of the target's units one unit of the count is, as a fraction. */
export type Scale = { times: number; over: number }

/** Counts of money are in 分, of areas in ㎡ (`field.ts`). */
const scales: Readonly<Record<'money' | 'area', Readonly<Record<string, Scale>>>> = {
  money: { 元: { times: 1, over: 100 }, 万元: { times: 1, over: 1_000_000 }, 亿元: { times: 1, over: 10_000_000_000 } },
  area: {
    '㎡': { times: 1, over: 1 },
    平方米: { times: 1, over: 1 },
    亩: { times: 3, over: 2000 },
    公顷: { times: 1, over: 10_000 },
  },
}
const even: Scale = { times: 1, over: 1 }

/** Units that say the same: the first of a group stands for all. */
const alike = [
  ['株', '棵', '苗'],
  ['次', '场', '场次', '回', '期'],
  ['项', '个', '条', '部', '件', '份', '家', '处', '宗', '笔', '点'],
  ['人次', '人', '名', '余人'],
  ['米', 'm', '延米'],
  ['m³', '立方米', '方'],
] as const

const groupOf = (unit: string): string => alike.find((group) => group.some((each) => each === unit))?.[0] ?? unit

/**
 * Of a count to a target in this unit; null where they cannot be compared (a target in 万元 does not count meetings).
 * @param unit null: the target says none, and takes the count as it is
 */
export function scaleOf(register: Register, count: Count, unit: string | null): Scale | null {
  const field = count.of === 'entries' ? undefined : register.fields[count.of]
  const isMoney = field?.type === 'money' || (field?.type === 'computed' && field.unit === '分')
  const type = isMoney ? 'money' : field?.type === 'area' ? 'area' : null
  if (type !== null) return scales[type][unit ?? count.unit] ?? null
  return unit === null || groupOf(unit) === groupOf(count.unit) ? even : null
}

/** Why a target cannot count this; null when it can. */
export function refusesCounting(
  register: Register | null,
  { counted, kind }: Counted,
  unit: string | null,
): 'citation.unknownCount' | 'citation.otherUnit' | null {
  const count = register?.counts[counted]
  if (register === null || count === undefined) return 'citation.unknownCount'
  if (kind !== null && !Object.hasOwn(register.kinds ?? {}, kind)) return 'citation.unknownCount'
  return scaleOf(register, count, unit) === null ? 'citation.otherUnit' : null
}
