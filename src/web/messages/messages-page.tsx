/** Everything a person was told, by day; unread first of all. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { dayAfter, dayOfMoment, today } from '../parts/day-distance.ts'
import { Empty } from '../parts/empty.tsx'
import { FormProblem } from '../parts/field.tsx'
import { momentText } from '../parts/moment-text.ts'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import { addressOf } from './address-of.ts'
import { type Message, markRead, messagesQuery } from './message-queries.ts'
import { texts } from './texts.ts'
import { WaysCard } from './ways-card.tsx'
import './messages.css'

export function MessagesPage() {
  const text = useTextOf(texts)
  const navigate = useNavigate()
  const { show = 'unread' } = useSearch({ from: '/signed-in/messages' })
  const list = useInfiniteQuery(messagesQuery(show))
  usePageTitle(text.title)
  useDocumentKeys({ j: () => step(1), k: () => step(-1) })
  const messages = list.data?.pages.flatMap((page) => page.messages) ?? []
  const unread = list.data?.pages[0]?.unread ?? 0
  const newest = messages[0]?.id
  return (
    <div className="messages">
      <header className="messages-head">
        <h1>
          {text.title} {unread > 0 ? <span className="quiet figure">{`${text.unread} ${unread}`}</span> : null}
        </h1>
        <fieldset className="messages-show">
          <legend className="visually-hidden">{text.show}</legend>
          {(['unread', 'all'] as const).map((which) => (
            <Button
              key={which}
              look={which === show ? 'plain' : 'quiet'}
              aria-pressed={which === show}
              onClick={() => void navigate({ to: '/messages', search: which === 'all' ? { show: 'all' } : {} })}
            >
              {text[which]}
            </Button>
          ))}
        </fieldset>
        {unread > 0 && newest !== undefined ? (
          <Button
            look="quiet"
            onClick={() =>
              void markRead({ upTo: newest }).then(
                () => announce(text.markedAll(unread)),
                (problem: unknown) => announce(sentenceOf(problem), { problem: true }),
              )
            }
          >
            {text.markAll}
          </Button>
        ) : null}
      </header>
      {list.error ? <FormProblem>{sentenceOf(list.error)}</FormProblem> : null}
      {list.isPending ? <Skeleton /> : null}
      {list.data && messages.length === 0 ? (
        <Empty title={show === 'unread' ? text.noneUnread : text.noneAll}>
          <p>{show === 'unread' ? text.noneUnreadText : text.noneAllText}</p>
        </Empty>
      ) : null}
      {byDay(messages).map(([day, those]) => (
        <section key={day} className="card messages-day">
          <h2>{day === today() ? text.today : day === dayAfter(today(), -1) ? text.yesterday : day}</h2>
          <ul>
            {byKind(those).map((alike) => (
              <Alike key={alike[0]?.id} messages={alike} />
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage ? (
        <p className="messages-more">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.more}
          </Button>
        </p>
      ) : null}
      <WaysCard />
    </div>
  )
}

/** So many of one kind and day are shown; the others open under them. */
const shownOfAKind = 3

function Alike({ messages }: { messages: readonly Message[] }) {
  const text = useTextOf(texts)
  const [open, setOpen] = useState(false)
  const shown = open || messages.length <= shownOfAKind + 1 ? messages : messages.slice(0, shownOfAKind)
  return (
    <>
      {shown.map((message) => (
        <Row key={message.id} message={message} />
      ))}
      {shown.length === messages.length ? null : (
        <li className="message">
          <Button look="quiet" aria-expanded={false} onClick={() => setOpen(true)}>
            {text.alike(messages.length - shown.length)}
          </Button>
        </li>
      )}
    </>
  )
}

/** Opening it reads it. */
function Row({ message }: { message: Message }) {
  const text = useTextOf(texts)
  const [marked, setMarked] = useState(false)
  const isUnread = message.readAt === null && !marked
  const address = addressOf(message)
  const read = () => {
    if (!isUnread) return
    setMarked(true)
    markRead({ ids: [message.id] }).catch((problem: unknown) => {
      setMarked(false)
      announce(sentenceOf(problem), { problem: true })
    })
  }
  return (
    <li className={isUnread ? 'message message-unread' : 'message'}>
      {address === null ? (
        <span className="message-text">{message.text}</span>
      ) : (
        <Link {...address} className="message-text" onClick={read}>
          {message.text}
        </Link>
      )}
      <span className="small quiet figure message-side">
        {isUnread ? <span className="visually-hidden">{text.isUnread}</span> : null}
        {message.for === null ? null : <span>{text.for(message.for.name)}</span>}
        <time dateTime={message.at}>{momentText(message.at).slice(11)}</time>
        {isUnread ? (
          <Button look="quiet" className="small" onClick={read}>
            {text.markOne}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function byDay(messages: readonly Message[]): [string, Message[]][] {
  const days = new Map<string, Message[]>()
  for (const message of messages) {
    const day = dayOfMoment(new Date(message.at))
    days.set(day, [...(days.get(day) ?? []), message])
  }
  return [...days]
}

/** Messages of one kind together, the kind of the newest first. */
function byKind(messages: readonly Message[]): Message[][] {
  const kinds = new Map<string, Message[]>()
  for (const message of messages) kinds.set(message.kind, [...(kinds.get(message.kind) ?? []), message])
  return [...kinds.values()]
}

/** Moves the focus from message to message. */
function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('a.message-text')]
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? links.indexOf(activeElement) : -1
  links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus()
}
