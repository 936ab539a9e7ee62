import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useId, useRef, useState } from 'react'
import { call, upload } from '../api.ts'
import { useText } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { FormProblem } from '../parts/field.tsx'
import { sentenceOf } from '../session/sentence-of.ts'

/** Import by dropping a file right here, choosing it, or pasting text; leads to the review of what was read. */
export function NoticeCard() {
  const text = useText().welcome
  const common = useText().common
  const navigate = useNavigate()
  const pasteId = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  const [pasted, setPasted] = useState('')
  const [progress, setProgress] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async (create: () => Promise<{ id: number }>) => {
    setProblem(null)
    try {
      const { id } = await create()
      await navigate({ to: '/imports/$id', params: { id: String(id) } })
    } catch (refusal) {
      setProblem(sentenceOf(refusal))
    }
    setProgress(null)
  }
  const send = (file: File) =>
    run(() => {
      setProgress(text.uploading(file.name, 0))
      return upload('POST /api/imports', file, (part) =>
        setProgress(part < 1 ? text.uploading(file.name, Math.floor(part * 100)) : text.parsing(file.name)),
      )
    })
  const take = (files: FileList | null) => {
    const [first, second] = files ?? []
    if (second) return setProblem(text.oneFile)
    if (first) void send(first)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (progress === null) take(event.dataTransfer.files)
  }
  const sendPasted = () => {
    if (!pasted.trim()) return setProblem(text.pasteEmpty)
    setProgress(text.parsing(text.paste))
    void run(() => call('POST /api/imports/text', { body: { text: pasted } }))
  }
  return (
    <section className="card way way-notice" aria-labelledby="way-notice">
      <h2 id="way-notice">{text.noticeTitle}</h2>
      <p className="quiet">{text.noticeText}</p>
      {pasting ? (
        <div className="way-paste">
          <label htmlFor={pasteId} className="small quiet">
            {text.pasteLabel}
          </label>
          <textarea
            id={pasteId}
            className="text-area"
            rows={8}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
          <div className="way-acts">
            <Button look="primary" busy={progress !== null} onClick={sendPasted}>
              {progress ?? text.pasteSubmit}
            </Button>
            <Button look="quiet" onClick={() => setPasting(false)}>
              {common.back}
            </Button>
          </div>
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's
        <div
          className={over ? 'drop drop-over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          {progress === null ? (
            <>
              <p>{text.drop}</p>
              <Button look="primary" onClick={() => picker.current?.click()}>
                {text.choose}
              </Button>
              <p className="small quiet">{text.formats}</p>
            </>
          ) : (
            <p role="status">{progress}</p>
          )}
          <input
            ref={picker}
            type="file"
            hidden
            accept=".txt,.docx,.html,.htm,.pdf"
            aria-label={text.choose}
            onChange={(event) => {
              take(event.target.files)
              event.target.value = ''
            }}
          />
        </div>
      )}
      {problem ? <FormProblem>{problem}</FormProblem> : null}
      {pasting ? null : (
        <Button look="quiet" className="way-link" onClick={() => setPasting(true)}>
          {text.paste}
        </Button>
      )}
    </section>
  )
}
