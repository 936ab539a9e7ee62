import { useEffect, useRef, useState } from 'react'
import { ApiError, upload } from '../api.ts'
import { submissionId } from '../parts/submission-id.ts'
import { sentenceOf } from '../session/sentence-of.ts'
import type { Evidence } from './evidence-query.ts'

export type Sending = {
  key: string
  file: File
  /** `refused`: sending it again would change nothing. */
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'refused' | 'cancelled'
  /** 0…1 of the bytes. */
  part: number
  /** Why it failed or was refused. */
  problem: string | null
  evidence: Evidence | null
  /** The same bytes were there already. */
  repeated: boolean
}

/** Sent at the same time: more would only share the same line. */
const atOnce = 2

/**
 * Files on their way to a measure, one request each. A retry carries the same submission, so that a file that did arrive is not
 * attached twice.
 * @param refuse what can be said before anything is sent; null lets it go
 * @param onAdded once per file that arrived
 */
export function useUploads(
  measureId: number,
  targetId: number | undefined,
  refuse: (file: File) => string | null,
  onAdded: (evidence: Evidence, repeated: boolean) => void,
) {
  const [list, setList] = useState<readonly Sending[]>([])
  const controllers = useRef(new Map<string, AbortController>())
  const added = useRef(onAdded)
  added.current = onAdded
  const change = (key: string, fields: Partial<Sending>) =>
    setList((all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)))

  const send = async ({ key, file }: Sending) => {
    const controller = new AbortController()
    controllers.current.set(key, controller)
    try {
      const { evidence, repeated } = await upload(
        'POST /api/measures/:id/evidence',
        file,
        (part) => change(key, { part }),
        {
          params: { id: measureId },
          query: { submissionId: key, ...(targetId === undefined ? {} : { targetId }) },
          signal: controller.signal,
        },
      )
      change(key, { state: 'done', part: 1, evidence, repeated })
      added.current(evidence, repeated)
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
            evidence: null,
            repeated: false,
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
