/** Chains what waits. Runs beside the requests, a few times a second while there is something to seal. */
import { blind } from '../core/access/policy.ts'
import { checkpointOf, type Seal, sealText, signedText } from '../core/history/seal.ts'
import type { Outside } from './ports.ts'

const mostPerSeal = 5000
/** Stands for the digest of an event that was removed while it waited: no content has it, so the check names the event. */
const removed = '0'.repeat(64)

/** @returns the seal that was added; null when nothing waits or another server is at it */
export function sealHistory(
  { data, now, sealing }: Pick<Outside, 'data' | 'now' | 'sealing'>,
  tenantId: number,
): Promise<Seal | null> {
  return data.inTenant({ tenantId, sight: blind }, async ({ seals }) => {
    if (!(await seals.lock())) return null
    const taken = await seals.takeWaiting(mostPerSeal)
    if (taken.length === 0) return null
    const last = await seals.last()
    const { algorithm, keyId } = sealing
    const content = {
      number: (last?.number ?? 0) + 1,
      algorithm,
      sealedAt: now().toISOString(),
      events: taken.map(({ id, digest }) => ({ id, digest: digest ?? removed })),
      previous: last?.head ?? null,
    }
    const head = sealing.digest(algorithm, sealText(tenantId, content))
    const signature = sealing.sign(signedText(tenantId, { ...content, head }))
    const seal: Seal = { ...content, head, keyId, signature }
    await seals.add(seal)
    return seal
  })
}

/** Copies the head of a tenant's chain to where the database cannot reach it. */
export const keepCheckpoint = ({ sealing }: Pick<Outside, 'sealing'>, tenantId: number, seal: Seal): Promise<void> =>
  sealing.checkpoints.append(checkpointOf(tenantId, seal))
