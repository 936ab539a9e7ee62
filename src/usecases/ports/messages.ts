/** What acts tell people, and lights that follow from acts. */
import type { Day } from '../../core/deadline/day.ts'
import type { MessageKind } from '../../core/deadline/messages.ts'
import type { RecordKind } from '../../core/history/history-event.ts'
import type { Facts } from '../../core/sentence.ts'

export type NewMessage = {
  personId: number
  kind: MessageKind
  inspectionId: number | null
  recordKind: RecordKind
  recordId: number
  /** Filled into the sentence of the kind. */
  facts: Facts
  at: Date
  /** A message with the same key is not sent to the same person twice; null: always sent. */
  key: string | null
}

export type Messages = {
  /** Puts messages into the inboxes of people (and, by configuration, their daily digests), in this transaction. */
  send(messages: readonly NewMessage[]): Promise<void>
}

export type Lights = {
  /** Works out the lights of these measures anew, after anything that they depend on changed. */
  refresh(measureIds: readonly number[], today: Day): Promise<void>
  /**
   * The same for `most` measures whose light can still change, in the order of their ids.
   * @param after the id before the first one
   * @returns `last`: the id to go on after; null when there are no more
   */
  refreshOpen(
    today: Day,
    after: number,
    most: number,
  ): Promise<{ looked: number; changed: number; last: number | null }>
}
