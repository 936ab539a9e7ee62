/**
 * What can be counted, all in one shape: the registers, and the records of the ledger. Parser, writer, suggestions and
 * definitions know nothing else.
 */
import type { Light } from '../deadline/light.ts'
import { findingStateNames } from '../finding/life.ts'
import type { MeasureKind } from '../measure/status.ts'
import { statusNames } from '../measure/words.ts'
import type { Register } from '../registers/definition.ts'
import type { Words } from '../registers/field.ts'

export type Filter = {
  name: Words
  options: Readonly<Record<string, Words>>
  /** Its values are written without its name: `措施 已销号`. */
  bare: boolean
  /** Personal: for whoever keeps the register and the office alone. */
  restricted: boolean
}
export type Countable = {
  name: Words
  unit: string
  /** Of these kinds alone. */
  kinds: readonly string[] | null
  /** Sums of money are in 分, of areas in ㎡, whatever `unit` shows. */
  kept: 'plain' | 'money' | 'area'
  /** The records themselves are counted, not a field of theirs. */
  records: boolean
}
export type Subject = {
  key: string
  name: Words
  /** Null: a record of the ledger. */
  register: Register | null
  kinds: Readonly<Record<string, Words>>
  /** The first is meant when none is named. */
  counts: Readonly<Record<string, Countable>>
  filters: Readonly<Record<string, Filter>>
  /** What a period is judged by; null where there is nothing. */
  date: Words | null
  can: { unit: boolean; project: boolean; finding: boolean; inspection: boolean }
}

const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }

/** A register as something to count. */
export function subjectOf(register: Register): Subject {
  const { key, name, kinds, fields, dateField } = register
  const dated = dateField === null ? null : fields[dateField]
  const filters: Record<string, Filter> = {}
  for (const [field, { type, name, ...rest }] of Object.entries(fields))
    if (type === 'choice' || type === 'flag')
      filters[field] = {
        name,
        options: 'options' in rest ? rest.options : yesNo,
        bare: false,
        restricted: rest.restricted === true,
      }
  return {
    key,
    name,
    register,
    kinds: kinds ?? {},
    counts: Object.fromEntries(
      Object.entries(register.counts).map(([count, { name, unit, of, kinds }]) => {
        const field = fields[of]
        const isMoney = field?.type === 'money' || (field?.type === 'computed' && field.unit === '分')
        const kept = isMoney ? 'money' : field?.type === 'area' ? 'area' : 'plain'
        return [count, { name, unit: isMoney ? '元' : unit, kinds: kinds ?? null, kept, records: of === 'entries' }]
      }),
    ),
    filters,
    date: dated?.name ?? null,
    can: {
      unit: true,
      project: Object.values(fields).some(({ type }) => type === 'project'),
      finding: true,
      inspection: true,
    },
  }
}

const records = (name: Words, unit: string): Record<string, Countable> => ({
  records: { name, unit, kinds: null, kept: 'plain', records: true },
})
const bare = (name: Words, options: Readonly<Record<string, Words>>): Filter => ({
  name,
  options,
  bare: true,
  restricted: false,
})

const lightNames: Readonly<Record<Light, Words>> = {
  red: { zh: '红灯', en: 'red' },
  yellow: { zh: '黄灯', en: 'yellow' },
  green: { zh: '绿灯', en: 'green' },
  blue: { zh: '蓝灯', en: 'blue' },
  grey: { zh: '灰灯', en: 'grey' },
}
const measureKindNames: Readonly<Record<MeasureKind, Words>> = {
  immediate: { zh: '立行立改', en: 'at once' },
  fixedTerm: { zh: '限期整改', en: 'by a date' },
  ongoing: { zh: '长期坚持', en: 'ongoing' },
  duringInspection: { zh: '边巡边改', en: 'during inspection' },
}

/** Records of the ledger. */
export const ledgerSubjects = {
  finding: {
    key: 'finding',
    name: { zh: '问题', en: 'findings' },
    register: null,
    kinds: {},
    counts: records({ zh: '问题数', en: 'number of findings' }, '个'),
    filters: {
      state: bare({ zh: '问题状态', en: 'state' }, findingStateNames),
      selfFound: { name: { zh: '自查发现', en: 'self-found' }, options: yesNo, bare: false, restricted: false },
    },
    date: null,
    can: { unit: false, project: false, finding: true, inspection: true },
  },
  cause: {
    key: 'cause',
    name: { zh: '原因', en: 'causes' },
    register: null,
    kinds: {},
    counts: records({ zh: '原因数', en: 'number of causes' }, '条'),
    filters: {},
    date: null,
    can: { unit: false, project: false, finding: true, inspection: true },
  },
  measure: {
    key: 'measure',
    name: { zh: '措施', en: 'measures' },
    register: null,
    kinds: {},
    counts: records({ zh: '措施数', en: 'number of measures' }, '条'),
    filters: {
      status: bare({ zh: '措施状态', en: 'status' }, statusNames),
      light: bare({ zh: '灯', en: 'light' }, lightNames),
      kind: {
        name: { zh: '期限类别', en: 'kind of deadline' },
        options: measureKindNames,
        bare: false,
        restricted: false,
      },
    },
    date: { zh: '整改期限', en: 'due day' },
    can: { unit: true, project: false, finding: true, inspection: true },
  },
  report: {
    key: 'report',
    name: { zh: '周报', en: 'weekly reports' },
    register: null,
    kinds: {},
    counts: records({ zh: '周报数', en: 'number of weekly reports' }, '份'),
    filters: {
      noChange: { name: { zh: '无变化', en: 'no change' }, options: yesNo, bare: false, restricted: false },
    },
    date: { zh: '报送日期', en: 'day of filing' },
    can: { unit: true, project: false, finding: true, inspection: true },
  },
} as const satisfies Record<string, Subject>
export type LedgerSubject = keyof typeof ledgerSubjects
export const isLedgerSubject = (key: string): key is LedgerSubject => Object.hasOwn(ledgerSubjects, key)
