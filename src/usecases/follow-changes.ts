/** Tells people who have a ledger open what changes in it, each as far as the person may see it. */
import { type Sight, sightOf } from '../core/access/policy.ts'
import type { Change } from '../core/api/live.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { Committed } from './ports/live.ts'
import type { Outside, Visitor } from './ports.ts'

/** Null: so much changed that the listener should read everything again. */
type Tell = (changes: readonly Change[] | null) => void

/** People who see the same are told the same: one read for all of them. */
type Group = {
  tenantId: number
  inspectionId: number
  sight: Sight
  tellers: Set<Tell>
  waiting: Set<number>
  reading: boolean
}

export type Followers = {
  /**
   * @returns what ends it
   * @throws Refusal `access.…`; `request.tooMany` when too many already listen, or this person too often
   */
  follow(visitor: Visitor | null, inspectionId: number, tell: Tell): () => void
}

const mostListeners = 5000
const mostPerPerson = 8

/** @param onFault a read that failed; its listeners are told to read everything again */
export function followers({ data, changes }: Outside, onFault: (fault: unknown) => void): Followers {
  const groups = new Map<string, Group>()
  const perPerson = new Map<string, number>()
  let listeners = 0
  let stopListening: (() => void) | null = null

  async function read(group: Group): Promise<void> {
    if (group.reading) return
    group.reading = true
    while (group.waiting.size > 0) {
      const ids = [...group.waiting]
      group.waiting.clear()
      try {
        const { tenantId, sight, inspectionId } = group
        const found = await data.read.changes({ tenantId, sight }, inspectionId, ids)
        if (found.length > 0) for (const tell of group.tellers) tell(found)
      } catch (fault) {
        onFault(fault)
        for (const tell of group.tellers) tell(null)
      }
    }
    group.reading = false
  }

  function heard({ tenantId, eventIds }: Committed): void {
    for (const group of groups.values()) {
      if (tenantId !== null && tenantId !== group.tenantId) continue
      if (eventIds === null) for (const tell of group.tellers) tell(null)
      else {
        for (const id of eventIds) group.waiting.add(id)
        void read(group)
      }
    }
  }

  return {
    follow(visitor, inspectionId, tell) {
      const actor = permit(visitor, 'live.read', { inspectionId, audiences: null })
      const { tenantId, personId } = actor
      const person = `${tenantId}.${personId}`
      const own = perPerson.get(person) ?? 0
      if (listeners >= mostListeners || own >= mostPerPerson) throw new Refusal('request.tooMany', { seconds: 60 })
      const sight = sightOf(actor, inspectionId)
      const key = JSON.stringify([tenantId, inspectionId, sight])
      const group = groups.get(key) ?? {
        tenantId,
        inspectionId,
        sight,
        tellers: new Set(),
        waiting: new Set(),
        reading: false,
      }
      groups.set(key, group)
      group.tellers.add(tell)
      perPerson.set(person, own + 1)
      listeners += 1
      stopListening ??= changes.listen(heard)
      let ended = false
      return () => {
        if (ended) return
        ended = true
        listeners -= 1
        const left = (perPerson.get(person) ?? 1) - 1
        if (left > 0) perPerson.set(person, left)
        else perPerson.delete(person)
        group.tellers.delete(tell)
        if (group.tellers.size === 0 && groups.get(key) === group) groups.delete(key)
        if (listeners > 0) return
        stopListening?.()
        stopListening = null
      }
    },
  }
}
