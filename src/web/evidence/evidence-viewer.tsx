import { useEffect, useRef, useState } from 'react'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { addressOfFile, type Evidence, type EvidenceList } from './evidence-query.ts'
import { PicturePair } from './picture-pair.tsx'
import { evidenceTexts } from './texts.ts'

type EvidenceViewerProps = {
  pieces: readonly Evidence[]
  current: number
  list: EvidenceList
  onCurrent: (id: number) => void
  onClose: () => void
}

const zooms = [1, 1.5, 2, 3, 4]

/** One piece large over the page: pictures with zoom and their pair, PDF and video by the browser; keys walk through all. */
export function EvidenceViewer({ pieces, current, list, onCurrent, onClose }: EvidenceViewerProps) {
  const text = useTextOf(evidenceTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  const [zoom, setZoom] = useState(0)
  const [comparing, setComparing] = useState(true)
  const at = Math.max(
    0,
    pieces.findIndex(({ id }) => id === current),
  )
  const piece = pieces[at]
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) element.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture begins whole
  useEffect(() => setZoom(0), [current])
  const after = pieces.find(({ beforeId }) => beforeId === current) ?? (piece?.beforeId == null ? undefined : piece)
  const before = pieces.find(({ id }) => id === after?.beforeId)
  const go = (by: number) => {
    const next = pieces[at + by]
    if (next) onCurrent(next.id)
  }
  const scale = (by: number) => setZoom((now) => Math.min(zooms.length - 1, Math.max(0, now + by)))
  const keys: { [key: string]: () => void } = {
    arrowleft: () => go(-1),
    k: () => go(-1),
    arrowright: () => go(1),
    j: () => go(1),
    '+': () => scale(1),
    '=': () => scale(1),
    '-': () => scale(-1),
    '0': () => setZoom(0),
    b: () => setComparing(!comparing),
  }
  const latest = useRef(keys)
  latest.current = keys
  // On the page and not on the dialog: what had the focus may be gone with the picture it belonged to.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isSlider = event.target instanceof HTMLInputElement
      const run = latest.current[event.key.toLowerCase()]
      if (!run || event.ctrlKey || event.metaKey || event.altKey || (isSlider && event.key.startsWith('Arrow'))) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  if (!piece) return null
  const paired = before !== undefined && after !== undefined && comparing
  return (
    <dialog
      ref={dialog}
      className="evidence-viewer"
      aria-label={text.viewer.label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <p className="evidence-viewer-name">
          <strong className="cut">{piece.name}</strong>
          <span className="figure">{text.viewer.at(at + 1, pieces.length)}</span>
        </p>
        <div className="evidence-viewer-acts">
          {piece.kind === 'image' && !paired ? (
            <>
              <Button aria-label={text.viewer.smaller} onClick={() => scale(-1)}>
                −
              </Button>
              <Button aria-label={text.viewer.larger} onClick={() => scale(1)}>
                +
              </Button>
            </>
          ) : null}
          {before && after ? (
            <Button onClick={() => setComparing(!comparing)}>
              {comparing ? text.viewer.single : text.viewer.compare}
            </Button>
          ) : null}
          <a
            className="button button-plain"
            href={addressOfFile(piece.id, {
              download: piece.kind === 'image' && list.pictures ? 'marked' : 'original',
            })}
            download
            title={text.originalNote}
          >
            {piece.kind === 'image' && list.pictures ? text.marked : text.original}
          </a>
          <Button onClick={onClose}>{text.viewer.close}</Button>
        </div>
      </header>
      <div className="evidence-stage">
        {paired ? (
          <PicturePair key={after.id} before={before} after={after} />
        ) : (
          <Shown key={piece.id} piece={piece} zoom={zooms[zoom] ?? 1} />
        )}
      </div>
      <footer>
        <Button onClick={() => go(-1)} disabled={at === 0}>
          ‹ {text.viewer.previous}
        </Button>
        <p className="cut">{piece.caption ?? <span className="evidence-keys">{text.viewer.keys}</span>}</p>
        <Button onClick={() => go(1)} disabled={at === pieces.length - 1}>
          {text.viewer.next} ›
        </Button>
      </footer>
    </dialog>
  )
}

function Shown({ piece, zoom }: { piece: Evidence; zoom: number }) {
  const text = useTextOf(evidenceTexts)
  const [broken, setBroken] = useState(false)
  if (broken) return <p>{text.viewer.broken}</p>
  if (piece.kind === 'image')
    return (
      <div className="evidence-picture" tabIndex={zoom > 1 ? 0 : -1}>
        <img
          style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
          src={addressOfFile(piece.id, { size: 'preview' })}
          alt={piece.caption ?? piece.name}
          onError={() => setBroken(true)}
        />
      </div>
    )
  if (piece.kind === 'pdf') return <iframe src={addressOfFile(piece.id)} title={piece.name} />
  if (piece.kind === 'video')
    // biome-ignore lint/a11y/useMediaCaption: what was filmed on site has no captions
    return <video src={addressOfFile(piece.id)} controls aria-label={piece.name} onError={() => setBroken(true)} />
  return <p>{text.viewer.noPreview}</p>
}
