/** Which files may prove something: what their bytes are, compared with what their name says. */
import { type Facts, Refusal } from '../refusal.ts'

/** How a page shows it. */
export const evidenceKinds = ['image', 'pdf', 'video', 'document'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Names that say the same about a file: the bytes must be of the group that the extension is of. */
type Group = 'image' | 'pdf' | 'text' | 'sheet' | 'slides' | 'layout' | 'plain' | 'video'

/** What the bytes were found to be. */
export const foundTypes = {
  jpg: { group: 'image', mediaType: 'image/jpeg' },
  png: { group: 'image', mediaType: 'image/png' },
  webp: { group: 'image', mediaType: 'image/webp' },
  gif: { group: 'image', mediaType: 'image/gif' },
  heic: { group: 'image', mediaType: 'image/heic' },
  pdf: { group: 'pdf', mediaType: 'application/pdf' },
  docx: { group: 'text', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  doc: { group: 'text', mediaType: 'application/msword' },
  xlsx: { group: 'sheet', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  xls: { group: 'sheet', mediaType: 'application/vnd.ms-excel' },
  pptx: { group: 'slides', mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  ppt: { group: 'slides', mediaType: 'application/vnd.ms-powerpoint' },
  ofd: { group: 'layout', mediaType: 'application/ofd' },
  txt: { group: 'plain', mediaType: 'text/plain' },
  mp4: { group: 'video', mediaType: 'video/mp4' },
  mov: { group: 'video', mediaType: 'video/quicktime' },
} as const satisfies Record<string, { group: Group; mediaType: string }>
export type FoundType = keyof typeof foundTypes

/** Extensions beside those above: old names, and those of WPS. */
const alike: Readonly<Record<string, FoundType>> = {
  jpeg: 'jpg',
  jfif: 'jpg',
  heif: 'heic',
  wps: 'doc',
  et: 'xls',
  dps: 'ppt',
  csv: 'txt',
  m4v: 'mp4',
}

/** For the file chooser. */
export const chosenExtensions: readonly string[] = [...Object.keys(foundTypes), ...Object.keys(alike)].map(
  (extension) => `.${extension}`,
)

const isFound = (word: string): word is FoundType => word in foundTypes

const promisedBy = (extension: string): FoundType | null =>
  isFound(extension) ? extension : (alike[extension] ?? null)

/**
 * What may be kept, under which name and type.
 * @param found what the bytes are; another word (`ZIP`, `HTML`) when that is nothing that is taken
 * @throws Refusal `evidence.unknownType`, `evidence.notAsNamed`
 */
export function judgeFile(found: FoundType | { other: string }, name: string): { name: string; mediaType: string } {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const promised = promisedBy(extension)
  const facts = (word: string): Facts => ({ name, found: word, extension })
  if (typeof found !== 'string')
    throw new Refusal(promised === null ? 'evidence.unknownType' : 'evidence.notAsNamed', facts(found.other))
  if (promised === null) {
    if (extension === '' || found !== 'txt') return { name: `${name}.${found}`, mediaType: foundTypes[found].mediaType }
    throw new Refusal('evidence.unknownType', facts('TXT'))
  }
  if (foundTypes[promised].group !== foundTypes[found].group)
    throw new Refusal('evidence.notAsNamed', facts(found.toUpperCase()))
  return { name, mediaType: extension === 'csv' ? 'text/csv' : foundTypes[found].mediaType }
}

export function kindOf(mediaType: string): EvidenceKind {
  if (mediaType.startsWith('image/')) return 'image'
  if (mediaType.startsWith('video/')) return 'video'
  return mediaType === 'application/pdf' ? 'pdf' : 'document'
}
