/** Which files may prove something, and under which names they come. */

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
export const alike: Readonly<Record<string, FoundType>> = {
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

export function kindOf(mediaType: string): EvidenceKind {
  if (mediaType.startsWith('image/')) return 'image'
  if (mediaType.startsWith('video/')) return 'video'
  return mediaType === 'application/pdf' ? 'pdf' : 'document'
}
