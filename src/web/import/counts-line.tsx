import type { LedgerDraft } from '../../core/ledger/draft.ts'
import { takenIn } from '../../core/ledger/taken-in.ts'
import type { Notice } from '../../core/notice/notice.ts'
import { useTextOf } from '../language/language.ts'
import { texts } from './texts.ts'

/** What would be written, beside what the text claims. Both stand; neither is changed to fit the other. */
export function CountsLine({ notice, draft }: { notice: Notice; draft: LedgerDraft }) {
  const text = useTextOf(texts).counts
  const taken = takenIn(draft)
  const counts = [
    { what: 'finding', name: text.finding, value: taken.findings.length },
    { what: 'measure', name: text.measure, value: taken.measures.length },
    { what: 'cause', name: text.cause, value: taken.causes.length },
  ] as const
  return (
    <dl className="counts">
      {counts.map(({ what, name, value }) => {
        const declared = notice.declared.find((claim) => claim.what === what)?.value
        return (
          <div key={what}>
            <dt>{name}</dt>
            <dd>
              <strong className="figure counts-value">{value}</strong>
              {declared === undefined ? null : (
                <span className="small faint figure">
                  {text.declared(declared)}{' '}
                  <span className="counts-sign" role="img" aria-label={declared === value ? text.agrees : text.differs}>
                    {declared === value ? '✓' : '▲'}
                  </span>
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
