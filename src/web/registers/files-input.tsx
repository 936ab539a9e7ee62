import { useRef } from 'react'
import type { EntryFile, Field } from '../../core/registers/field.ts'
import { upload } from '../api.ts'
import { FileDrop } from '../evidence/file-drop.tsx'
import { fileSize } from '../evidence/file-size.ts'
import { useTextOf } from '../language/language.ts'
import type { FieldInputProps } from './field-props.ts'
import { texts } from './texts.ts'

const limitMb = 50

/** Files of an entry: taken in at once, attached when the entry is saved. */
export function FilesInput(props: FieldInputProps<Extract<Field, { type: 'files' }>>) {
  const { label, hint, error, value, onValue } = props
  const text = useTextOf(texts)
  const files = Array.isArray(value) ? (value as EntryFile[]) : []
  // Two that arrive at the same moment are both kept.
  const latest = useRef(files)
  latest.current = files
  const put = (next: EntryFile[]) => {
    latest.current = next
    onValue(next.length === 0 ? undefined : next)
  }
  return (
    <section className="field files-input" aria-label={label}>
      <p className="field-name">{label}</p>
      {hint ? <p className="field-hint">{hint}</p> : null}
      {files.length > 0 ? (
        <ul className="chosen-list">
          {files.map((file) => (
            <li key={file.sha256}>
              <span className="cut">{file.name}</span>
              <span className="quiet small">{fileSize(file.size)}</span>
              <button
                type="button"
                aria-label={text.takeOut(file.name)}
                onClick={() => put(latest.current.filter(({ sha256 }) => sha256 !== file.sha256))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <FileDrop
        label={text.addFiles(label)}
        limitMb={limitMb}
        added={text.filesAdded}
        send={async (file, { onPart, signal }) => {
          const arrived = await upload('POST /api/entry-files', file, onPart, { signal })
          const repeated = latest.current.some(({ sha256 }) => sha256 === arrived.sha256)
          if (!repeated) put([...latest.current, arrived])
          return { repeated, words: repeated ? text.fileRepeated : null }
        }}
      />
      {error ? <p className="field-error">{error}</p> : null}
    </section>
  )
}
