/** What `bihuan check` prints on a terminal: one diagnostic a line, as compilers do, other places indented below. */
import { families, type Language, severities } from '../core/proofread/diagnostic.ts'
import type { DiagnosticsDocument } from './diagnostics-document.ts'
import { familyNames, severityNames, words } from './words.ts'

type Severity = DiagnosticsDocument['diagnostics'][number]['severity']

/** Colours of a terminal (ECMA-48) by severity. */
const COLOURS: Record<Severity, number> = { error: 31, warning: 33, hint: 36 }

export function diagnosticsText(document: DiagnosticsDocument, language: Language, inColour: boolean): string {
  const paint = (text: string, colour: number) => (inColour ? `\u001b[${colour}m${text}\u001b[0m` : text)
  const lines: string[] = []
  for (const { file, line, column, severity, code, message, related } of document.diagnostics) {
    lines.push(`${file}:${line}:${column} ${paint(severity, COLOURS[severity])} ${paint(code, 1)} ${message}`)
    for (const place of related) lines.push(`    ${place.file}:${place.line}:${place.column} ${place.message}`)
  }
  lines.push(summaryLine(document.summary, language))
  return `${lines.join('\n')}\n`
}

function summaryLine({ total, ...counts }: DiagnosticsDocument['summary'], language: Language): string {
  if (total === 0) return words[language].clean
  const separator = language === 'zh' ? '，' : ', '
  const byFamily = families.filter((family) => counts.families[family] > 0)
  const bySeverity = severities.filter((severity) => counts.severities[severity] > 0)
  return words[language].summary(
    total,
    byFamily.map((family) => `${familyNames[family][language]} ${counts.families[family]}`).join(separator),
    bySeverity.map((severity) => `${severityNames[severity][language]} ${counts.severities[severity]}`).join(separator),
  )
}
