/**
 * Checks a history: every event against its digest, every seal against its events, its predecessor and its signature, and
 * the chain against checkpoints kept elsewhere. Works through the chain once, seal by seal; memory grows by one bit per event.
 */
import { canonicalEvent, type HistoryEvent } from './history-event.ts'
import { type Checkpoint, type Digest, type DigestAlgorithm, type Seal, sealText, signedText } from './seal.ts'

/** An event as it is stored, with the digest that was written with it. */
export type StoredEvent = HistoryEvent & { id: number; algorithm: DigestAlgorithm; digest: string }

export type Fault =
  /** The content is not what was written. */
  | { code: 'eventChanged'; event: number; seal: number | null }
  | { code: 'eventMissing'; event: number; seal: number }
  /** In no seal and not waiting for one: added past the product, or its seal was removed. */
  | { code: 'eventUnsealed'; event: number }
  | { code: 'eventTwice'; event: number; seal: number }
  | { code: 'sealChanged'; seal: number }
  | { code: 'sealMissing'; seal: number }
  /** It does not follow the seal before it. */
  | { code: 'sealMoved'; seal: number }
  | { code: 'sealSignature'; seal: number }
  /** A checkpoint names a seal that is not there: the newest part was cut off. */
  | { code: 'truncated'; seal: number; last: number }
  | { code: 'checkpointDiffers'; seal: number }
  | { code: 'checkpointSignature'; seal: number }

export type VerifyReport = {
  events: number
  seals: number
  /** Written and not yet sealed: normal for the last second. */
  waiting: number
  checkpoints: number
  head: string | null
  /** The first hundred; `faultCount` counts all. */
  faults: Fault[]
  faultCount: number
}

/** True, false, or null when the key is not known. */
export type CheckSignature = (keyId: string, text: string, signature: string) => boolean | null

export type Verifier = {
  /** The next seal, and those of its events that are there. */
  seal(seal: Seal, events: ReadonlyMap<number, StoredEvent>): void
  /** After all seals: an event for which {@link isSealed} is false. */
  unsealed(event: StoredEvent, waits: boolean): void
  isSealed(eventId: number): boolean
  report(): VerifyReport
}

const shownFaults = 100

export function verifyHistory(
  tenantId: number,
  {
    digest,
    checkSignature,
    checkpoints,
  }: { digest: Digest; checkSignature: CheckSignature; checkpoints: readonly Checkpoint[] },
): Verifier {
  const report: VerifyReport = {
    events: 0,
    seals: 0,
    waiting: 0,
    checkpoints: 0,
    head: null,
    faults: [],
    faultCount: 0,
  }
  const fault = (found: Fault): void => {
    report.faultCount += 1
    if (report.faults.length < shownFaults) report.faults.push(found)
  }
  const sealed = bits()
  const outside = new Map<number, Checkpoint[]>()
  for (const checkpoint of checkpoints) {
    if (checkpoint.tenantId !== tenantId) continue
    report.checkpoints += 1
    const { number, keyId, signature } = checkpoint
    if (checkSignature(keyId, signedText(tenantId, checkpoint), signature) === false)
      fault({ code: 'checkpointSignature', seal: number })
    outside.set(number, [...(outside.get(number) ?? []), checkpoint])
  }
  let last: Pick<Seal, 'number' | 'head'> = { number: 0, head: '' }

  const isUnchanged = (event: StoredEvent, written: string): boolean => {
    const { id: _, algorithm, digest: stored, ...content } = event
    return stored === written && digest(algorithm, canonicalEvent(tenantId, content)) === written
  }

  return {
    seal(seal, events) {
      report.seals += 1
      const { number } = seal
      for (let missing = last.number + 1; missing < number && missing < last.number + shownFaults; missing++)
        fault({ code: 'sealMissing', seal: missing })
      if (number === last.number + 1 && (seal.previous ?? '') !== last.head) fault({ code: 'sealMoved', seal: number })
      if (digest(seal.algorithm, sealText(tenantId, seal)) !== seal.head) fault({ code: 'sealChanged', seal: number })
      else if (checkSignature(seal.keyId, signedText(tenantId, seal), seal.signature) === false)
        fault({ code: 'sealSignature', seal: number })
      for (const { id, digest: written } of seal.events) {
        if (sealed.has(id)) fault({ code: 'eventTwice', event: id, seal: number })
        sealed.add(id)
        const event = events.get(id)
        if (event === undefined) {
          fault({ code: 'eventMissing', event: id, seal: number })
          continue
        }
        report.events += 1
        if (!isUnchanged(event, written)) fault({ code: 'eventChanged', event: id, seal: number })
      }
      for (const checkpoint of outside.get(number) ?? [])
        if (checkpoint.head !== seal.head) fault({ code: 'checkpointDiffers', seal: number })
      last = { number, head: seal.head }
      report.head = seal.head
    },
    unsealed(event, waits) {
      report.events += 1
      if (waits) report.waiting += 1
      else fault({ code: 'eventUnsealed', event: event.id })
      if (!isUnchanged(event, event.digest)) fault({ code: 'eventChanged', event: event.id, seal: null })
    },
    isSealed: (eventId) => sealed.has(eventId),
    report() {
      const newest = Math.max(0, ...outside.keys())
      if (newest > last.number) fault({ code: 'truncated', seal: newest, last: last.number })
      return report
    },
  }
}

/** A set of small whole numbers, one bit each. */
function bits() {
  let words = new Uint8Array(1024)
  return {
    has: (at: number): boolean => ((words[at >> 3] ?? 0) & (1 << (at & 7))) !== 0,
    add(at: number): void {
      const word = Math.floor(at / 8)
      if (word >= words.length) {
        const larger = new Uint8Array(Math.max(word + 1, words.length * 2))
        larger.set(words)
        words = larger
      }
      words[word] = (words[word] ?? 0) | (1 << (at & 7))
    },
  }
}
