import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { sentenceOf } from '../session/sentence-of.ts'
import { texts } from './texts.ts'

type Robot = Answer<'GET /api/robots'>[number]
const key = ['robots']

/** Where the daily figures are posted. An address that was saved is never shown again. */
export function RobotsCard() {
  const text = useTextOf(texts)
  const robots = useQuery({ queryKey: key, queryFn: ({ signal }) => call('GET /api/robots', { signal }) }).data
  return (
    <section className="card calendar-card no-print">
      <h2>{text.robots}</h2>
      <p className="quiet">{text.robotsLead}</p>
      <div className="robots">
        {robots?.map((robot) => (
          <RobotForm key={robot.kind} robot={robot} />
        ))}
      </div>
    </section>
  )
}

function RobotForm({ robot }: { robot: Robot }) {
  const text = useTextOf(texts)
  const [address, setAddress] = useState('')
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const name = text.kinds[robot.kind]
  const run = async (work: () => Promise<unknown>, sentence: string) => {
    setProblem(null)
    try {
      await work()
      announce(sentence)
      await queryClient.invalidateQueries({ queryKey: key })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const params = { kind: robot.kind }
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(
      async () => {
        await call('PUT /api/robots/:kind', { params, body: { address: address.trim(), secret: secret.trim() } })
        setAddress('')
        setSecret('')
      },
      text.robotSaved(name, address.trim() !== ''),
    )
  }
  return (
    <form className="robot" onSubmit={save}>
      <h3>{name}</h3>
      <p className="small quiet">
        {robot.host === null ? text.robotOff : text.robotOn(robot.host, robot.signed)}
        {robot.last === null ? null : (
          <>
            <br />
            {text.last(robot.last.day, text.states[robot.last.state] ?? robot.last.state)} {robot.last.error}
          </>
        )}
      </p>
      <TextField
        label={text.address}
        hint={text.robotHint}
        error={problem}
        type="url"
        autoComplete="off"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <TextField
        label={text.secret}
        type="password"
        autoComplete="off"
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <p className="calendar-acts">
        <Button type="submit">{text.robotSave}</Button>
        {robot.host === null ? null : (
          <Button
            look="quiet"
            onClick={() => void run(() => call('POST /api/robots/:kind/try', { params }), text.robotTried(name))}
          >
            {text.robotTry}
          </Button>
        )}
      </p>
    </form>
  )
}
