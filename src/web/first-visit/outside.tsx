import type { ReactNode } from 'react'
import { useLanguage, useText } from '../language/language.ts'
import { changePreferences } from '../session/preferences.ts'
import './first-visit.css'

/** The page around what is shown before signing in. */
export function Outside({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const text = useText()
  const language = useLanguage()
  return (
    <div className="outside">
      <header className="outside-head">
        <span className="mark" aria-hidden="true">
          闭
          <br />环
        </span>
        <strong>{text.product}</strong>
        <button
          type="button"
          className="button button-quiet"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => void changePreferences({ language: language === 'en' ? 'zh' : 'en' })}
        >
          {text.frame.otherLanguage}
        </button>
      </header>
      <main className="card outside-card">
        <h1>{title}</h1>
        {lead ? <p className="quiet">{lead}</p> : null}
        {children}
      </main>
    </div>
  )
}
