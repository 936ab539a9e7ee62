import { read, remember } from '../parts/browser-memory.ts'

export type TextSize = 'normal' | 'large'
const key = 'bihuan.textSize'

export const textSizeNow = (): TextSize => (read(key) === 'large' ? 'large' : 'normal')

/** 14 px or 16 px, rows with it; the style sheet reads it from the root element. */
export function setTextSize(size: TextSize): void {
  remember(key, size)
  document.documentElement.dataset.textSize = size
}
