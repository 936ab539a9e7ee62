import type { ReactNode } from 'react'
import type { Light } from '../../core/deadline/light.ts'
import { languageNow, useTextOf } from '../language/language.ts'
import './light-mark.css'

/** Shape and word, so that it reads in black and white too. */
export function LightMark({ light, wordless = false }: { light: Light; wordless?: boolean }) {
  const word = useTextOf(lightTexts)[light]
  return (
    <span className={`light light-${light}`} {...(wordless ? { title: word } : {})}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {shapes[light]}
      </svg>
      {wordless ? <span className="visually-hidden">{word}</span> : word}
    </span>
  )
}

const lightTexts: Record<'zh' | 'en', Record<Light, string>> = {
  zh: { red: '逾期', yellow: '临期', green: '正常', blue: '已销号', grey: '未启动' },
  en: { red: 'Overdue', yellow: 'Near', green: 'On time', blue: 'Done', grey: 'Not begun' },
}

/** Words of the lights in the language of the page. */
export const lightWords = (): Record<Light, string> => lightTexts[languageNow()]

const shapes: Record<Light, ReactNode> = {
  red: <circle cx="7" cy="7" r="5.5" className="filled" />,
  yellow: <path d="M7 1.5 13 12.5H1Z" className="filled" />,
  green: <path d="M2.5 2.5h9v9h-9Z" className="filled" />,
  blue: <path d="m2 7.5 3.4 3.5L12 3.5" className="outline thick" />,
  grey: <circle cx="7" cy="7" r="4.8" className="outline" />,
}
