/** What a file is, told by its bytes alone. Its name is not asked. */
import { fileTypeFromBuffer } from 'file-type'
import { type FoundType, foundTypes } from '../../core/evidence/file-type.ts'
import { Refusal } from '../../core/refusal.ts'

/** Most formats are told by their first bytes; packages name their parts in the first of them. */
export const sniffedBytes = 1 << 17

/** Names of the streams that each old Office format has, as they stand in its directory. */
const streams: readonly [string, FoundType | 'encrypted'][] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
]

/**
 * @param head the first {@link sniffedBytes}
 * @param rest reads all bytes; asked only for containers of old Office formats, whose directory lies anywhere
 * @throws Refusal `evidence.encrypted`
 */
export async function foundType(
  head: Uint8Array,
  rest: () => AsyncIterable<Uint8Array>,
): Promise<FoundType | { other: string }> {
  const latin = new TextDecoder('latin1').decode(head)
  // The index of an OFD package comes first; the library knows it as a bare ZIP.
  if (latin.startsWith('PK\u0003\u0004') && latin.includes('OFD.xml')) return 'ofd'
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found?.ext === 'cfb') return compoundFile(rest())
  if (found !== undefined) {
    const { ext } = found
    if (ext === 'heif') return 'heic'
    if (ext === 'm4v') return 'mp4'
    return ext in foundTypes ? (ext as FoundType) : { other: ext.toUpperCase() }
  }
  return isText(head, latin) ? textOf(latin) : { other: '?' }
}

async function compoundFile(chunks: AsyncIterable<Uint8Array>): Promise<FoundType | { other: string }> {
  const wanted = streams.map(([name, type]) => ({ name: [...name].join('\0'), type }))
  const seen = new Set<FoundType | 'encrypted'>()
  let tail = ''
  for await (const chunk of chunks) {
    const text = tail + new TextDecoder('latin1').decode(chunk)
    for (const { name, type } of wanted) if (text.includes(name)) seen.add(type)
    tail = text.slice(-64)
  }
  if (seen.has('encrypted')) throw new Refusal('evidence.encrypted')
  const [type] = seen
  return type === undefined || type === 'encrypted' ? { other: 'OLE' } : type
}

/** UTF-8 or an old Chinese encoding: no control characters but those of text; UTF-16 with its mark. */
function isText(head: Uint8Array, latin: string): boolean {
  if (latin.startsWith('\u00ff\u00fe') || latin.startsWith('\u00fe\u00ff')) return true
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1a)
}

/** Text that a browser or a program might run is not plain. */
function textOf(latin: string): FoundType | { other: string } {
  const start = latin
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart()
    .toLowerCase()
  if (/<svg[\s>]/.test(start.slice(0, 4096))) return { other: 'SVG' }
  if (/^<(?:!doctype|html|head|body|script|\?xml|!--)/.test(start))
    return { other: start.startsWith('<?xml') ? 'XML' : 'HTML' }
  return start.startsWith('#!') ? { other: 'SCRIPT' } : 'txt'
}
