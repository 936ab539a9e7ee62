/**
 * Docket numbers (挂号) from a template of the inspection: `{year}-{sequence:4}` → `2024-0031`. `{year}` is the year of docketing,
 * `{sequence}` counts within everything else; `:4` is its least number of digits.
 */
const parts = /\{(\w+)(?::(\d))?\}/g

/** What is wrong with a template; null when nothing is. */
export function templateProblem(template: string): 'noSequence' | 'unknownPart' | null {
  const names = [...template.matchAll(parts)].map((match) => match[1])
  if (names.some((name) => name !== 'year' && name !== 'sequence')) return 'unknownPart'
  if (/[{}]/.test(template.replace(parts, ''))) return 'unknownPart'
  return names.filter((name) => name === 'sequence').length === 1 ? null : 'noSequence'
}

/** The template with everything filled in but the sequence: numbers of one series are counted together. */
export const seriesOf = (template: string, year: number): string => template.replaceAll('{year}', String(year))

export const docketNumber = (series: string, sequence: number): string =>
  series.replace(parts, (_, _name: string, digits?: string) => String(sequence).padStart(Number(digits ?? 1), '0'))
