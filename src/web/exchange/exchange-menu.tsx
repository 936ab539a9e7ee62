import { Link } from '@tanstack/react-router'
import { useTextOf } from '../language/language.ts'
import { Popover } from '../parts/popover.tsx'
import { texts } from './texts.ts'
import './exchange.css'

type ExchangeMenuProps = {
  register: string
  /** Filters of the list, as the server takes them: what is exported is what is shown. */
  query: Readonly<Record<string, string>>
  write: boolean
}

/** Template, export and import of a register. */
export function ExchangeMenu({ register, query, write }: ExchangeMenuProps) {
  const text = useTextOf(texts)
  const search = new URLSearchParams(query).toString()
  const base = `/api/registers/${register}`
  return (
    <Popover alignEnd className="button button-plain" label={text.menu}>
      {(close) => (
        <div className="exchange-menu">
          <a href={`${base}/export${search === '' ? '' : `?${search}`}`} download onClick={close}>
            {text.export}
          </a>
          {write ? (
            <>
              <Link to="/registers/$register/import" params={{ register }}>
                {text.import}
              </Link>
              <a href={`${base}/template`} download onClick={close}>
                {text.template}
              </a>
              <p className="small quiet">{text.exportNote}</p>
            </>
          ) : null}
        </div>
      )}
    </Popover>
  )
}
