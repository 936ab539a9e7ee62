import type { Sight } from '../../core/access/policy.ts'

/** Whose transaction it is: the wall that row-level security builds from it. */
export type Scope = { tenantId: number; sight: Sight }
