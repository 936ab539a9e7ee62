import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../api.ts'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'

export type Sending = {
  key: string
  file: File
  /** `refused`: sending it again would change nothing. */
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'refused' | 'cancelled'
  /** 0…1 of the bytes. */
  part: number
  /** Why it failed or was refused. */
  problem: string | null
  arrived: Arrived | null
}

export type Arrived = {
  /** The same bytes were there already. */
  repeated: boolean
  /** What is to be said of it; null: that it is there. */
  words: string | null
}

/** Sends one file. `key` names the sending, so that a file that did arrive is not taken in twice. */
export type SendFile = (
  file: File,
  way: { key: string; onPart: (part: number) => void; signal: AbortSignal },
) => Promise<Arrived>

/** Sent at the same time: more would only share the same line. */
const atOnce = 2

/**
 * Files on their way, one request each. A retry carries the same key.
 * @param sendFile resolves when the file is there
 * @param refuse what can be said before anything is sent; null lets it go
 */
export function useUploads(sendFile: SendFile, refuse: (file: File) => string | null) {
  const [list, setList] = useState<readonly Sending[]>([])
  const controllers = useRef(new Map<string, AbortController>())
  const latest = useRef(sendFile)
  latest.current = sendFile
  const change = (key: string, fields: Partial<Sending>) =>
    setList((all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)))

  const send = async ({ key, file }: Sending) => {
    const controller = new AbortController()
    controllers.current.set(key, controller)
    try {
      const onPart = (part: number) => change(key, { part })
      const arrived = await latest.current(file, { key, onPart, signal: controller.signal })
      change(key, { state: 'done', part: 1, arrived })
    } catch (fault) {
      if (controller.signal.aborted) change(key, { state: 'cancelled' })
      else change(key, { state: isFinal(fault) ? 'refused' : 'failed', problem: sentenceOf(fault) })
    } finally {
      controllers.current.delete(key)
    }
  }

  // The next ones go as soon as there is room.
  useEffect(() => {
    const room = atOnce - list.filter(({ state }) => state === 'sending').length
    const next = list.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, room))
    for (const one of next) {
      change(one.key, { state: 'sending', part: 0 })
      void send(one)
    }
  })

  const isBusy = list.some(({ state }) => state === 'waiting' || state === 'sending')
  useEffect(() => {
    if (!isBusy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isBusy])

  return {
    list,
    add: (files: readonly File[]) =>
      setList((all) => [
        ...all,
        ...files.map((file): Sending => {
          const problem = refuse(file)
          return {
            key: submissionId(),
            file,
            state: problem === null ? 'waiting' : 'refused',
            part: 0,
            problem,
            arrived: null,
          }
        }),
      ]),
    cancel: (key: string) => {
      controllers.current.get(key)?.abort()
      change(key, { state: 'cancelled' })
    },
    retry: (key: string) => change(key, { state: 'waiting', problem: null }),
    clear: () => setList((all) => all.filter(({ state }) => state === 'waiting' || state === 'sending')),
  }
}

/** The server said no to this file, and not: not now. */
const isFinal = (fault: unknown): boolean =>
  fault instanceof ApiError && fault.status >= 400 && fault.status < 500 && fault.status !== 429 && fault.status !== 401
