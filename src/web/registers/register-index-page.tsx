import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { RegisterGroup } from '../../core/registers/definition.ts'
import { useLanguage, useTextOf } from '../language/language.ts'
import { Keys } from '../parts/keys.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useDocumentKeys } from '../parts/use-document-keys.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { type RegisterView, registersQuery } from './register-queries.ts'
import { texts } from './texts.ts'
import './registers.css'

/** `/registers`: what is recorded in this district, by group, with what belongs where. */
export function RegisterIndexPage() {
  const text = useTextOf(texts)
  const language = useLanguage()
  const read = useQuery(registersQuery)
  const [q, setQ] = useState('')
  const input = useRef<HTMLInputElement>(null)
  usePageTitle(text.registers)
  useDocumentKeys({ '/': () => input.current?.select() })
  if (read.isError) return <ProblemPage error={read.error} reset={() => void read.refetch()} />
  if (!read.data) return <Skeleton />
  const wanted = q.trim().toLowerCase()
  const found = read.data.registers.filter((register) => wordsOf(register, language).includes(wanted))
  return (
    <div className="registers">
      <header className="registers-head">
        <h1>{text.registers}</h1>
        <label className="text-filter">
          <span className="visually-hidden">{text.findRegister}</span>
          <input
            ref={input}
            type="search"
            className="text-input"
            placeholder={text.findRegister}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
          {q ? null : <Keys of="/" />}
        </label>
        {read.data.define ? (
          <Link className="button button-plain registers-define" to="/registers/new">
            {text.newRegister}
          </Link>
        ) : null}
      </header>
      <p className="quiet registers-lead">{text.registersLead}</p>
      {(Object.keys(text.groups) as RegisterGroup[]).map((group) => {
        const own = found.filter((register) => register.group === group)
        return own.length === 0 ? null : (
          <section key={group} aria-label={text.groups[group]}>
            <h2>{text.groups[group]}</h2>
            <ul className="register-cards">
              {own.map((register) => (
                <li key={register.key} className="card">
                  <Link to="/registers/$register" params={{ register: register.key }}>
                    <strong>{register.name[language]}</strong>
                    <span className="figure quiet">{text.entries(register.entries)}</span>
                    <span className="small quiet register-help">{register.help[language]}</span>
                    {register.readers === 'restricted' ? <span className="tag small">{text.restricted}</span> : null}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {found.length === 0 ? <p className="quiet">{text.noRegisterFound}</p> : null}
    </div>
  )
}

/** All words by which a register may be looked for. */
const wordsOf = ({ key, name, help, kinds, fields }: RegisterView, language: 'zh' | 'en'): string =>
  [name, help, ...Object.values(kinds ?? {}), ...Object.values(fields).map((field) => field.name)]
    .map((words) => words[language])
    .concat(key)
    .join('\n')
    .toLowerCase()
