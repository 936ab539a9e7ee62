/** What telling of changes needs from outside. */

/** Ids of history events just committed in a tenant; null when there were too many to name, or when some may be missed. */
export type Committed = { tenantId: number | null; eventIds: readonly number[] | null }

export type Changes = {
  /** Calls `heard` a moment after each commit, whichever server of this database wrote it. @returns what ends it */
  listen(heard: (committed: Committed) => void): () => void
}
