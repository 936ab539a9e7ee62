/** What a parse found, counted, and beside it what the text claims: for command line, import and proofreader. */
import { namedRegulations } from './named-regulations.ts'
import type { Declared, Notice, StatusMention } from './notice.ts'

export type Counts = {
  readonly findings: number
  readonly aspects: number
  readonly causes: number
  readonly measures: number
  /** Measures that no marker begins. */
  readonly impliedMeasures: number
  /** Different rules named as made, revised or issued. */
  readonly regulations: number
  readonly findingsWithStatus: number
}

/** One claim of the text; `parsed` is null where a parse has nothing to set beside it (meetings, rates, money). */
export type Claim = {
  readonly declared: Declared
  readonly parsed: number | null
  /** Null where there is nothing to compare. */
  readonly agrees: boolean | null
}

/** Counts of a notice. */
export function countsOf(notice: Notice): { counts: Counts; claims: Claim[] } {
  const measures = notice.findings.flatMap((finding) => finding.measures)
  const counts: Counts = {
    findings: notice.findings.length,
    aspects: new Set(notice.findings.map((finding) => finding.aspect).filter((aspect) => aspect !== null)).size,
    causes: notice.findings.reduce((sum, finding) => sum + finding.causes.length, 0),
    measures: measures.length,
    impliedMeasures: measures.filter((measure) => measure.implied).length,
    regulations: namedRegulations(notice).size,
    findingsWithStatus: notice.findings.filter((finding) => finding.status !== null).length,
  }
  const claims = notice.declared.map((declared): Claim => {
    const parsed = parsedFor(declared, counts, notice)
    return { declared, parsed, agrees: parsed === null ? null : parsed === declared.value }
  })
  return { counts, claims }
}

const buckets: Partial<Record<Declared['what'], readonly StatusMention['bucket'][]>> = {
  done: ['done'],
  basicallyDone: ['basicallyDone', 'basicallyDoneContinuing'],
  underway: ['underway', 'continuing', 'partlyDone'],
  notDone: ['notDone'],
  ongoing: ['ongoing'],
}

function parsedFor({ what }: Declared, counts: Counts, notice: Notice): number | null {
  if (what === 'finding') return counts.findings
  if (what === 'measure') return counts.measures
  if (what === 'cause') return counts.causes
  if (what === 'aspect') return counts.aspects
  if (what === 'regulation') return counts.regulations
  const wanted = buckets[what]
  if (!wanted || counts.findingsWithStatus === 0) return null
  return notice.findings.filter((finding) => finding.status && wanted.includes(finding.status.bucket)).length
}
