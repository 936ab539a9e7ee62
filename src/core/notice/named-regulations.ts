/** The rules that a notice names as made, revised or issued: counted here alone, for outline, import and proofreader. */
import type { Facts, Notice } from './notice.ts'

const ruleMaking: ReadonlySet<string> = new Set(['made', 'revised', 'issued'])
/** Plans and schemes end with the work they plan; they are no rules. */
const plan = /(?:方案|计划|通报|报告|清单)(?:[》〉）)]|的通知)*$/
/** One title is one, whatever its quotation marks, blanks and width. */
const insignificant = /[\s“”"‘’'《》〈〉<>·]/g

/** @returns one key per different rule, wherever it stands: in the findings or in the paragraphs around them */
export function namedRegulations({ prose, findings }: Notice): ReadonlySet<string> {
  const stretches: Pick<Facts, 'documents'>[] = [
    ...prose,
    ...findings.flatMap(({ lead, causes, measures, blocks }) => [...lead, ...causes, ...measures, ...blocks]),
  ]
  const titles = new Set<string>()
  for (const { documents } of stretches) {
    for (const { verb, title } of documents) {
      if (ruleMaking.has(verb) && !plan.test(title)) titles.add(title.normalize('NFKC').replace(insignificant, ''))
    }
  }
  return titles
}
