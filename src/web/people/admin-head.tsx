import { Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import { usePageTitle } from '../parts/use-page-title.ts'
import { useSession } from '../session/use-boot.ts'
import { texts } from './texts.ts'
import './people.css'

const pages = [
  { key: 'people', path: '/admin/people', action: 'person.read' },
  { key: 'roles', path: '/admin/roles', action: 'role.read' },
  { key: 'import', path: '/admin/people/import', action: 'person.import' },
  { key: 'policy', path: '/admin/policy', action: 'policy.read' },
] as const

/** The title of a page about people and roles, with the way to the others that its reader may open. */
export function AdminHead({
  page,
  title,
  lead,
}: {
  page: (typeof pages)[number]['key']
  title: string
  lead?: string
}) {
  const text = useTextOf(texts).pages
  const { allowed } = useSession()
  usePageTitle(title)
  return (
    <header className="admin-head">
      <h1>{title}</h1>
      <nav className="admin-pages no-print" aria-label={text.label}>
        {pages
          .filter(({ action }) => allowed.includes(action))
          .map(({ key, path }) => (
            <Link key={key} to={path} activeOptions={{ exact: true }} aria-current={key === page ? 'page' : undefined}>
              {text[key]}
            </Link>
          ))}
      </nav>
      {lead ? <p className="quiet">{lead}</p> : null}
    </header>
  )
}
