/** The review of one import. */
export function ImportPage() {
  return null
}
