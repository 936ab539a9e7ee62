/** Stations of a project's life, and where each may stand. */

export const stationNames = [
  'decision',
  'design',
  'tender',
  'contract',
  'build',
  'accept',
  'settle',
  'handover',
  'upkeep',
] as const
export type StationName = (typeof stationNames)[number]
/** `skipped`: what comes after it has begun, and it is not done. `ahead`: its time has not come, or nobody planned it. */
export const stationStates = ['done', 'underway', 'late', 'ahead', 'skipped', 'notApplicable'] as const
export type StationState = (typeof stationStates)[number]
