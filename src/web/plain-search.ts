/** The part of an address after `?` as plain words: what a person can read, copy and edit. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The reverse; what is undefined or empty is left out. Commas and colons stay readable. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value))
  const text = params.toString().replace(/%2C/g, ',').replace(/%2F/g, '/')
  return text ? `?${text}` : ''
}
