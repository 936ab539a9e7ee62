/** What can be asked for. Every route names one; `policy.ts` says who may. */
export const actions = [
  'page.open',
  'tenant.setUp',
  'session.open',
  'session.close',
  'account.changeOwn',
  'sample.load',
  'import.create',
  'import.read',
  'import.edit',
  'import.apply',
  'import.discard',
  'inspection.list',
  'ledger.read',
  'finding.read',
  'measure.read',
  'unit.list',
] as const
export type Action = (typeof actions)[number]
