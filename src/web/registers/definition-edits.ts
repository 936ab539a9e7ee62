/** Changes to a register's definition while somebody makes it in the browser: values in, values out. */
import type { Register } from '../../core/registers/definition.ts'
import type { Field, Words } from '../../core/registers/field.ts'
import type { RegisterView } from './register-queries.ts'

type Named<T> = Readonly<Record<string, T>>

/** What an office may add; tables and computed values come with shipped registers. */
export const ownTypes = [
  'text',
  'longText',
  'choice',
  'flag',
  'day',
  'dayRange',
  'quantity',
  'money',
  'area',
  'unit',
  'person',
  'project',
  'document',
  'reference',
  'files',
] as const satisfies readonly Field['type'][]
export type OwnType = (typeof ownTypes)[number]

/** The first of `own1`, `own2`… that is free: what an office adds never has the name of something shipped later. */
export function freeKey(taken: Iterable<string>): string {
  const known = new Set(taken)
  let number = 1
  while (known.has(`own${number}`)) number += 1
  return `own${number}`
}

export const put = <T>(all: Named<T>, key: string, value: T): Named<T> => ({ ...all, [key]: value })

export const without = <T>(all: Named<T>, key: string): Named<T> =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== key))

/** One step up (−1) or down (1). */
export function moved<T>(all: Named<T>, key: string, by: -1 | 1): Named<T> {
  const entries = Object.entries(all)
  const at = entries.findIndex(([one]) => one === key)
  const [from, to] = [entries[at], entries[at + by]]
  if (!from || !to) return all
  entries[at] = to
  entries[at + by] = from
  return Object.fromEntries(entries)
}

/** English is what was typed in Chinese until somebody says it in English. */
export const renamed = (words: Words, zh: string): Words => ({ zh, en: words.en === words.zh ? zh : words.en })

/** A new field of a type, or an old one that gets another: what both have in common stays. */
export function fieldOfType(
  type: OwnType,
  { name, help, required, kinds, listed }: Partial<Field> & { name: Words },
): Field {
  const plain = {
    name,
    ...(help ? { help } : {}),
    ...(required ? { required } : {}),
    ...(kinds ? { kinds } : {}),
    ...(listed ? { listed } : {}),
  }
  switch (type) {
    case 'choice':
      return { type, ...plain, options: { own1: { zh: '', en: '' } } }
    case 'quantity':
      return { type, ...plain, unit: '个' }
    case 'reference':
      return { type, ...plain, register: 'project' }
    default:
      return { type, ...plain }
  }
}

/** What an office begins a register with: a day and a text. */
export function blankRegister(
  taken: Iterable<string>,
  names: { day: string; matter: string; count: string },
): Register {
  const both = (words: string): Words => ({ zh: words, en: words })
  return {
    key: freeKey(taken),
    version: 1,
    name: { zh: '', en: '' },
    help: { zh: '', en: '' },
    group: 'own',
    kinds: null,
    fields: {
      own1: { type: 'day', name: both(names.day), required: true, listed: true },
      own2: { type: 'text', name: both(names.matter), required: true, listed: true },
    },
    dateField: 'own1',
    title: { zh: '{own2}', en: '{own2}' },
    counts: { own1: { name: both(names.count), unit: '条', of: 'entries' } },
    aggregates: false,
    readers: 'unit',
    writers: 'unit',
    openness: 'rows',
  }
}

/** What is stored of what is shown. */
export const definitionOf = ({
  own: _,
  ownFields: __,
  entries: ___,
  write: ____,
  ...definition
}: RegisterView): Register => definition

/** A title template with the names of fields in its braces, as people read it, and back. */
export const namesInTitle = (title: string, fields: Named<Field>, kind: string): string =>
  title.replace(/\{(\w+)\}/g, (whole, key: string) =>
    key === 'kind' ? `{${kind}}` : fields[key] ? `{${fields[key].name.zh}}` : whole,
  )

export const keysInTitle = (title: string, fields: Named<Field>, kind: string): string =>
  title.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    if (name === kind) return '{kind}'
    const found = Object.entries(fields).find(([, field]) => field.name.zh === name)
    return found ? `{${found[0]}}` : whole
  })
