import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { chosenExtensions } from '../../core/evidence/file-type.ts'
import { useTextOf } from '../language/language.ts'
import { announce } from '../parts/announce.tsx'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment-text.ts'
import { type Evidence, evidenceChanged, evidenceQuery } from './evidence-query.ts'
import { SendingList } from './sending-list.tsx'
import { evidenceTexts } from './texts.ts'
import { useUploads } from './use-uploads.ts'
import './evidence.css'

type EvidenceDropProps = {
  measureId: number
  /** What the files prove. */
  targetId?: number
  /** Given the pieces as they arrive. */
  onAdded?: (evidence: Evidence[]) => void
}

/** Where files come in: dropped, pasted, chosen or taken by the camera, many at once. */
export function EvidenceDrop({ measureId, targetId, onAdded }: EvidenceDropProps) {
  const text = useTextOf(evidenceTexts).drop
  const client = useQueryClient()
  const limitMb = useQuery(evidenceQuery(measureId)).data?.limitMb ?? 50
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const { list, add, cancel, retry, clear } = useUploads(
    measureId,
    targetId,
    (file) => {
      if (file.size === 0) return text.empty(file.name)
      return file.size > limitMb * 1024 * 1024 ? text.tooLarge(file.name, limitMb) : null
    },
    (evidence, repeated) => {
      evidenceChanged(client, measureId)
      if (!repeated) onAdded?.([evidence])
    },
  )
  useAnnouncedEnd(list)

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
        aria-label={text.label}
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
function useAnnouncedEnd(list: readonly { state: string; repeated: boolean }[]): void {
  const text = useTextOf(evidenceTexts).drop
  const before = useRef(0)
  const isBusy = list.some(({ state }) => state === 'waiting' || state === 'sending')
  const count = list.filter(({ state, repeated }) => state === 'done' && !repeated).length
  useEffect(() => {
    if (isBusy) return
    if (count > before.current) announce(text.added(count - before.current))
    before.current = count
  }, [isBusy, count, text])
}

/** Browsers call every pasted picture `image.png`. */
function named(file: File, nameOf: (moment: string) => string): File {
  if (!/^image\.\w+$/.test(file.name)) return file
  const moment = momentText(new Date().toISOString()).replace(':', '.')
  return new File([file], `${nameOf(moment)}${file.name.slice(5)}`, { type: file.type })
}
