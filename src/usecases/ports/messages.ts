/** What acts tell people, and lights that follow from acts. */
import type { Day } from '../../core/deadline/day.ts'
import type { MessageKind } from '../../core/deadline/messages.ts'
import type { RecordKind } from '../../core/history/history-event.ts'

export type NewMessage = {
  personId: number
  kind: MessageKind
  inspectionId: number | null
  recordKind: RecordKind
  recordId: number
  /** Filled into the sentence of the kind. */
  facts: Readonly<Record<string, string | number>>
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
  /** The same for all measures of the tenant that a light can still change of, as each new day asks for. */
  refreshOpen(today: Day): Promise<{ looked: number; changed: number }>
}
