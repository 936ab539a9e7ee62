import type { Language } from './diagnostic.ts'
import type { Rule } from './rule.ts'
import { allRules } from './rules/all.ts'

const labels = {
  zh: { why: '为什么', fix: '怎么改', example: '例' },
  en: { why: 'Why', fix: 'How to fix', example: 'Example' },
} as const

const byCode = new Map(allRules.map((rule) => [rule.code as string, rule]))

/** The explanation page of a rule: name, why it matters, how to fix it, an example. Null for a code that no rule has. */
export function explain(code: string, language: Language): string | null {
  const rule = byCode.get(code)
  if (!rule) return null
  const { why, fix, example } = rule.explanation[language]
  const words = labels[language]
  return [
    `${rule.code}  ${rule.name[language]}`,
    `${words.why}: ${why}`,
    `${words.fix}: ${fix}`,
    `${words.example}: ${example}`,
  ].join('\n\n')
}

/** Code, name and severity of every rule, family by family. */
export function ruleList(language: Language): { code: Rule['code']; name: string; severity: Rule['severity'] }[] {
  return allRules.map((rule) => ({ code: rule.code, name: rule.name[language], severity: rule.severity }))
}
