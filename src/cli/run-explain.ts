import type { Language } from '../core/proofread/diagnostic.ts'
import { explain, ruleList } from '../core/proofread/explain.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

/** `bihuan explain CODE`: why a rule matters and how to fix what it finds; without a code, the list of all rules. */
export function runExplain(code: string | undefined, language: Language): number {
  if (code === undefined) {
    const rules = ruleList(language)
    const width = Math.max(...rules.map((rule) => rule.code.length))
    for (const rule of rules)
      process.stdout.write(`${rule.code.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.name}\n`)
    return 0
  }
  const page = explain(code, language)
  if (page === null) throw new Unusable(words[language].unknownCode(code))
  process.stdout.write(`${page.trimEnd()}\n`)
  return 0
}
