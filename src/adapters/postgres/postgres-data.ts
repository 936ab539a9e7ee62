/** The port to the ledger's data, on PostgreSQL. */
import type { DigestAlgorithm } from '../../core/history/seal.ts'
import type { Data, Stores } from '../../usecases/ports.ts'
import { accountReads } from './account-reads.ts'
import { accounts } from './accounts.ts'
import { calendarAround, calendarStore } from './calendar.ts'
import { changesOf, type OpenChanges } from './changes.ts'
import { checkReads } from './check-reads.ts'
import { checkStore } from './checks.ts'
import { citationReads } from './citation-reads.ts'
import { citationStore } from './citations.ts'
import { type Database, reached, type Transaction } from './database.ts'
import { deadlineReads } from './deadline-reads.ts'
import { deliveries } from './deliveries.ts'
import { entryStore } from './entries.ts'
import { entryReads } from './entry-reads.ts'
import { evidenceReads, evidenceStore } from './evidence.ts'
import { exchangeStore } from './exchange.ts'
import { figureReads, figures } from './figures.ts'
import { reportFiler } from './file-report.ts'
import { history } from './history.ts'
import { historyReads } from './history-reads.ts'
import { historySeals } from './history-seals.ts'
import { imports } from './imports.ts'
import { inbox } from './inbox.ts'
import { inspectionStore } from './inspection-store.ts'
import { invitations } from './invitations.ts'
import { ledgerCounts } from './ledger-counts.ts'
import { flatLedger } from './ledger-flat.ts'
import { ledgerTree } from './ledger-tree.ts'
import { ledgerWriter } from './ledger-writer.ts'
import { life } from './life.ts'
import { lifeReads } from './life-reads.ts'
import { lights } from './lights.ts'
import { aspects, inspections, units } from './lists.ts'
import { messages } from './messages.ts'
import { numbered } from './numbered.ts'
import { papers } from './papers.ts'
import { people } from './people.ts'
import { peopleReads } from './people-reads.ts'
import { plan } from './plan.ts'
import { projectReads } from './project-pages.ts'
import { proposalStore } from './proposals.ts'
import { findingPage, historyOf, measurePage } from './record-pages.ts'
import { registerStore } from './registers.ts'
import { reportReads } from './report-reads.ts'
import { reports } from './reports.ts'
import { roles } from './roles.ts'
import { schedule } from './schedule.ts'
import { secondFactors } from './second-factors.ts'
import { securitySettings } from './security-settings.ts'
import { submissions } from './submissions.ts'
import { visitor } from './visitor.ts'

/**
 * @param algorithm of the digests of new events
 * @param tell is given the events of each transaction after its commit
 */
export function postgresData(
  database: Database,
  algorithm: DigestAlgorithm = 'sha256',
  tell: OpenChanges['tell'] = () => {},
): Data {
  const stores = (transaction: Transaction, tenantId: number, written: number[]) =>
    storesOf(transaction, tenantId, algorithm, written)
  const fileOneReport = reportFiler(database, algorithm)
  return {
    async findTenant() {
      const tenants = database.outside.selectFrom('tenant').select(['tenant_id as tenantId', 'name'])
      const row = await reached(tenants.orderBy('tenant_id').limit(1).executeTakeFirst())
      return row ?? null
    },
    tenants: () =>
      reached(
        database.outside.selectFrom('tenant').select(['tenant_id as tenantId', 'name']).orderBy('tenant_id').execute(),
      ),
    setUp: (tenant, work) =>
      database.setUp(tenant, (tenantId, transaction) => work(tenantId, stores(transaction, tenantId, []))),
    async inTenant(scope, work) {
      const written: number[] = []
      const result = await database.inTenant(scope, (transaction) => work(stores(transaction, scope.tenantId, written)))
      tell(scope.tenantId, written)
      return result
    },
    async fileReport(scope, filing) {
      const filed = await fileOneReport(scope, filing)
      if (filed !== null) tell(scope.tenantId, [filed.eventId])
      return filed
    },
    read: {
      visitor: (tenantId, tokenHash, now) => visitor(database, tenantId, tokenHash, now),
      inspections: (scope) => inspections(database, scope),
      calendar: (tenantId, now) => calendarAround(database, tenantId, now),
      deadlines: deadlineReads(database),
      ledgerPage: (scope, query) =>
        query.view === 'flat' ? flatLedger(database, scope, query) : ledgerTree(database, scope, query),
      ledgerCounts: (scope, query) => ledgerCounts(database, scope, query),
      findingPage: (scope, id, today) => findingPage(database, scope, id, today),
      measurePage: (scope, id, today) => measurePage(database, scope, id, today),
      life: lifeReads(database),
      aspects: (scope, inspectionId) => aspects(database, scope, inspectionId),
      people: peopleReads(database),
      units: (scope, inspectionId) => units(database, scope, inspectionId),
      historyOf: (scope, kind, id) => historyOf(database, scope, kind, id),
      numbered: (scope, inspectionId, number) => numbered(database, scope, inspectionId, number),
      changes: (scope, inspectionId, eventIds) => changesOf(database, scope, inspectionId, eventIds),
      history: historyReads(database),
      reports: reportReads(database),
      evidence: evidenceReads(database),
      projects: projectReads(database),
      figures: figureReads(database),
      citations: citationReads(database),
      checks: checkReads(database),
      entries: entryReads(database),
      account: accountReads(database),
    },
  }
}

const storesOf = (
  transaction: Transaction,
  tenantId: number,
  algorithm: DigestAlgorithm,
  written: number[],
): Stores => ({
  accounts: accounts(transaction, tenantId),
  invitations: invitations(transaction, tenantId),
  secondFactors: secondFactors(transaction, tenantId),
  security: securitySettings(transaction, tenantId),
  ledger: ledgerWriter(transaction, tenantId),
  plan: plan(transaction, tenantId),
  inspections: inspectionStore(transaction, tenantId),
  imports: imports(transaction, tenantId),
  people: people(transaction, tenantId),
  roles: roles(transaction, tenantId),
  history: history(transaction, tenantId, algorithm, written),
  seals: historySeals(transaction, tenantId),
  submissions: submissions(transaction, tenantId),
  messages: messages(transaction, tenantId),
  lights: lights(transaction, tenantId),
  calendar: calendarStore(transaction, tenantId),
  schedule: schedule(transaction, tenantId),
  inbox: inbox(transaction, tenantId),
  deliveries: deliveries(transaction, tenantId),
  papers: papers(transaction, tenantId),
  life: life(transaction, tenantId),
  reports: reports(transaction, tenantId, algorithm, written),
  evidence: evidenceStore(transaction, tenantId),
  exchange: exchangeStore(transaction, tenantId),
  figures: figures(transaction, tenantId),
  citations: citationStore(transaction, tenantId),
  checks: checkStore(transaction, tenantId),
  proposals: proposalStore(transaction, tenantId),
  registers: registerStore(transaction, tenantId),
  entries: entryStore(transaction, tenantId),
})
