import type { ChangeList } from './change-list.ts'

/** True when applying the list would write nothing. */
export const writesNothing = ({ changes, links }: ChangeList): boolean =>
  changes.every(({ act }) => act === 'same' || act === 'leftOut') && links.every(({ act }) => act === 'same')
