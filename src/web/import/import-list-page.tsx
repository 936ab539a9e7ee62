/** Earlier imports and the place to begin one. */
export function ImportListPage() {
  return null
}
