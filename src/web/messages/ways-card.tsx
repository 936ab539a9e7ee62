import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Answer, call } from '../api.ts'
import { queryClient } from '../boot.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { copyText } from '../parts/copy-text.ts'
import { TextField } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { texts } from './texts.ts'

type Ways = Answer<'GET /api/me/channels'>
const key = ['own-channels']
const again = () => queryClient.invalidateQueries({ queryKey: key })

/** Mail and calendar: what a person chooses besides the messages here. */
export function WaysCard() {
  const text = useTextOf(texts)
  const ways = useQuery({ queryKey: key, queryFn: ({ signal }) => call('GET /api/me/channels', { signal }) }).data
  if (!ways) return null
  return (
    <section className="card messages-ways no-print">
      <h2>{text.ways}</h2>
      <p className="quiet">{text.waysLead}</p>
      <div className="messages-ways-parts">
        <Mail mail={ways.mail} />
        <Feed feed={ways.feed} />
      </div>
    </section>
  )
}

function Mail({ mail }: { mail: Ways['mail'] }) {
  const text = useTextOf(texts)
  const [address, setAddress] = useState(mail?.address ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      await call('PUT /api/me/mail', { body: { address: address.trim() } })
      announce(text.saved(address.trim()))
      await again()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <form onSubmit={save} noValidate>
      <h3>{text.mail}</h3>
      {mail === null ? (
        <p className="quiet">{text.mailOff}</p>
      ) : (
        <>
          <TextField
            label={text.address}
            hint={text.mailHint}
            error={problem}
            type="email"
            autoComplete="email"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button type="submit">{text.save}</Button>
        </>
      )}
    </form>
  )
}

function Feed({ feed }: { feed: Ways['feed'] }) {
  const text = useTextOf(texts)
  const [address, setAddress] = useState<string | null>(null)
  const failed = (problem: unknown) => announce(sentenceOf(problem), { problem: true })
  const make = () =>
    call('POST /api/me/feed', {}).then(({ path }) => {
      setAddress(`${window.location.origin}${path}`)
      return again()
    }, failed)
  const revoke = () =>
    call('DELETE /api/me/feed', {}).then(() => {
      setAddress(null)
      announce(text.feedRevoked)
      return again()
    }, failed)
  return (
    <div>
      <h3>{text.feed}</h3>
      <p className="quiet">{text.feedHint}</p>
      {address !== null ? (
        <div className="field">
          <label htmlFor="feed-address">{text.feedAddress}</label>
          <input
            id="feed-address"
            className="text-input"
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
        </div>
      ) : feed !== null ? (
        <p>{text.feedSince(momentText(feed.createdAt))}</p>
      ) : null}
      <p className="messages-acts">
        {address === null ? null : (
          <Button onClick={() => void copyText(address).then(() => announce(text.feedCopied))}>{text.feedCopy}</Button>
        )}
        <Button look={feed === null ? 'plain' : 'quiet'} onClick={() => void make()}>
          {feed === null ? text.feedMake : text.feedRenew}
        </Button>
        {feed === null ? null : (
          <Button look="quiet" onClick={() => void revoke()}>
            {text.feedRevoke}
          </Button>
        )}
      </p>
    </div>
  )
}
