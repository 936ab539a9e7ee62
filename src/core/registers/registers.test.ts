/** Laws that hold for every register that is shipped, whoever adds one. */
import { expect, test } from 'vitest'
import { type Register, registerSchema } from './definition.ts'
import { type Expression, type Field, type Words, wordsSchema } from './field.ts'
import { shippedRegisters } from './registers.ts'

const registers: readonly [string, Register][] = Object.entries(shippedRegisters)
const fieldsOf = (register: Register): [string, Field][] =>
  Object.entries(register.fields).flatMap(([key, field]): [string, Field][] =>
    field.type === 'rows'
      ? [
          [key, field],
          ...Object.entries(field.columns).map(([column, cell]): [string, Field] => [`${key}.${column}`, cell]),
        ]
      : [[key, field]],
  )

/** Everything that is wrong, so that one run names it all. */
const wrong = (judge: (register: Register, key: string) => readonly (string | null)[]): string[] =>
  registers.flatMap(([key, register]) =>
    judge(register, key).flatMap((problem) => (problem === null ? [] : [`${key}: ${problem}`])),
  )

test('each register is kept under its own key and is a definition as the schema has it', () => {
  expect(
    wrong((register, key) => [
      register.key === key ? null : `calls itself ${register.key}`,
      registerSchema.safeParse(register).error?.message ?? null,
    ]),
  ).toEqual([])
})

test('everything that people read is there in Chinese and English', () => {
  const wordsOf = (register: Register): [string, Words][] => [
    ['name', register.name],
    ['help', register.help],
    ...Object.entries(register.kinds ?? {}),
    ...Object.entries(register.counts).map(([key, { name }]): [string, Words] => [key, name]),
    ...fieldsOf(register).flatMap(([key, field]): [string, Words][] => [
      [key, field.name],
      ...(field.help === undefined ? [] : [[`${key} help`, field.help] as [string, Words]]),
      ...(field.type === 'choice' ? Object.entries(field.options) : []),
    ]),
  ]
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text) || /^(EPC|PPP|㎡|m³|m|t)$/.test(text)
  expect(
    wrong((register) =>
      wordsOf(register).map(([where, words]) =>
        wordsSchema.safeParse(words).success && isChinese(words.zh) && !/\p{Script=Han}/u.test(words.en)
          ? null
          : `${where}: ${words.zh} / ${words.en}`,
      ),
    ),
  ).toEqual([])
})

test('no two fields, kinds, options or counts of a register are called the same', () => {
  const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index)
  expect(
    wrong((register) => [
      ...twice(Object.values(register.fields).map(({ name }) => name.zh)),
      ...twice(Object.values(register.kinds ?? {}).map(({ zh }) => zh)),
      ...twice(Object.values(register.counts).map(({ name }) => name.zh)),
      ...fieldsOf(register).flatMap(([, field]) => [
        ...(field.type === 'choice' ? twice(Object.values(field.options).map(({ zh }) => zh)) : []),
        ...(field.type === 'rows' ? twice(Object.values(field.columns).map(({ name }) => name.zh)) : []),
      ]),
    ]),
  ).toEqual([])
  expect(twice(registers.map(([, { name }]) => name.zh))).toEqual([])
})

test('no field is called as what stands beside every entry: its kind, its unit, its name, what cites it', () => {
  const taken = ['类别', '登记单位', '名称', '引用']
  expect(
    wrong((register) => Object.values(register.fields).map(({ name }) => (taken.includes(name.zh) ? name.zh : null))),
  ).toEqual([])
})

test('titles name fields that exist and that an entry has, or its kind', () => {
  const namesIn = (title: string) => [...title.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  expect(
    wrong((register) => [
      namesIn(register.title.zh).sort().join() === namesIn(register.title.en).sort().join()
        ? null
        : 'titles differ by language',
      namesIn(register.title.zh).some((name) => name === 'kind' || register.fields[name]?.required)
        ? null
        : 'an entry may have no title',
      ...namesIn(register.title.zh).map((name) =>
        name === 'kind' ? (register.kinds === null ? 'has no kinds to name' : null) : has(register, name),
      ),
    ]),
  ).toEqual([])
})

test('what is private does not stand in the title, which is shown wherever an entry is cited', () => {
  expect(
    wrong((register) =>
      Object.entries(register.fields).map(([key, field]) =>
        field.restricted && register.title.zh.includes(`{${key}}`) ? key : null,
      ),
    ),
  ).toEqual([])
})

test('the date field is a day', () => {
  expect(
    wrong(({ dateField, fields }) => [
      dateField === null || ['day', 'dayRange'].includes(fields[dateField]?.type ?? '') ? null : `${dateField}`,
    ]),
  ).toEqual([])
})

test('counts add up entries or a field that is a number, of kinds that exist', () => {
  const isNumber = (field: Field | undefined) =>
    field !== undefined && ['quantity', 'money', 'area', 'computed'].includes(field.type)
  const unitOf = (field: Field | undefined): readonly string[] =>
    field?.type === 'money' || (field?.type === 'computed' && field.unit === '分')
      ? ['元']
      : field?.type === 'area' || (field?.type === 'computed' && field.unit === '㎡')
        ? ['㎡', '亩']
        : []
  expect(
    wrong((register) => [
      Object.keys(register.counts).length > 0 ? null : 'counts nothing',
      ...Object.entries(register.counts).flatMap(([key, count]) => {
        const field = register.fields[count.of]
        const units = unitOf(field)
        return [
          count.of === 'entries' || isNumber(field) ? null : `${key} counts ${count.of}`,
          units.length === 0 || units.includes(count.unit) ? null : `${key} is counted in ${count.unit}`,
          ...(count.kinds ?? []).map((kind) => hasKind(register, kind)),
        ]
      }),
    ]),
  ).toEqual([])
})

test('fields are of kinds that exist, choices have options, references lead to registers', () => {
  expect(
    wrong((register) =>
      fieldsOf(register).flatMap(([key, field]) => [
        ...(field.kinds ?? []).map((kind) => hasKind(register, kind)),
        field.type === 'choice' && Object.keys(field.options).length < 2 ? `${key} has nothing to choose` : null,
        field.type === 'reference' && !(field.register in shippedRegisters)
          ? `${key} refers to ${field.register}`
          : null,
        field.type === 'quantity' && (field.least ?? 0) > (field.most ?? Number.POSITIVE_INFINITY)
          ? `${key}: bounds`
          : null,
        ...(field.type === 'computed' ? namesIn(field.of).map((name) => has(register, name)) : []),
      ]),
    ),
  ).toEqual([])
})

test('each register asks for something, shows something in its list, and says what belongs into it', () => {
  expect(
    wrong((register) => [
      Object.values(register.fields).some((field) => field.required) ? null : 'asks for nothing',
      Object.values(register.fields).filter((field) => field.listed).length >= 2 ? null : 'lists too little',
      [...register.help.zh].length >= 12 ? null : 'hardly says what belongs into it',
    ]),
  ).toEqual([])
})

/** Fields named by a computed one. */
function namesIn(expression: Expression): string[] {
  if (typeof expression === 'string') return [expression]
  if (typeof expression === 'number') return []
  return Object.values(expression).flatMap((parts: readonly Expression[]) => parts.flatMap(namesIn))
}
const has = ({ fields }: Register, name: string) => (name in fields ? null : `has no field ${name}`)
const hasKind = ({ kinds }: Register, kind: string) => (kinds !== null && kind in kinds ? null : `has no kind ${kind}`)
