import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { chosenExtensions } from '../../core/evidence/file-type.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { SendingList } from './sending-list.tsx'
import { evidenceTexts } from './texts.ts'
import { type SendFile, useUploads } from './use-uploads.ts'
import './evidence.css'

type FileDropProps = {
  /** What the place is for. */
  label: string
  limitMb: number
  send: SendFile
  /** Says how many came, when the last one is through. */
  added: (count: number) => string
}

/** Where files come in: dropped, pasted, chosen or taken by the camera, many at once. */
export function FileDrop({ label, limitMb, send, added }: FileDropProps) {
  const text = useTextOf(evidenceTexts).drop
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const { list, add, cancel, retry, clear } = useUploads(send, (file) => {
    if (file.size === 0) return text.empty(file.name)
    return file.size > limitMb * 1024 * 1024 ? text.tooLarge(file.name, limitMb) : null
  })
  useAnnouncedEnd(
    list.some(({ state }) => state === 'waiting' || state === 'sending'),
    list.filter(({ state, arrived }) => state === 'done' && arrived?.repeated === false).length,
    added,
  )

  const latest = useRef(add)
  latest.current = add
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      const here = place.current
      // With several places on a page, only the one that has the focus is meant.
      const meant = document.querySelectorAll('.evidence-drop').length === 1 || here?.contains(document.activeElement)
      if (files.length === 0 || !meant || here?.closest('[hidden]')) return
      event.preventDefault()
      latest.current(files.map((file) => named(file, text.screenshot)))
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [text])

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const choose = (inputId: string) => document.getElementById(inputId)?.click()
  const input = (inputId: string, label: string, more: object) => (
    <input
      {...more}
      id={inputId}
      type="file"
      className="visually-hidden"
      tabIndex={-1}
      aria-label={label}
      onChange={(event) => {
        add([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
  return (
    <div className="evidence-adding no-print" ref={place}>
      <section
        className={over ? 'evidence-drop evidence-drop-over' : 'evidence-drop'}
        aria-label={label}
        onDrop={onDrop}
        onDragOver={onDrag}
        onDragEnter={onDrag}
        onDragLeave={() => setOver(false)}
      >
        <p className="evidence-invite">{text.invite}</p>
        <p className="evidence-ways">
          <Button onClick={() => choose(`${id}-files`)}>{text.choose}</Button>
          <Button className="evidence-camera" title={text.camerasNote} onClick={() => choose(`${id}-camera`)}>
            {text.camera}
          </Button>
        </p>
        <p className="small quiet">{text.formats(limitMb)}</p>
        {input(`${id}-files`, text.choose, { multiple: true, accept: chosenExtensions.join(',') })}
        {input(`${id}-camera`, text.camera, { accept: 'image/*', capture: 'environment' })}
      </section>
      <SendingList list={list} onCancel={cancel} onRetry={retry} onClear={clear} />
    </div>
  )
}

/** Says once what came of all files, when the last one is through. */
function useAnnouncedEnd(isBusy: boolean, count: number, added: (count: number) => string): void {
  const before = useRef(0)
  const sentence = useRef(added)
  sentence.current = added
  useEffect(() => {
    if (isBusy) return
    if (count > before.current) announce(sentence.current(count - before.current))
    before.current = count
  }, [isBusy, count])
}

/** Browsers call every pasted picture `image.png`. */
function named(file: File, nameOf: (moment: string) => string): File {
  if (!/^image\.\w+$/.test(file.name)) return file
  const moment = momentText(new Date().toISOString()).replace(':', '.')
  return new File([file], `${nameOf(moment)}${file.name.slice(5)}`, { type: file.type })
}
