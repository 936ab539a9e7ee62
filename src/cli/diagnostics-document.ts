/** What `bihuan check --json` prints: stable and versioned. */
import { z } from 'zod'
import { spanShape } from '../core/notice/span.ts'
import { type Diagnostic, families, type Language, severities } from '../core/proofread/diagnostic.ts'

const place = { file: z.string(), ...spanShape }
const count = z.number().int().nonnegative()

export const diagnosticsDocumentSchema = z.object({
  schema: z.literal('bihuan.diagnostics/1'),
  file: z.string(),
  diagnostics: z.array(
    z.object({
      ...place,
      severity: z.enum(severities),
      code: z.string(),
      /** In the language asked for. */
      message: z.string(),
      related: z.array(z.object({ ...place, message: z.string() })),
    }),
  ),
  summary: z.object({
    total: count,
    severities: z.record(z.enum(severities), count),
    families: z.record(z.enum(families), count),
  }),
})
export type DiagnosticsDocument = z.infer<typeof diagnosticsDocumentSchema>

export function diagnosticsDocument(
  file: string,
  found: readonly Diagnostic[],
  language: Language,
): DiagnosticsDocument {
  const diagnostics = found.map(({ message, related, severity, code, ...span }) => ({
    file,
    ...span,
    severity,
    code,
    message: message[language],
    related: related.map(({ note, ...other }) => ({ file, ...other, message: note[language] })),
  }))
  return { schema: 'bihuan.diagnostics/1', file, diagnostics, summary: summaryOf(found) }
}

function summaryOf(found: readonly Diagnostic[]): DiagnosticsDocument['summary'] {
  const summary: DiagnosticsDocument['summary'] = {
    total: found.length,
    severities: { error: 0, warning: 0, hint: 0 },
    families: { count: 0, repeat: 0, name: 0, number: 0, date: 0, substance: 0, privacy: 0, form: 0 },
  }
  for (const { severity, code } of found) {
    summary.severities[severity]++
    const family = families.find((name) => code.startsWith(`${name}/`))
    if (family) summary.families[family]++
  }
  return summary
}
