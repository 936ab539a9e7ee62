/** The sealer of one server: looks for events that wait, seals them, and copies the newest heads outside from time to time. */
import type { Seal } from '../core/history/seal.ts'
import type { Outside } from './ports.ts'
import { keepCheckpoint, sealHistory } from './seal-history.ts'

const busyMs = 250
const idleMs = 1000
/** Between two checkpoints of one tenant. */
const checkpointMs = 60_000

export type Sealer = { stop(): Promise<void> }

/** @param onError what could not be sealed now is tried again; the error is reported here */
export function keepSealing(outside: Outside, onError: (error: unknown) => void): Sealer {
  const copiedAt = new Map<number, number>()
  const uncopied = new Map<number, Seal>()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function copyHeads(all: boolean): Promise<void> {
    const now = Date.now()
    for (const [tenantId, seal] of uncopied) {
      if (!all && now - (copiedAt.get(tenantId) ?? 0) < checkpointMs) continue
      await keepCheckpoint(outside, tenantId, seal)
      copiedAt.set(tenantId, now)
      uncopied.delete(tenantId)
    }
  }

  async function round(): Promise<boolean> {
    const tenants = await outside.data.read.history.tenantsToSeal()
    let sealed = false
    for (const tenantId of tenants) {
      const seal = await sealHistory(outside, tenantId)
      if (seal === null) continue
      sealed = true
      uncopied.set(tenantId, seal)
    }
    await copyHeads(false)
    return sealed
  }

  let running: Promise<void> = Promise.resolve()
  const next = (delay: number): void => {
    if (stopped) return
    timer = setTimeout(() => {
      running = round().then(
        (sealed) => next(sealed ? busyMs : idleMs),
        (error: unknown) => {
          onError(error)
          next(idleMs * 5)
        },
      )
    }, delay)
    timer.unref()
  }
  next(busyMs)

  return {
    /** Seals what is left and copies all heads. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      while (await round());
      await copyHeads(true)
    },
  }
}
