/** What a station lacks, in the words of the form that is to be filled in. */
import type { Language } from '../proofread/diagnostic.ts'
import type { Register } from '../registers/definition.ts'
import { shippedRegisters } from '../registers/registers.ts'
import type { Missing } from './life-line.ts'

/** @param titleOfEntry of the entry that lacks a field */
export function missingWords({ register, kind, field }: Missing, titleOfEntry: string, language: Language): string {
  const definition: Register = shippedRegisters[register]
  if (field === null) {
    const name = definition.name[language]
    const kindName = kind === null ? null : (definition.kinds?.[kind]?.[language] ?? kind)
    return language === 'zh'
      ? `没有登记${kindName === null ? `“${name}”` : `“${name} · ${kindName}”`}`
      : `No entry under ${kindName === null ? name : `${name} · ${kindName}`}`
  }
  const { type, name } = definition.fields[field] ?? {}
  const fieldName = name?.[language] ?? field
  if (type === 'flag') return language === 'zh' ? `“${fieldName}”还没有确认` : `Not confirmed: ${fieldName}`
  return language === 'zh' ? `“${titleOfEntry}”没有填“${fieldName}”` : `“${titleOfEntry}” lacks: ${fieldName}`
}
