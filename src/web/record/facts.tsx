import type { ReactNode } from 'react'

type Fact = [name: string, value: ReactNode]

/** Names and values, in columns where there is room; what has no value is left out. */
export function Facts({ columns }: { columns: readonly (readonly Fact[])[] }) {
  return (
    <div className="facts">
      {columns.map((facts) => (
        <dl key={facts[0]?.[0]}>
          {facts
            .filter(([, value]) => value !== null && value !== undefined && value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      ))}
    </div>
  )
}
