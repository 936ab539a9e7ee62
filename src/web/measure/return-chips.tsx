import type { RefObject } from 'react'
import { useTextOf } from '../language/language.ts'
import { measureTexts } from './texts.ts'

type ReturnChipsProps = {
  words: string
  onWords: (words: string) => void
  field: RefObject<HTMLTextAreaElement | null>
}

/** Frequent reasons for a return: a click adds one to the words, where it can be made more exact. */
export function ReturnChips({ words, onWords, field }: ReturnChipsProps) {
  const { returnChips } = useTextOf(measureTexts)
  return (
    <div className="chips">
      {returnChips
        .filter((chip) => !words.includes(chip))
        .map((chip) => (
          <button
            key={chip}
            type="button"
            className="return-chip"
            onClick={() => {
              onWords(words.trim() === '' ? chip : `${words.trimEnd().replace(/[。；;.]$/, '')}；${chip}`)
              field.current?.focus()
            }}
          >
            {chip}
          </button>
        ))}
    </div>
  )
}
