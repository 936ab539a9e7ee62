/** Amounts are kept in cents (分) and shown in yuan. */

/** `1234567` → `12,345.67` */
export const yuan = (cents: number): string =>
  `${Math.trunc(cents / 100).toLocaleString('en-US')}.${String(cents % 100).padStart(2, '0')}`

/** Null for what is no amount of at most two decimals. */
export function centsOf(text: string): number | null {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''))
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}
