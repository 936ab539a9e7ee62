import type { ReactNode } from 'react'

/** Names and values in two columns; what has no value is left out. */
export function Facts({ facts }: { facts: readonly [string, ReactNode][] }) {
  const given = facts.filter(([, value]) => value !== null && value !== undefined && value !== '')
  if (given.length === 0) return null
  return (
    <dl className="facts">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
