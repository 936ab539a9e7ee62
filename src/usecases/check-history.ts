/** Verifies a tenant's history against itself and against the checkpoints kept outside the database. */
import { type VerifyReport, verifyHistory } from '../core/history/verify-history.ts'
import type { Outside } from './ports.ts'

/** A seal has up to 5 000 events. */
const sealsAtOnce = 4
const eventsAtOnce = 20_000

/** @param onProgress events checked so far */
export async function checkHistory(
  { data, sealing }: Pick<Outside, 'data' | 'sealing'>,
  tenantId: number,
  onProgress: (events: number) => void = () => {},
): Promise<VerifyReport> {
  const { history } = data.read
  // Read before anything else: a checkpoint made while this runs names a seal that may come too late for it.
  const checkpoints = await sealing.checkpoints.read(tenantId)
  const verifier = verifyHistory(tenantId, { ...sealing, checkpoints })
  let from = 1
  let checked = 0
  await checkSeals()
  let after = 0
  for (;;) {
    const ids = await history.eventIds(tenantId, after, eventsAtOnce)
    if (ids.some((id) => !verifier.isSealed(id))) {
      // In this order: what is sealed while this runs is either still waiting here or in a later seal.
      const waiting = await history.waitingIds(tenantId)
      await checkSeals()
      const unsealed = ids.filter((id) => !verifier.isSealed(id))
      for (const event of await history.events(tenantId, unsealed)) verifier.unsealed(event, waiting.has(event.id))
    }
    after = ids.at(-1) ?? after
    if (ids.length < eventsAtOnce) return verifier.report()
  }

  async function checkSeals(): Promise<void> {
    for (;;) {
      const page = await history.seals(tenantId, from, sealsAtOnce)
      for (const { seal, events } of page) {
        verifier.seal(seal, events)
        checked += seal.events.length
        from = seal.number + 1
      }
      onProgress(checked)
      if (page.length === 0) return
    }
  }
}
