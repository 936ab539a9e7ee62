import { queryClient } from '../boot.ts'

/** What no act on a record changes. */
const steady = ['boot', 'units', 'aspects', 'imports', 'import']

/** After an act of one's own: whatever shows records is read again, what is in sight at once. */
export const recordsChanged = (): Promise<void> =>
  queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => !steady.includes(String(name)) })
