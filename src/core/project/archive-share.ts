/** How much of the required papers is there. */
import type { ProjectFacts } from '../checks/project-facts.ts'

/** Null where nothing was held against the list yet. */
export function archiveShareOf({ entries }: ProjectFacts): { present: number; required: number } | null {
  const required = entries.archiveItem.filter(({ values }) => values.state === 'present' || values.state === 'missing')
  const present = required.filter(({ values }) => values.state === 'present').length
  return required.length === 0 ? null : { present, required: required.length }
}
