/** The inspection a person works in: named by the page's address, otherwise the one used last in this browser. */
import { useSyncExternalStore } from 'react'
import type { Inspection } from '../boot.ts'
import { read, remember } from '../parts/browser-memory.ts'
import { useBoot } from './use-boot.ts'

const key = 'bihuan.inspection'
const listeners = new Set<() => void>()
let chosen = Number(read(key)) || 0

export function chooseInspection(id: number): void {
  if (id === chosen) return
  chosen = id
  remember(key, String(id))
  for (const listener of listeners) listener()
}

/** Of those that may be read: the one used last, or else the newest. */
export const inspectionOf = (inspections: readonly Inspection[]): Inspection | null =>
  inspections.find((one) => one.id === chosen) ?? newestOf(inspections)

const newestOf = (inspections: readonly Inspection[]): Inspection | null =>
  inspections.reduce<Inspection | null>((best, one) => (best && best.id > one.id ? best : one), null)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useChosenInspection(): Inspection | null {
  useSyncExternalStore(subscribe, () => chosen)
  return inspectionOf(useBoot().inspections)
}
