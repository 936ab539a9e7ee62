import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../api.ts'

/** Fields of a record in a form, compared with what the form began with. */
export function useRecordForm<Fields extends object, Written>(options: {
  /** What the fields are now, on the server. */
  read: () => Promise<{ fields: Fields; version: number }>
  from: { fields: Fields; version: number }
  /** @param changed the fields that are different from what the form began with */
  write: (changed: Partial<Fields>, version: number) => Promise<Written>
  onWritten: (written: Written) => void
  /** Names, as the server has them, whose problems stand at their fields. */
  named: readonly string[]
}) {
  const [from, setFrom] = useState(options.from)
  const [fields, setFields] = useState(options.from.fields)
  const changed = changedFields(from.fields, fields)
  const save = useMutation({
    mutationFn: () => options.write(changed, from.version),
    onSuccess: options.onWritten,
  })
  const problem = save.error
  const field = problem instanceof ApiError ? problem.field : null
  return {
    fields,
    set: (change: Partial<Fields>) => setFields((now) => ({ ...now, ...change })),
    changed,
    isChanged: Object.keys(changed).length > 0,
    save,
    /** What is wrong with a field of this name. */
    errorOf: (name: string): string | null => (problem && field === name ? problem.message : null),
    /** What is wrong with the whole. */
    problem: field !== null && options.named.includes(field) ? null : problem,
    isStale: problem instanceof ApiError && problem.code === 'record.changedMeanwhile',
    /** Somebody else changed the record: begin anew on theirs, or put one's own changes on top of it. */
    async reread(keep: 'theirs' | 'mine') {
      const now = await options.read()
      setFrom(now)
      setFields(keep === 'theirs' ? now.fields : { ...now.fields, ...changed })
      save.reset()
    },
  }
}

function changedFields<Fields extends object>(before: Fields, now: Fields): Partial<Fields> {
  const held = before as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(held[name])),
  ) as Partial<Fields>
}
