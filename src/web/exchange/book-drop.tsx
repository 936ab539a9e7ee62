import { type DragEvent, useId, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { texts } from './texts.ts'

type BookDropProps = {
  label: string
  busy: boolean
  /** What is going on meanwhile. */
  status: string
  onFile: (file: File) => void
}

/** Where one sheet comes in: dropped or chosen. */
export function BookDrop({ label, busy, status, onFile }: BookDropProps) {
  const text = useTextOf(texts)
  const id = useId()
  const [over, setOver] = useState(false)
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={over ? 'exchange-drop exchange-over' : 'exchange-drop'}
      aria-label={label}
      aria-busy={busy}
      onDragOver={onDrag}
      onDragEnter={onDrag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file && !busy) onFile(file)
      }}
    >
      {busy ? (
        <p role="status">{status}</p>
      ) : (
        <p>
          <span className="exchange-invite">{text.drop}</span>
          <Button onClick={() => document.getElementById(id)?.click()}>{label}</Button>
        </p>
      )}
      <input
        id={id}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </section>
  )
}
