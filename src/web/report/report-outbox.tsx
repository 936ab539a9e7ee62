import { useReportOutbox } from './use-report-outbox.ts'

/** Reports that wait are sent from whatever page is open. */
export function ReportOutbox() {
  useReportOutbox()
  return null
}
