/** What a file is, told by its bytes. The extension is only compared with it: a photo renamed `.docx` is refused by name. */
import { Refusal } from '../../core/refusal.ts'
import { type ZipEntry, zipDirectory } from './zip-directory.ts'

export const documentFormats = ['txt', 'html', 'docx', 'pdf'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** The formats that the extension promises; any other extension promises nothing. */
const PROMISED: Readonly<Record<string, DocumentFormat>> = {
  txt: 'txt',
  text: 'txt',
  md: 'txt',
  html: 'html',
  htm: 'html',
  shtml: 'html',
  xhtml: 'html',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
}
const NAMES: Readonly<Record<DocumentFormat, string>> = { txt: 'TXT', html: 'HTML', docx: 'DOCX', pdf: 'PDF' }

/**
 * Throws `document.notAsNamed` (fact `found`) when extension and content contradict each other, `document.unknownFormat` (`found`),
 * `document.encrypted`, `document.damaged`, `document.encoding` (`line`).
 */
export async function detectFormat(bytes: Uint8Array, fileName: string): Promise<DocumentFormat> {
  const promised = PROMISED[/\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? '']
  const found = await contentOf(bytes, promised)
  if (found.format === undefined)
    throw new Refusal(promised ? 'document.notAsNamed' : 'document.unknownFormat', found.facts)
  // A page may begin with anything; text with the extension of a page is one.
  if (found.format === 'txt' && promised === 'html') return 'html'
  if (promised !== undefined && promised !== found.format) {
    throw new Refusal('document.notAsNamed', { found: NAMES[found.format] })
  }
  return found.format
}

/** File types are told by their first bytes; what stands beyond these is for the readers to judge. */
const SNIFFED_BYTES = 1 << 16

type Content = { format: DocumentFormat } | { format: undefined; facts: { found: string } }
const other = (found: string): Content => ({ format: undefined, facts: { found } })

async function contentOf(bytes: Uint8Array, promised: DocumentFormat | undefined): Promise<Content> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (head.slice(0, 1024).includes('%PDF-')) return { format: 'pdf' }
  if (head.startsWith('PK\u0003\u0004')) return zipContent(zipDirectory(bytes))
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return compoundFileContent(bytes)
  if (head.startsWith('{\\rtf')) return other('RTF')
  const isUtf16 = head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff')
  if (isUtf16) return { format: looksLikeHtml(head.replaceAll('\u0000', '')) ? 'html' : 'txt' }
  const control = bytes.subarray(0, SNIFFED_BYTES).findIndex(isBinary)
  if (control < 0) return textContent(head)

  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes.subarray(0, SNIFFED_BYTES)).catch(() => undefined)
  if (type) return other(type.ext.toUpperCase())
  if (promised === 'docx' || promised === 'pdf') throw new Refusal('document.damaged')
  if (promised !== undefined) {
    throw new Refusal('document.encoding', {
      line: bytes.subarray(0, control).filter((byte) => byte === 0x0a).length + 1,
    })
  }
  return other('?')
}

/** Control characters that no text has: all but tab, line ends, form feed, escape and the end-of-file mark of old systems. */
const isBinary = (byte: number): boolean =>
  byte < 0x20 &&
  byte !== 0x09 &&
  byte !== 0x0a &&
  byte !== 0x0b &&
  byte !== 0x0c &&
  byte !== 0x0d &&
  byte !== 0x1a &&
  byte !== 0x1b

/** The beginning of a file with byte order mark, XML declaration and leading comments taken off. */
function withoutProlog(head: string): string {
  let rest = head.replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/, '').trimStart()
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : null
    if (end === null) return rest
    const at = rest.indexOf(end)
    if (at < 0) return ''
    rest = rest.slice(at + end.length).trimStart()
  }
}

const looksLikeHtml = (head: string): boolean =>
  /^<(!doctype\s+html|html|head|body|meta|title|div|table|p)\b/i.test(withoutProlog(head))

function textContent(head: string): Content {
  if (looksLikeHtml(head)) return { format: 'html' }
  // Word and browsers save a page with its pictures as one mail message, often under the name .doc.
  if (/^\s*(MIME-Version:|From: <Saved by)/i.test(head)) return other('MHTML')
  return /^(\u00ef\u00bb\u00bf)?\s*<\?xml\b/.test(head) ? other('XML') : { format: 'txt' }
}

function zipContent(entries: readonly ZipEntry[]): Content {
  const has = (start: string): boolean => entries.some(({ name }) => name.startsWith(start))
  if (has('word/')) return { format: 'docx' }
  if (has('xl/')) return other('XLSX')
  if (has('ppt/')) return other('PPTX')
  if (has('OFD.xml')) return other('OFD')
  if (has('mimetype') && has('content.xml')) return other('OpenDocument')
  return other('ZIP')
}

/** Old Office files, WPS files and locked new ones share one container; the locked ones name their stream. */
function compoundFileContent(bytes: Uint8Array): Content {
  const names = new TextDecoder('latin1').decode(bytes).replaceAll('\u0000', '')
  if (names.includes('EncryptedPackage')) throw new Refusal('document.encrypted')
  if (names.includes('WordDocument')) return other('DOC/WPS')
  return other(names.includes('Workbook') ? 'XLS/ET' : 'OLE')
}
