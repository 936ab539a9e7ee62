/**
 * What use cases need from the outside. Everything here is implemented in `src/adapters` and brought together in
 * `src/main.ts`.
 */
import type { z } from 'zod'
import type { Assignment } from '../core/access/policy.ts'
import type { Numbered } from '../core/api/go.ts'
import type { historyEventSchema, ledgerCountsSchema, ledgerPageSchema } from '../core/api/ledger-records.ts'
import type { Change } from '../core/api/live.ts'
import type {
  findingPageSchema,
  inspectionSchema,
  measurePageSchema,
  preferencesSchema,
  sourceRefSchema,
} from '../core/api/records.ts'
import type { CalendarDays } from '../core/deadline/working-days.ts'
import type { FindingLife } from '../core/finding/life.ts'
import type { HistoryEvent, RecordKind } from '../core/history/history-event.ts'
import type { Edit } from '../core/ledger/edit.ts'
import type { ExistingLedger } from '../core/ledger/existing-ledger.ts'
import type { LedgerQuery } from '../core/ledger/ledger-query.ts'
import type { MeasureLife } from '../core/measure/life.ts'
import type { MeasureStatus } from '../core/measure/status.ts'
import type { Notice } from '../core/notice/notice.ts'
import type { Span } from '../core/notice/span.ts'
import type { Diagnostic } from '../core/proofread/diagnostic.ts'
import type { BookRow, BookSheet, ReadSheet } from '../core/registers/exchange/book.ts'
import type {
  AccountReads,
  Accounts,
  Invitations,
  SecondFactors,
  SecurityStore,
  SingleSignOn,
  TimeCodes,
  Vault,
} from './ports/accounts.ts'
import type { CheckReads, CheckStore } from './ports/checks.ts'
import type { CitationReads, CitationStore } from './ports/citations.ts'
import type { CalendarStore, Channels, DeadlineReads, Deliveries, Inbox, Papers, Schedule } from './ports/deadlines.ts'
import type { EvidenceReads, EvidenceStore, Files, Pictures } from './ports/evidence.ts'
import type { Exchange } from './ports/exchange.ts'
import type { FigureReads, Figures } from './ports/figures.ts'
import type { HistoryReads, Sealing, Seals } from './ports/history.ts'
import type { Life, LifeReads } from './ports/life.ts'
import type { Changes } from './ports/live.ts'
import type { Lights, Messages } from './ports/messages.ts'
import type { People, PeopleReads, Roles } from './ports/people.ts'
import type { InspectionStore, PlanStore } from './ports/plan.ts'
import type { ProjectReads } from './ports/projects.ts'
import type { ProposalStore } from './ports/proposals.ts'
import type { EntryReads, EntryStore, RegisterStore } from './ports/registers.ts'
import type { FileReport, ReportReads, Reports } from './ports/reports.ts'
import type { Scope } from './ports/scope.ts'

export type Preferences = z.infer<typeof preferencesSchema>
export type Inspection = z.infer<typeof inspectionSchema>
export type LedgerPage = z.infer<typeof ledgerPageSchema>
export type LedgerCounts = z.infer<typeof ledgerCountsSchema>
export type SourceRef = z.infer<typeof sourceRefSchema>

export type { Scope }

export type Outside = {
  now(): Date
  data: Data
  files: Files
  pictures: Pictures
  documents: Documents
  secrets: Secrets
  vault: Vault
  timeCodes: TimeCodes
  /** Null where no identity provider is configured. */
  singleSignOn: SingleSignOn | null
  changes: Changes
  sealing: Sealing
  channels: Channels
}

export type Data = {
  /** The tenant of this installation; null before set-up. */
  findTenant(): Promise<{ tenantId: number; name: string } | null>
  /** All of them: one, unless a province runs its districts in one database. */
  tenants(): Promise<{ tenantId: number; name: string }[]>
  /** Makes the first tenant and works in it, all in one transaction; null when there is a tenant already. */
  setUp<T>(
    tenant: { name: string; at: Date },
    work: (tenantId: number, stores: Stores) => Promise<T>,
  ): Promise<T | null>
  /** One transaction; everything in it is undone when `work` throws. */
  inTenant<T>(scope: Scope, work: (stores: Stores) => Promise<T>): Promise<T>
  fileReport: FileReport
  read: Reads
}

