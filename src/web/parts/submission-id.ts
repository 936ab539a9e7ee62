/** An id for one act, so that sending it twice does it once. `crypto.randomUUID` is missing on plain http. */
export function submissionId(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
