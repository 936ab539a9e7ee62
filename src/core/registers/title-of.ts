/** How an entry is called, in lists, citations and messages. In Chinese: a title is kept with the entry and searched. */
import type { Register } from './definition.ts'
import type { Values } from './read-values.ts'
import { type NamesOf, writeValue } from './write-value.ts'

const longest = 200

/**
 * The title template of the register filled in. Where a field is empty, its place and the punctuation before it go.
 * @param aggregate the period of an entry that stands for many is part of its title
 */
export function titleOf(
  register: Register,
  kind: string | null,
  values: Values,
  aggregate: { from: string; to: string } | null,
  names: NamesOf,
): string {
  const written = (key: string): string => {
    if (key === 'kind') return kind === null ? '' : (register.kinds?.[kind]?.zh ?? kind)
    const field = register.fields[key]
    return field === undefined ? '' : writeValue(field, values[key], 'zh', names)
  }
  let title = ''
  for (const [, before = '', key] of register.title.zh.matchAll(/([^{}]*)(?:\{(\w+)\}|$)/g)) {
    if (key === undefined) {
      title += before
      continue
    }
    const text = written(key)
    if (text !== '') title += (title === '' && /^[：:，,、—\s]+$/.test(before) ? '' : before) + text
  }
  const named = title.trim() === '' ? register.name.zh : title.trim()
  const whole = aggregate === null ? named : `${named}（${aggregate.from} 至 ${aggregate.to}）`
  const characters = [...whole]
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : whole
}
