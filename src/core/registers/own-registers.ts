/**
 * What tenants add: registers of their own, and fields, kinds and counts in those that are shipped. Their keys begin with
 * `own`, so that a later release never means something else by the same key.
 */

import type { Register } from './definition.ts'
import { registerSchema } from './definition.ts'
import type { Expression, Field, Words } from './field.ts'
import { ownRegisterSentences as say } from './own-register-sentences.ts'

/** `own1`, `ownDepth`. */
export const isOwnKey = (key: string): boolean => /^own[A-Z0-9]/.test(key)

const parts = ['fields', 'kinds', 'counts'] as const

/**
 * A register as it is in force.
 * @param latest what the tenant stored last; of a shipped register only what is the tenant's own in it counts
 */
export function inForce(shipped: Register | null, latest: Register | null): Register | null {
  if (shipped === null || latest === null) return latest ?? shipped
  return {
    ...shipped,
    version: Math.max(shipped.version, latest.version),
    fields: mergedPart(shipped.fields, latest.fields),
    kinds: shipped.kinds === null ? null : mergedPart(shipped.kinds, latest.kinds ?? {}),
    counts: mergedPart(shipped.counts, latest.counts),
  }
}

/** In the tenant's order; what a release added since comes last. */
function mergedPart<T>(
  shipped: Readonly<Record<string, T>>,
  latest: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  const kept = Object.entries(latest).flatMap(([key, value]): [string, T][] => {
    const theirs = Object.hasOwn(shipped, key) ? shipped[key] : undefined
    return theirs !== undefined ? [[key, theirs]] : isOwnKey(key) ? [[key, value]] : []
  })
  const known = new Set(kept.map(([key]) => key))
  return Object.fromEntries([...kept, ...Object.entries(shipped).filter(([key]) => !known.has(key))])
}

export const ownFieldsOf = (shipped: Register | null, register: Register): string[] =>
  Object.keys(register.fields).filter((key) => shipped === null || !Object.hasOwn(shipped.fields, key))

/** What entries hold already: a change must leave it readable. */
export type Held = {
  readonly entries: boolean
  /** Fields with values in some entry. */
  readonly fields: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  /** Of choices: `field=option`. */
  readonly options: ReadonlySet<string>
}

export type DefinitionProblem = { readonly field: string; readonly message: Words }

/**
 * What speaks against a definition that a tenant wants to store. Empty: nothing.
 * @param before the register in force; null for a new one
 * @param earlier all versions that were ever in force, for fields that were taken out and come back
 * @param registers keys of all registers, for references
 */
export function definitionProblems(
  next: Register,
  {
    shipped,
    before,
    earlier,
    held,
    registers,
  }: {
    shipped: Register | null
    before: Register | null
    earlier: readonly Register[]
    held: Held
    registers: ReadonlySet<string>
  },
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const add = (field: string, message: Words): void => {
    problems.push({ field, message })
  }
  const shape = registerSchema.safeParse(next)
  if (!shape.success) return [{ field: String(shape.error.issues[0]?.path.join('.') ?? ''), message: say.shape }]
  if (shipped === null) {
    if (!isOwnKey(next.key)) add('key', say.ownKey(next.key))
  } else {
    for (const [name, was] of Object.entries(shipped))
      if (
        !(parts as readonly string[]).includes(name) &&
        name !== 'version' &&
        !same(was, next[name as keyof Register])
      )
        add(name, say.shippedChanged(shipped.name))
    for (const part of parts) problems.push(...shippedPartProblems(part, shipped, next))
  }
  problems.push(...innerProblems(next, registers))
  if (before !== null && held.entries) problems.push(...heldProblems(next, before, earlier, held))
  return problems
}

function shippedPartProblems(part: (typeof parts)[number], shipped: Register, next: Register): DefinitionProblem[] {
  const was: Readonly<Record<string, { name: Words } | Words>> = shipped[part] ?? {}
  const becomes: Readonly<Record<string, { name: Words } | Words>> = next[part] ?? {}
  if (shipped[part] === null && next[part] !== null) return [{ field: part, message: say.shippedChanged(shipped.name) }]
  return [
    ...Object.keys(was)
      .filter((key) => !Object.hasOwn(becomes, key) || !same(was[key], becomes[key]))
      .map((key) => ({ field: `${part}.${key}`, message: say.shippedPart(nameOf(was[key])) })),
    ...Object.keys(becomes)
      .filter((key) => !Object.hasOwn(was, key) && !isOwnKey(key))
      .map((key) => ({ field: `${part}.${key}`, message: say.ownKey(key) })),
  ]
}

const nameOf = (part: { name: Words } | Words | undefined): Words =>
  part === undefined ? { zh: '', en: '' } : 'name' in part ? part.name : part

