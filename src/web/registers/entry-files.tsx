import { useState } from 'react'
import type { EntryFile } from '../../core/registers/field.ts'
import { fileSize } from '../evidence/file-size.ts'
import { useTextOf } from '../language/language.ts'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { addressOfEntryFile } from './register-queries.ts'
import { texts } from './texts.ts'

type EntryFilesProps = { entryId: number; title: string; files: readonly EntryFile[] }

const isPicture = ({ mediaType }: EntryFile): boolean => mediaType.startsWith('image/')
const isShown = (file: EntryFile): boolean => isPicture(file) || file.mediaType === 'application/pdf'

/** Files of an entry: pictures small, everything to be looked at or taken home. */
export function EntryFiles({ entryId, title, files }: EntryFilesProps) {
  const text = useTextOf(texts)
  const [open, setOpen] = useState<EntryFile | null>(null)
  const address = (file: EntryFile, wish = {}) => addressOfEntryFile(entryId, file.sha256, wish)
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="entry-files">
        {files.map((file) => (
          <li key={file.sha256}>
            {isShown(file) ? (
              <button
                type="button"
                className="evidence-open"
                aria-label={text.look(file.name)}
                onClick={() => setOpen(file)}
              >
                {isPicture(file) ? (
                  <img src={address(file, { size: 'thumbnail' })} alt="" loading="lazy" />
                ) : (
                  <span className="evidence-kind">PDF</span>
                )}
              </button>
            ) : null}
            <span className="cut" title={file.name}>
              {file.name}
            </span>
            <span className="small quiet figure">
              {fileSize(file.size)}{' '}
              <a
                className="no-print"
                href={address(file, isPicture(file) ? { download: 'marked' } : {})}
                download={file.name}
                aria-label={text.download(file.name)}
              >
                {text.downloadWord}
              </a>
            </span>
          </li>
        ))}
      </ul>
      {open ? (
        <Dialog
          wide
          title={open.name}
          onClose={() => setOpen(null)}
          actions={<Button onClick={() => setOpen(null)}>{text.close}</Button>}
        >
          <div className="entry-file-stage">
            {isPicture(open) ? (
              <img src={address(open, { size: 'preview' })} alt={open.name} />
            ) : (
              <iframe src={address(open)} title={open.name} />
            )}
          </div>
        </Dialog>
      ) : null}
    </section>
  )
}
