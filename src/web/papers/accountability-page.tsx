/** Register of accountability: sums with zeros, entries, and a form for the office. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { parseDay } from '../../core/deadline/day.ts'
import { type AccountabilityKind, accountabilityKinds, accountabilityWords } from '../../core/paper/paper.ts'
import { call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { today } from '../parts/day-distance.ts'
import { Empty } from '../parts/empty.tsx'
import { FormProblem, TextField } from '../parts/field.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { submissionId } from '../parts/submission-id.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useChosenInspection } from '../session/chosen-inspection.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { centsOf, yuan } from './money.ts'
import { accountabilityQuery } from './paper-queries.ts'
import { texts } from './texts.ts'
import './papers.css'

export function AccountabilityPage() {
  const text = useTextOf(texts)
  const inspection = useChosenInspection()
  usePageTitle(text.accountability)
  return inspection ? (
    <Register inspectionId={inspection.id} name={inspection.name} />
  ) : (
    <Empty title={text.accountability}>
      <p>{text.chooseInspection}</p>
    </Empty>
  )
}

function Register({ inspectionId, name }: { inspectionId: number; name: string }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const register = useQuery(accountabilityQuery(inspectionId))
  if (register.error) return <FormProblem>{sentenceOf(register.error)}</FormProblem>
  if (!register.data) return <Skeleton />
  const { sums, entries, mayEnter } = register.data
  const total = (value: (sum: (typeof sums)[number]) => number) => sums.reduce((all, each) => all + value(each), 0)
  return (
    <div className="papers">
      <header className="papers-head">
        <h1>{text.accountability}</h1>
        <Link to="/papers" className="no-print">
          {text.back}
        </Link>
        <p className="quiet">
          {name} · {today()} · {text.restricted}
        </p>
      </header>
      <div className="papers-scroll">
        <table className="papers-table accountability-table">
          <thead>
            <tr>
              <th scope="col">{text.sum.kind}</th>
              <th scope="col">{text.sum.entries}</th>
              <th scope="col">{text.sum.people}</th>
              <th scope="col">{text.sum.recovered}</th>
            </tr>
          </thead>
          <tbody>
            {sums.map((sum) => (
              <tr key={sum.kind}>
                <th scope="row">{accountabilityWords[sum.kind][language]}</th>
                <td className="figure">{sum.entries}</td>
                <td className="figure">{sum.people}</td>
                <td className="figure">{yuan(sum.recovered)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text.sum.total}</th>
              <td className="figure">{total((sum) => sum.entries)}</td>
              <td className="figure">{total((sum) => sum.people)}</td>
              <td className="figure">{yuan(total((sum) => sum.recovered))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <section className="card paper-steps">
        <h2>{text.entries}</h2>
        {entries.length === 0 ? <p className="quiet">{text.noEntries}</p> : null}
        <ol>
          {entries.map((entry) => (
            <li key={entry.id}>
              <span className="figure">{entry.onDay}</span> {accountabilityWords[entry.kind][language]} {entry.words}{' '}
              <span className="quiet small">{text.by(entry.enteredBy)}</span>
            </li>
          ))}
        </ol>
      </section>
      {mayEnter ? <EntryForm inspectionId={inspectionId} /> : null}
    </div>
  )
}

function EntryForm({ inspectionId }: { inspectionId: number }) {
  const text = useTextOf(texts)
  const language = useLanguage()
  const [kind, setKind] = useState<AccountabilityKind>('talk')
  const [people, setPeople] = useState('1')
  const [money, setMoney] = useState('0')
  const [onDay, setOnDay] = useState(today)
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const recovered = centsOf(money)
    const day = parseDay(onDay)
    if (recovered === null || day === null) return setProblem(text.wrongMoney)
    try {
      await call('POST /api/accountability', {
        body: {
          inspection: inspectionId,
          kind,
          people: Number(people),
          recovered,
          onDay: day,
          words: words.trim(),
          submissionId: submissionId(),
        },
      })
      setProblem(null)
      setWords('')
      announce(text.entered)
      await queryClient.invalidateQueries({ queryKey: accountabilityQuery(inspectionId).queryKey })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <form className="card paper-steps accountability-form no-print" onSubmit={save}>
      <h2>{text.enter}</h2>
      <div className="field">
        <label htmlFor="accountability-kind">{text.sum.kind}</label>
        <select
          id="accountability-kind"
          className="text-input"
          value={kind}
          onChange={(event) => setKind(accountabilityKinds.find((each) => each === event.target.value) ?? 'talk')}
        >
          {accountabilityKinds.map((each) => (
            <option key={each} value={each}>
              {accountabilityWords[each][language]}
            </option>
          ))}
        </select>
      </div>
      <TextField label={text.onDay} type="date" value={onDay} onChange={(event) => setOnDay(event.target.value)} />
      <TextField
        label={text.people}
        type="number"
        min={0}
        value={people}
        onChange={(event) => setPeople(event.target.value)}
      />
      <TextField
        label={text.recovered}
        inputMode="decimal"
        value={money}
        onChange={(event) => setMoney(event.target.value)}
      />
      <TextField label={text.what} value={words} maxLength={500} onChange={(event) => setWords(event.target.value)} />
      {problem === null ? null : <FormProblem>{problem}</FormProblem>}
      <Button look="primary" type="submit">
        {text.enterSave}
      </Button>
    </form>
  )
}