/** Whatever a definition says of its own parts must be there. */
function innerProblems(next: Register, registers: ReadonlySet<string>): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const { fields, kinds, counts } = next
  const add = (field: string, message: Words): void => {
    problems.push({ field, message })
  }
  if (Object.keys(fields).length === 0) add('fields', say.noFields)
  if (kinds !== null && Object.keys(kinds).length === 0) add('kinds', say.noKinds)
  if (Object.keys(counts).length === 0) add('counts', say.noCounts)
  const names = new Map<string, string>()
  for (const [key, field] of Object.entries(fields)) {
    const at = `fields.${key}`
    if (key === 'kind') add(at, say.reserved(key))
    const twin = names.get(field.name.zh)
    if (twin !== undefined) add(at, say.nameTwice(field.name.zh))
    names.set(field.name.zh, key)
    for (const kind of field.kinds ?? [])
      if (kinds === null || !Object.hasOwn(kinds, kind)) add(at, say.noSuchKind(kind))
    if (field.type === 'choice' && Object.keys(field.options).length === 0) add(at, say.noOptions(field.name))
    if (field.type === 'rows' && Object.keys(field.columns).length === 0) add(at, say.noColumns(field.name))
    for (const cell of field.type === 'rows' ? Object.values(field.columns) : [field])
      if (cell.type === 'reference' && !registers.has(cell.register) && cell.register !== next.key)
        add(at, say.noSuchRegister(cell.register))
    if (field.type === 'computed' && !isComputable(field.of, fields, new Set([key])))
      add(at, say.notComputable(field.name))
  }
  const date = next.dateField === null ? undefined : fields[next.dateField]
  if (next.dateField !== null && date?.type !== 'day' && date?.type !== 'dayRange') add('dateField', say.dateField)
  if (next.aggregates && next.dateField === null) add('dateField', say.aggregateNeedsDate)
  for (const [, key = ''] of next.title.zh.matchAll(/\{(\w*)\}/g))
    if (key !== 'kind' && !Object.hasOwn(fields, key)) add('title', say.titleField(key))
  for (const [key, count] of Object.entries(counts)) {
    const counted = fields[count.of]
    const isNumber = counted !== undefined && ['quantity', 'money', 'area', 'computed'].includes(counted.type)
    if (count.of !== 'entries' && !isNumber) add(`counts.${key}`, say.countOf(count.name))
    for (const kind of count.kinds ?? [])
      if (kinds === null || !Object.hasOwn(kinds, kind)) add(`counts.${key}`, say.noSuchKind(kind))
  }
  return problems
}

function isComputable(expression: Expression, fields: Register['fields'], entered: ReadonlySet<string>): boolean {
  if (typeof expression === 'number') return true
  if (typeof expression === 'string') {
    const field = fields[expression]
    if (field?.type === 'computed')
      return !entered.has(expression) && isComputable(field.of, fields, new Set([...entered, expression]))
    return field !== undefined && ['quantity', 'money', 'area'].includes(field.type)
  }
  if ('days' in expression) return expression.days.every((key) => fields[key]?.type === 'day')
  const operands: readonly Expression[] = Object.values(expression)[0] ?? []
  return operands.every((operand) => isComputable(operand, fields, entered))
}

/** Entries stay readable, and what they count for stays what it was. */
function heldProblems(next: Register, before: Register, earlier: readonly Register[], held: Held): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  if (!same(before.dateField, next.dateField)) problems.push({ field: 'dateField', message: say.heldDate })
  if ((before.kinds === null) !== (next.kinds === null)) problems.push({ field: 'kinds', message: say.heldKinds })
  for (const kind of held.kinds)
    if (next.kinds !== null && !Object.hasOwn(next.kinds, kind))
      problems.push({ field: `kinds.${kind}`, message: say.heldKind(before.kinds?.[kind] ?? { zh: kind, en: kind }) })
  for (const key of held.fields) {
    const field = next.fields[key]
    const was = [before, ...earlier].map(({ fields }) => fields[key]).find((known) => known !== undefined)
    if (field === undefined || was === undefined) continue
    const at = `fields.${key}`
    if (!same(essence(was), essence(field))) problems.push({ field: at, message: say.heldType(was.name) })
    if (field.type === 'choice' && was.type === 'choice')
      for (const [option, words] of Object.entries(was.options))
        if (held.options.has(`${key}=${option}`) && !Object.hasOwn(field.options, option))
          problems.push({ field: at, message: say.heldOption(words) })
  }
  return problems
}

/** What decides how a value is kept and what it means. */
function essence(field: Field): unknown {
  if (field.type === 'rows')
    return [
      field.type,
      Object.entries(field.columns)
        .map(([key, cell]) => [key, essence(cell)])
        .sort(),
    ]
  return [
    field.type,
    'many' in field && field.many === true,
    'unit' in field ? field.unit : null,
    'register' in field ? field.register : null,
  ]
}

/** Equal as JSON, whatever the order of names. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  ) ?? ''
