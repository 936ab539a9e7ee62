import { useText } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { copyText } from '../parts/copy-text.ts'

/** A number or code that a click copies. */
export function CopyNumber({ number }: { number: string }) {
  const text = useText()
  const copy = async () => {
    if (await copyText(number)) announce(text.record.numberCopied(number))
    else announce(text.common.copyFailed, { problem: true })
  }
  return (
    <button
      type="button"
      className="copy-number figure"
      aria-label={text.record.copyNumber(number)}
      title={text.record.copyNumber(number)}
      onClick={() => void copy()}
    >
      {number}
    </button>
  )
}