export type ReadDocument = { format: 'txt' | 'html' | 'docx' | 'pdf'; encoding: string | null; lines: string[] }
/** What was read in the lines of a document. */
export type Reading = { notice: Notice; diagnostics: Diagnostic[] }
export type Documents = {
  /** @throws Refusal `document.…` */
  readLines(bytes: Uint8Array, fileName: string): Promise<ReadDocument>
  /** Parses and proofreads without holding up other requests. */
  read(lines: string[]): Promise<Reading>
  /** Rows of the cells of a table (.xlsx, .csv) as text. @throws Refusal `document.…`, `sheet.tooLong` */
  readSheet(bytes: Uint8Array, fileName: string): Promise<string[][]>
  /** An .xlsx with one sheet; every cell is text. */
  writeSheet(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array>
  /** The sheets of a workbook (.xlsx; of a .csv its one table). @throws Refusal `document.…`, `sheet.tooLong` */
  readBook(bytes: Uint8Array, fileName: string): Promise<ReadSheet[]>
  /** An .xlsx that flows while its rows come in. */
  writeBook(sheets: readonly BookSheet[], rows: AsyncIterable<readonly BookRow[]>): AsyncIterable<Uint8Array>
}

export type Secrets = {
  hashPassword(password: string): Promise<string>
  verifyPassword(password: string, hash: string): Promise<boolean>
  /** True when the hash was made by an older method and should be made anew at the next sign-in. */
  isOutdated(hash: string): boolean
  /** 32 random bytes, base64url. */
  token(): string
  digest(token: string): Buffer
  /** So many of `codeCharacters`, at random. */
  code(length: number): string
}

/** Writers and the reads they decide by, all in one transaction. */
export type Stores = {
  accounts: Accounts
  invitations: Invitations
  secondFactors: SecondFactors
  security: SecurityStore
  ledger: LedgerWriter
  plan: PlanStore
  inspections: InspectionStore
  imports: Imports
  people: People
  roles: Roles
  history: { append(events: readonly HistoryEvent[]): Promise<void> }
  seals: Seals
  submissions: Submissions
  messages: Messages
  lights: Lights
  calendar: CalendarStore
  schedule: Schedule
  inbox: Inbox
  deliveries: Deliveries
  papers: Papers
  life: Life
  reports: Reports
  evidence: EvidenceStore
  checks: CheckStore
  exchange: Exchange
  figures: Figures
  citations: CitationStore
  proposals: ProposalStore
  registers: RegisterStore
  entries: EntryStore
}

export type NewInspection = {
  name: string
  body: string | null
  team: string[]
  kind: string | null
  theme: string | null
  from: string | null
  to: string | null
  feedbackOn: string | null
  basis: string[]
}
export type NewFinding = {
  number: string
  numberKey: string
  path: string[]
  aspect: string | null
  heading: string
  original: string | null
  status: { text: string; bucket: string } | null
}
export type NewCause = { text: string }
export type NewMeasure = {
  text: string
  marker: string | null
  implied: boolean
  status: MeasureStatus
  kind: string | null
  targetText: string | null
  target: { quantity: number; unit: string | null } | null
  /** What proves that the target is met: 验收单, 整改后照片. */
  expectedProof?: string | null
  dueOn: string | null
  duePhrase: string | null
  documents: string[]
  leadUnitId: number | null
  supportingUnitIds: number[]
  responsibleLeaderId: number | null
  responsibleOfficerId: number | null
  docketNumber: string | null
}
export type SourceLink = { kind: 'finding' | 'cause' | 'measure'; id: number; spans: Span[] }

export type LedgerWriter = {
  createInspection(inspection: NewInspection, at: Date): Promise<number>
  findInspectionByName(name: string): Promise<number | null>
  /** Locks the inspection for the rest of the transaction. Null when there is none. */
  lockInspection(inspectionId: number): Promise<{ version: string } | null>
  ledgerVersion(inspectionId: number): Promise<string | null>
  existingLedger(inspectionId: number): Promise<ExistingLedger>
  createUnits(units: { name: string; shortName: string | null; parent: number | null }[]): Promise<number[]>
  createPeople(people: { name: string; title: string | null; unitId: number | null }[]): Promise<number[]>
  /** Ids come back in the order given. */
  createFindings(inspectionId: number, findings: NewFinding[], at: Date): Promise<number[]>
  createCauses(inspectionId: number, causes: NewCause[], at: Date): Promise<number[]>
  createMeasures(inspectionId: number, measures: NewMeasure[], at: Date): Promise<number[]>
  updateFinding(findingId: number, fields: Partial<NewFinding>): Promise<void>
  updateCause(causeId: number, fields: Partial<NewCause>): Promise<void>
  updateMeasure(measureId: number, fields: Partial<NewMeasure>): Promise<void>
  /** Each link is put behind those that the finding has already. */
  linkCauses(links: { findingId: number; causeId: number }[]): Promise<void>
  linkMeasures(links: { findingId: number; measureId: number }[]): Promise<void>
  linkCausesToMeasures(links: { causeId: number; measureId: number }[]): Promise<void>
  linkSources(importId: number, links: SourceLink[]): Promise<void>
  /**
   * To be called at the end of every write to a ledger: works out numbers, audiences and places of measures anew,
   * counts records and moves the ledger's version on.
   */
  settle(inspectionId: number): Promise<void>
  /** The same for these measures, their findings and causes alone: after units, people, days or statuses changed. */
  settleMeasures(inspectionId: number, measureIds: readonly number[]): Promise<void>
}

export type StoredImport = {
  id: number
  sourceName: string
  format: 'txt' | 'html' | 'docx' | 'pdf' | 'pasted'
  encoding: string | null
  sha256: string
  createdAt: string
  appliedAt: string | null
  inspectionId: number | null
  lines: string[]
  reading: Reading
  edits: Edit[]
  /** Grows with every storing of edits. */
  editsVersion: number
}
export type ImportRow = Omit<StoredImport, 'encoding' | 'sha256' | 'lines' | 'reading' | 'edits' | 'editsVersion'>
export type Imports = {
  create(draft: {
    sourceName: string
    format: StoredImport['format']
    encoding: string | null
    sha256: string
    size: number
    mediaType: string
    lines: string[]
    reading: Reading
    createdBy: number
    at: Date
  }): Promise<number>
  list(): Promise<ImportRow[]>
  find(importId: number): Promise<StoredImport | null>
  /** Like `find`, and nobody else can write to it until the transaction ends. */
  lock(importId: number): Promise<StoredImport | null>
  /** The newest other import of the same bytes, an applied one before drafts. */
  findSame(importId: number, sha256: string): Promise<Pick<StoredImport, 'id' | 'appliedAt' | 'inspectionId'> | null>
  storeEdits(importId: number, edits: Edit[]): Promise<void>
  markApplied(importId: number, inspectionId: number, edits: Edit[], at: Date): Promise<void>
  remove(importId: number): Promise<void>
}

export type Submissions = {
  /**
   * Runs `act` unless this submission was carried out before: then its result is given again.
   * @throws Refusal `submission.otherAct` when the id was used for something else or by somebody else
   */
  once<T>(submission: { id: string; act: string; personId: number; at: Date }, work: () => Promise<T>): Promise<T>
}

/** A signed-in visitor. */
export type Visitor = {
  tenantId: number
  personId: number
  name: string
  loginName: string
  preferences: Preferences
  csrfToken: string
  /** What must be done before anything else; until then no role counts. */
  pending: 'password' | 'secondFactor' | null
  roles: {
    role: Assignment['role']
    unit: { id: number; name: string } | null
    inspectionId: number | null
    /** Whose role it is, for a deputy. */
    onBehalfOf: { id: number; name: string } | null
  }[]
  /** Ids of the unit and those below it, for each unit that the person heads. */
  subordinateIds: Map<number, number[]>
}

type Page<Schema extends z.ZodType, LifeFacts> = Omit<z.infer<Schema>, 'allowed' | 'life'> & {
  audiences: number[]
  life: LifeFacts
}
export type FindingPage = Page<typeof findingPageSchema, FindingLife>
export type MeasurePage = Page<typeof measurePageSchema, MeasureLife> & {
  cycles: z.infer<typeof measurePageSchema>['life']['cycles']
}
export type HistoryRow = z.infer<typeof historyEventSchema>

/** A value that is JSON already: it is sent as it is instead of being taken apart and put together again. */
export type Serialised<T> = { readonly json: string; readonly of?: T }

/** One read model per screen. Ids that the scope may not see are as if they did not exist. */
export type Reads = {
  citations: CitationReads
  checks: CheckReads
  entries: EntryReads
  evidence: EvidenceReads
  projects: ProjectReads
  figures: FigureReads
  /** Null when the token is unknown or its time is over; otherwise its idle time starts anew. */
  visitor(tenantId: number, tokenHash: Buffer, now: Date): Promise<Visitor | null>
  inspections(scope: Scope): Promise<Inspection[]>
  /** The working-day calendar of last year, this one and the next. */
  calendar(tenantId: number, now: Date): Promise<CalendarDays>
  deadlines: DeadlineReads
  ledgerPage(scope: Scope, query: LedgerQuery): Promise<Serialised<LedgerPage>>
  ledgerCounts(scope: Scope, query: LedgerQuery): Promise<LedgerCounts>
  /** `today` decides which deputations are in force. */
  findingPage(scope: Scope, findingId: number, today: string): Promise<FindingPage | null>
  measurePage(scope: Scope, measureId: number, today: string): Promise<MeasurePage | null>
  life: LifeReads
  aspects(scope: Scope, inspectionId: number): Promise<string[]>
  people: PeopleReads
  units(scope: Scope, inspectionId: number): Promise<{ id: number; name: string; shortName: string | null }[]>
  reports: ReportReads
  historyOf(scope: Scope, kind: RecordKind, id: number): Promise<HistoryRow[]>
  numbered(scope: Scope, inspectionId: number, number: string): Promise<Numbered[]>
  /** Records of one inspection that these history events changed. */
  changes(scope: Scope, inspectionId: number, eventIds: readonly number[]): Promise<Change[]>
  history: HistoryReads
  account: AccountReads
}
