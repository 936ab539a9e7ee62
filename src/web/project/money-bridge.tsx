import { Link } from '@tanstack/react-router'
import { percentOf } from '../../core/checks/exact.ts'
import { useTextOf } from '../language/language.ts'
import { wan } from './amount.ts'
import type { ProjectRecord } from './project-queries.ts'
import { projectTexts } from './texts.ts'

type Bar = {
  key: string
  label: string
  amount: number | null
  /** Where the bar begins, in 分; a bar of a change stands at the end of what it changes. */
  from: number
  register: string
  signed?: true
  look: 'plan' | 'contract' | 'change' | 'paid' | 'cut'
}

/** From the estimate to what was paid and settled, one bar each, all to one scale. */
export function MoneyBridge({ id, money }: { id: number; money: ProjectRecord['money'] }) {
  const text = useTextOf(projectTexts)
  const { bars: words } = text
  const contract = money.contract ?? 0
  const cut = money.reduction === null ? null : -money.reduction
  const bars: Bar[] = [
    bar('estimate', words.estimate, money.estimate, 'decision', 'plan'),
    bar('preliminaryBudget', words.preliminaryBudget, money.preliminaryBudget, 'decision', 'plan'),
    bar('budget', words.budget, money.budget, 'decision', 'plan'),
    bar('contract', words.contract, money.contract, 'contract', 'contract'),
    ...(money.supplements === 0
      ? []
      : [{ ...bar('supplements', words.supplements, money.supplements, 'contract', 'change'), from: contract }]),
    ...(money.changes === 0
      ? []
      : [
          {
            ...bar('changes', words.changesApproved(money.changes), money.changesApproved, 'changeOrder', 'change'),
            from: contract + money.supplements,
            signed: true as const,
          },
        ]),
    bar('paid', words.paid, money.paid === 0 ? null : money.paid, 'payment', 'paid'),
    bar('submitted', words.submitted, money.submitted, 'settlement', 'contract'),
    ...(cut === null || cut === 0
      ? []
      : [
          {
            ...bar('reduction', words.reduction, cut, 'quantityReview', 'cut'),
            from: money.submitted ?? 0,
            signed: true as const,
          },
        ]),
    bar('settled', words.settled, money.settled, 'settlement', 'paid'),
    ...(money.finalCost === null ? [] : [bar('finalCost', words.finalCost, money.finalCost, 'project', 'plan')]),
  ]
  const whole = Math.max(1, ...bars.map(({ from, amount }) => Math.max(from, from + (amount ?? 0))))
  const share = money.contract === null ? null : percentOf(money.changesApproved, money.contract)
  const over = money.paid - contract - money.supplements - money.changesApproved
  return (
    <section className="card money-bridge" aria-label={text.money}>
      <header>
        <h2>{text.money}</h2>
        <span className="small faint">{text.moneyHint}</span>
      </header>
      <ul>
        {bars.map(({ key, label, amount, from, register, signed, look }) => (
          <li key={key}>
            <Link
              to="/registers/$register"
              params={{ register }}
              search={register === 'project' ? {} : { project: id }}
            >
              <span>{label}</span>
              <span className="money-track" aria-hidden="true">
                {amount === null ? null : (
                  <span
                    className={`money-bar money-${look}`}
                    style={{
                      left: `${(Math.min(from, from + amount) / whole) * 100}%`,
                      width: `${(Math.abs(amount) / whole) * 100}%`,
                    }}
                  />
                )}
              </span>
              <span className="figure number">
                {amount === null ? (
                  <span className="faint small">{text.notRecorded}</span>
                ) : (
                  `${signed && amount > 0 ? '+' : ''}${wan(amount)}`
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="small quiet">
        {money.changes > 0 && share !== null ? text.changeShare(share.toFixed(2)) : null}
        {money.changesPending !== 0 ? text.pending(wan(money.changesPending)) : null}
        {money.contract !== null && over > 0 ? <strong>{text.overpaid(wan(over))}</strong> : null}
        {money.otherContracts !== 0 || money.otherPaid !== 0
          ? text.others(wan(money.otherContracts), money.otherPaid === 0 ? null : wan(money.otherPaid))
          : null}
      </p>
    </section>
  )
}

const bar = (key: string, label: string, amount: number | null, register: string, look: Bar['look']): Bar => ({
  key,
  label,
  amount,
  from: 0,
  register,
  look,
})
