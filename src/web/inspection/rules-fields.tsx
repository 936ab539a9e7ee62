import type { ReactNode } from 'react'
import { useTextOf } from '../language/language.ts'
import { TextField } from '../parts/field.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { linesOf } from './about-fields.tsx'
import type { InspectionRecord } from './inspection-queries.ts'
import { texts } from './texts.ts'

type Rules = InspectionRecord['settings']
type RulesFieldsProps = {
  rules: Rules
  periods: InspectionRecord['periods']
  onChange: (change: Partial<Rules>) => void
  errorOf: (name: string) => string | null
  disabled: boolean
}

/** Local rules: they differ from place to place and from round to round. */
export function RulesFields({ rules, periods, onChange, errorOf, disabled }: RulesFieldsProps) {
  const text = useTextOf(texts)
  const signers = Object.keys(text.signers) as Rules['signer'][]
  type NumberRule = { [K in keyof Rules]: Rules[K] extends number ? K : never }[keyof Rules] & keyof typeof text
  const number = (name: NumberRule, least: number, most: number) => (
    <TextField
      label={String(text[name])}
      type="number"
      min={least}
      max={most}
      value={Number.isNaN(rules[name]) ? '' : rules[name]}
      disabled={disabled}
      onChange={(event) => onChange({ [name]: event.target.valueAsNumber })}
      error={errorOf(`settings.${name}`)}
    />
  )
  const tick = (name: 'reportOngoing' | 'shortChainForImmediate' | 'causesRequired', label: string) => (
    <label className="check-field">
      <input
        type="checkbox"
        checked={rules[name]}
        disabled={disabled}
        onChange={(event) => onChange({ [name]: event.target.checked })}
      />
      {label}
    </label>
  )
  const select = (label: string, value: string, choices: [string, string][], change: (value: string) => void) => (
    <label className="select-field">
      <span>{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => change(event.target.value)}>
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <>
      <RuleGroup title={text.periods}>
        <dl className="periods">
          {periods.map(({ period, until, derivation }) => (
            <div key={period}>
              <dt>{text.periodNames[period]}</dt>
              <dd className="figure">{until ?? text.noFeedback}</dd>
              <dd className="small quiet">{derivation}</dd>
            </div>
          ))}
        </dl>
        <div className="form-days">
          {number('planDays', 1, 365)}
          {number('concentratedMonths', 1, 36)}
          {number('cluesMonths', 1, 36)}
        </div>
      </RuleGroup>
      <RuleGroup title={text.reports}>
        <div className="form-days">
          {select(
            text.reportWeekday,
            String(rules.reportWeekday),
            text.weekdays.map((name, index) => [String(index + 1), name]),
            (value) => onChange({ reportWeekday: Number(value) }),
          )}
          <TextField
            label={text.reportTime}
            type="time"
            value={rules.reportTime}
            disabled={disabled}
            onChange={(event) => onChange({ reportTime: event.target.value })}
            error={errorOf('settings.reportTime')}
          />
        </div>
        {tick('reportOngoing', text.reportOngoing)}
      </RuleGroup>
      <RuleGroup title={text.plan}>
        <div className="form-pair">
          <TextArea
            label={text.reviewBodies}
            hint={text.reviewBodiesHint}
            rows={4}
            defaultValue={rules.reviewBodies.join('\n')}
            disabled={disabled}
            onChange={(event) => onChange({ reviewBodies: linesOf(event.target.value) })}
            error={errorOf('settings.reviewBodies')}
          />
          <div className="form">
            {select(
              text.signer,
              rules.signer,
              signers.map((signer) => [signer, text.signers[signer]]),
              (value) => onChange({ signer: signers.find((signer) => signer === value) ?? rules.signer }),
            )}
            <TextField
              label={text.docketTemplate}
              hint={text.docketHint}
              value={rules.docketTemplate}
              maxLength={40}
              disabled={disabled}
              onChange={(event) => onChange({ docketTemplate: event.target.value })}
              error={errorOf('settings.docketTemplate')}
            />
          </div>
        </div>
        {tick('shortChainForImmediate', text.shortChain)}
        {tick('causesRequired', text.causesRequired)}
      </RuleGroup>
      <RuleGroup title={text.lights}>
        <div className="form-days">
          {number('yellowWorkingDays', 0, 60)}
          {number('yellowMissedReports', 1, 20)}
          {number('redMissedReports', 1, 20)}
        </div>
        <fieldset className="form-days escalation">
          <legend>{text.escalateAfter}</legend>
          {rules.escalateAfter.map((days, index) => (
            <TextField
              // biome-ignore lint/suspicious/noArrayIndexKey: each step has its place
              key={index}
              label={text.escalateTo[index] ?? ''}
              type="number"
              min={0}
              max={120}
              value={Number.isNaN(days) ? '' : days}
              disabled={disabled}
              onChange={(event) =>
                onChange({
                  escalateAfter: rules.escalateAfter.map((each, place) =>
                    place === index ? event.target.valueAsNumber : each,
                  ),
                })
              }
            />
          ))}
        </fieldset>
      </RuleGroup>
    </>
  )
}

function RuleGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card inspection-card form">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
