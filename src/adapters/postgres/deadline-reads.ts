/** What pages of messages, calendar, channels and papers read. */
import type { DeadlineReads } from '../../usecases/ports/deadlines.ts'
import { calendarYear } from './calendar.ts'
import type { Database } from './database.ts'
import { robotRows } from './deliveries.ts'
import { feedEntries, feedOwner, messagesOf, ownChannelsOf, unreadOf } from './inbox.ts'
import { accountabilityOf, paperPage, paperRows } from './paper-reads.ts'

export const deadlineReads = (database: Database): DeadlineReads => ({
  messages: (tenantId, personIds, page) => messagesOf(database, tenantId, personIds, page),
  unread: (tenantId, personIds) => unreadOf(database, tenantId, personIds),
  calendarYear: (tenantId, year) => calendarYear(database, tenantId, year),
  ownChannels: (tenantId, personId) => ownChannelsOf(database, tenantId, personId),
  feedOwner: (tenantId, tokenHash) => feedOwner(database, tenantId, tokenHash),
  feed: (tenantId, personId) => feedEntries(database, tenantId, personId),
  robots: (tenantId) => robotRows(database, tenantId),
  papers: (scope, inspectionId) => paperRows(database, scope, inspectionId),
  paper: (scope, paperId) => paperPage(database, scope, paperId),
  accountability: (scope, inspectionId) => accountabilityOf(database, scope, inspectionId),
})
