/** What messages, the scheduler and channels need from outside. */
import type { z } from 'zod'
import type { Sight } from '../../core/access/policy.ts'
import type { messageSchema, RobotKind } from '../../core/api/deadlines.ts'
import type { accountabilitySchema, paperRowSchema, paperSchema } from '../../core/api/papers.ts'
import type { Day } from '../../core/deadline/day.ts'
import type { EscalationStep } from '../../core/deadline/escalation.ts'
import type { CalendarDays } from '../../core/deadline/working-days.ts'
import type { MeasureStatus } from '../../core/measure/status.ts'
import type { AccountabilityKind, PaperAct, PaperGround, PaperKind, PaperState } from '../../core/paper/paper.ts'
import type { Facts } from '../../core/sentence.ts'

type Scope = { tenantId: number; sight: Sight }

export type MessageRow = Omit<z.infer<typeof messageSchema>, 'text' | 'for'> & { personId: number; facts: Facts }
export type PaperRow = z.infer<typeof paperRowSchema>
export type PaperPage = Omit<z.infer<typeof paperSchema>, 'mayEdit' | 'offers' | 'district'>
export type AccountabilityPage = Omit<z.infer<typeof accountabilitySchema>, 'mayEnter' | 'sums'>

export type EnteredYear = {
  entered: { by: string; at: string } | null
  days: CalendarDays
}

/** A deadline that reached a step of escalation, with one of the people to be told. */
export type Reached = {
  measureId: number
  number: string
  dueOn: string
  personId: number
  unit: string
}
/** Who is to be asked for. `from` and `to`: deadlines, both included. */
export type Reach = {
  step: EscalationStep
  from: string | null
  to: string
  statuses: readonly MeasureStatus[]
  today: Day
}

/** What the scheduler finds in the records, and what it leaves there. */
export type Schedule = {
  inspections(): Promise<{ id: number; name: string; settings: unknown }[]>
  calendar(today: Day): Promise<CalendarDays>
  reached(inspectionId: number, reach: Reach): Promise<Reached[]>
  /** Measures of a unit that give ground for a paper of this kind and have none for this deadline yet. */
  grounds(
    inspectionId: number,
    kind: PaperKind,
    ground: PaperGround,
    today: Day,
    calendar: { dueUntil: Day },
  ): Promise<{ measureId: number; unitId: number; unit: string; key: string }[]>
  officeOf(inspectionId: number, today: Day): Promise<number[]>
  /** Sessions that are over and failures to sign in that are a day old. */
  removeEnded(now: Date): Promise<number>
}

export type Inbox = {
  markRead(personIds: readonly number[], which: { ids: readonly number[] } | { upTo: number }, at: Date): Promise<void>
  setMailAddress(personId: number, address: string | null): Promise<void>
  setFeed(personId: number, tokenHash: Buffer | null, at: Date): Promise<void>
}

export type Robot = { kind: RobotKind; sealedAddress: Buffer; sealedSecret: Buffer | null }
export type Channel = 'mail' | RobotKind
export type Delivery = { id: number; channel: Channel; personId: number; day: string; state: string }

/** The daily digest on its way out of the house. */
export type Deliveries = {
  /** People with an address and unread messages that no letter told of. */
  peopleToMail(): Promise<number[]>
  robots(): Promise<Robot[]>
  setRobot(robot: Robot | { kind: RobotKind; sealedAddress: null }, personId: number, at: Date): Promise<void>
  /** @returns waiting ones of that day, new or left over */
  open(day: Day, wanted: readonly { channel: Channel; personId: number }[], at: Date): Promise<number[]>
  lock(deliveryId: number): Promise<Delivery | null>
  letter(personId: number): Promise<{ address: string; language: string; messages: MessageRow[] } | null>
  /** How much is unread and how much is red, for a group: numbers without content. */
  groupFigures(): Promise<{ people: number; unread: number; red: number; yellow: number }>
  markMailed(messageIds: readonly number[], at: Date): Promise<void>
  end(
    deliveryId: number,
    end: { state: 'sent' | 'nothing' | 'failed' | 'waiting'; error: string | null; at: Date },
  ): Promise<void>
}

