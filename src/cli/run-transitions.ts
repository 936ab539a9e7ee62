import { requestRules, transitions } from '../core/measure/transitions.ts'
import { transitionDiagram, transitionTable } from '../core/measure/transitions-text.ts'
import type { Language } from '../core/proofread/diagnostic.ts'

/** `bihuan transitions`: the life of a measure as a table, as a Mermaid diagram, or as the data it is. */
export function runTransitions({
  json,
  mermaid,
  language,
}: {
  json: boolean
  mermaid: boolean
  language: Language
}): number {
  const text = json
    ? JSON.stringify({ transitions, requests: requestRules }, null, 2)
    : mermaid
      ? transitionDiagram(language)
      : transitionTable(language)
  process.stdout.write(`${text}\n`)
  return 0
}
