/**
 * Opens the person's drafts and outbox, sends what waits there, now and when the connection is back, and says what was sent.
 * For every page that reports can be written on, before anything is: what has no owner would be lost. Repeating it is harmless.
 */
import { useEffect } from 'react'
import { useConnectionLost } from '../connection.ts'
import { useLanguage } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { useSession } from '../session/use-boot.ts'
import { openReportStore, type Sent, sendReport } from './report-store.ts'
import { reportTexts } from './texts.ts'

export function useReportOutbox(): void {
  const { person, allowed } = useSession()
  const language = useLanguage()
  const lost = useConnectionLost()
  const reports = allowed.includes('report.file')
  useEffect(() => {
    if (reports && !lost) openReportStore(person.id, (sent) => sayWhatWasSent(sent, reportTexts[language]))
  }, [person.id, reports, lost, language])
}

function sayWhatWasSent({ sending, state, version }: Sent, { report: text }: typeof reportTexts.zh): void {
  const { number, body, measureId, week } = sending
  if (state === 'withdrawn') announce(text.withdrawn(number).trim())
  else if (state === 'backfilled') announce(text.sentBackfilled(number).trim())
  else if (!body.noChange) announce(text.sent(number, state === 'late').trim())
  else
    announce(text.sentNoChange(number).trim(), {
      act: {
        label: text.withdraw,
        run: () =>
          sendReport({ measureId, number, week, withdraw: true, body: { ...body, basedOn: version }, draft: null }),
      },
    })
}
