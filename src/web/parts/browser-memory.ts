/** localStorage that never throws: browsers in offices forbid it by policy, or it is full. */
export function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value)
  } catch {
    // Remembered until the page is closed, then: nothing depends on it.
  }
}
