/** What stands in a line of input for a value that may be anything. */
export const asTyped = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
