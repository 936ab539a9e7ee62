import type { Change } from '../../core/ledger/change-list.ts'

/** How many records of each kind a change list creates, updates, leaves as they are or leaves out. */
export function countsOfChanges(changes: readonly Change[], act: Change['act']) {
  const of = (record: Change['record']): number =>
    changes.filter((change) => change.act === act && change.record === record).length
  return { findings: of('finding'), causes: of('cause'), measures: of('measure') }
}