export type HeldPaper = {
  id: number
  inspectionId: number
  unitId: number
  kind: PaperKind
  state: PaperState
  version: number
  number: string | null
  receivedAt: string | null
  steps: { act: PaperAct; personId: number; onBehalfOf: number | null }[]
}
export type NewPaper = {
  inspectionId: number
  unitId: number
  kind: PaperKind
  title: string
  body: string
  lastDay: Day | null
  draftedBy: number | null
  at: Date
}
export type Papers = {
  /** The unsent draft of the scheduler for this unit and kind. */
  openDraft(inspectionId: number, unitId: number, kind: PaperKind): Promise<number | null>
  create(paper: NewPaper): Promise<number>
  addMeasures(paperId: number, measures: readonly { measureId: number; key: string | null }[]): Promise<void>
  /** Locked; null when it is not to be seen. */
  lock(paperId: number): Promise<HeldPaper | null>
  edit(paperId: number, fields: { title: string; body: string; lastDay: string | null }): Promise<number>
  /** @returns the new version */
  step(
    paperId: number,
    step: {
      act: PaperAct
      to: PaperState
      personId: number
      onBehalfOf: number | null
      at: Date
      words: string | null
      number: string | null
    },
  ): Promise<number>
  /** Next running number of a kind in a year. */
  nextNumber(inspectionId: number, kind: PaperKind, year: number): Promise<number>
  /** Measures with their lead units, as far as they belong to the inspection. */
  leadUnits(
    inspectionId: number,
    measureIds: readonly number[],
  ): Promise<{ measureId: number; unitId: number | null; unit: string | null }[]>
  inspectionName(inspectionId: number): Promise<string | null>
  unitName(unitId: number): Promise<string | null>
  measuresOf(paperId: number): Promise<number[]>
  /** Officers and heads of a unit in an inspection; members of the leading group. */
  peopleOf(
    party: 'unit' | 'leadingGroup' | 'office',
    inspectionId: number,
    unitId: number | null,
    today: Day,
  ): Promise<number[]>
  enterAccountability(entry: {
    inspectionId: number
    kind: AccountabilityKind
    people: number
    recovered: number
    onDay: string
    words: string
    personId: number
    at: Date
  }): Promise<number>
}

export type CalendarStore = {
  /** Replaces the year. */
  enter(
    year: number,
    days: { day: string; working: boolean; name: string }[],
    personId: number,
    at: Date,
  ): Promise<void>
}

export type Letter = { to: string; subject: string; text: string }
/** Ways out of the house. */
export type Channels = {
  /** Null where no mail server is configured. */
  mail: ((letter: Letter) => Promise<void>) | null
  /** True for an address of that service, so that nothing inside the network can be made to receive a post. */
  isRobotAddress(kind: RobotKind, address: string): boolean
  /** @throws Error with what the other side said; never with the address or the secret */
  post(robot: { kind: RobotKind; address: string; secret: string | null }, text: string, at: Date): Promise<void>
  /** Address under which people reach this server, for links in letters; null when it is not known. */
  publicUrl: string | null
}

export type FeedEntry = { measureId: number; number: string; text: string; day: string; kind: 'due' | 'review' }

export type RobotRow = Robot & { day: string | null; state: string | null; error: string | null }
export type DeadlineReads = {
  /** Newest first, one more than `limit` when there are more. */
  messages(
    tenantId: number,
    personIds: readonly number[],
    page: { unread: boolean; before: number | null; limit: number },
  ): Promise<MessageRow[]>
  unread(tenantId: number, personIds: readonly number[]): Promise<number>
  calendarYear(tenantId: number, year: number): Promise<EnteredYear>
  ownChannels(tenantId: number, personId: number): Promise<{ mailAddress: string | null; feedMadeAt: string | null }>
  feedOwner(tenantId: number, tokenHash: Buffer): Promise<number | null>
  feed(tenantId: number, personId: number): Promise<FeedEntry[]>
  robots(tenantId: number): Promise<RobotRow[]>
  papers(scope: Scope, inspectionId: number): Promise<PaperRow[]>
  paper(scope: Scope, paperId: number): Promise<(PaperPage & { unitId: number }) | null>
  accountability(scope: Scope, inspectionId: number): Promise<AccountabilityPage>
}
