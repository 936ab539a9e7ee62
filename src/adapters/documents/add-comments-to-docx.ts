/**
 * The Word file that came in, with every diagnostic as a comment at its place and nothing else changed: fonts, tables, seals, tracked
 * changes and earlier comments stay. Runs are cut where a comment begins or ends (ECMA-376 Part 1, 17.13.4).
 */
import { strToU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import type { Diagnostic, Language } from '../../core/proofread/diagnostic.ts'
import { type Border, cutText } from './comment-marks.ts'
import { commentAuthor, commentInitials, commentText, type FixOf } from './comment-text.ts'
import { anchorOf } from './docx-anchors.ts'
import { findParts } from './docx-package.ts'
import { docxText, lineText } from './docx-text.ts'
import { escapeXml } from './legal-xml.ts'
import { decodeXml, readXml, xmlTree } from './xml-reader.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'

/**
 * `bytes` must have been read by `readDocument`, whose lines the diagnostics speak of. Null when the document has no place for a
 * comment (all its text in text boxes) or another part of it, say a picture, is damaged: write a new file then.
 */
export function addCommentsToDocx(
  bytes: Uint8Array,
  diagnostics: readonly Diagnostic[],
  language: Language,
  fixOf: FixOf = () => null,
  writtenAt: Date = new Date(),
): Uint8Array | null {
  const parts = findParts(bytes)
  const lines = docxText(parts)
  const texts = lines.map(lineText)
  const files = unpackAll(bytes)
  if (files === null) return null
  const { paths } = parts
  const commentsPath = paths.comments ?? `${paths.folder}comments.xml`
  const before = files[commentsPath]
  const firstId = before ? nextCommentId(before) : 0

  const borders = new Map<number, Border[]>()
  for (const [at, diagnostic] of diagnostics.entries()) {
    const anchor = anchorOf(lines, diagnostic)
    if (anchor === null) return null
    const comment = firstId + at
    for (const [kind, { node, offset }] of [
      ['start', anchor.start],
      ['end', anchor.end],
    ] as const) {
      const there = borders.get(node) ?? []
      borders.set(node, there)
      there.push({ offset, kind, comment })
    }
  }
  const { source, namespace } = withBorders(parts.document, borders)
  const comments = diagnostics.map((diagnostic, at) => {
    const paragraphs = commentText(texts, diagnostic, fixOf(diagnostic.code, language), language)
    return commentXml(firstId + at, paragraphs, language, namespace, writtenAt)
  })
  files[paths.document] = strToU8(source)
  files[commentsPath] = appended(before ?? strToU8(`<w:comments xmlns:w="${namespace}"/>`), comments.join(''))
  if (!before) {
    files[CONTENT_TYPES] = appended(
      files[CONTENT_TYPES] ?? strToU8(`<Types xmlns="${PACKAGE}/content-types"/>`),
      `<Override xmlns="${PACKAGE}/content-types" PartName="/${commentsPath}" ContentType="${COMMENTS_TYPE}"/>`,
    )
    files[paths.relations] = appended(
      files[paths.relations] ?? strToU8(`<Relationships xmlns="${PACKAGE}/relationships"/>`),
      `<Relationship xmlns="${PACKAGE}/relationships" Id="bihuanComments" Type="${COMMENTS_RELATION}" Target="/${commentsPath}"/>`,
    )
  }
  return zipSync(files)
}

function unpackAll(bytes: Uint8Array): Unzipped | null {
  try {
    return unzipSync(bytes)
  } catch {
    return null
  }
}

/** One more than the largest number of a comment in the file. */
function nextCommentId(comments: Uint8Array): number {
  const ids = xmlTree(comments).children.map(({ attributes }) => Number(attributes.id))
  return ids.reduce((largest, id) => (Number.isSafeInteger(id) ? Math.max(largest, id) : largest), -1) + 1
}

function commentXml(
  id: number,
  paragraphs: readonly string[],
  language: Language,
  namespace: string,
  at: Date,
): string {
  const text = paragraphs.map(
    (line) =>
      `<w:p><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
  )
  const who = `w:author="${commentAuthor[language]}" w:initials="${commentInitials[language]}" w:date="${at.toISOString()}"`
  return `<w:comment xmlns:w="${namespace}" w:id="${id}" ${who}>${text.join('')}</w:comment>`
}

/** `xml` with `more` as the last children of its root. */
function appended(xml: Uint8Array, more: string): Uint8Array<ArrayBuffer> {
  const text = decodeXml(xml)
  const end = text.lastIndexOf('</')
  if (end >= 0) return strToU8(text.slice(0, end) + more + text.slice(end))
  const root = /<([\w:.-]+)[^<>]*\/>\s*$/.exec(text)
  if (!root) return strToU8(text)
  return strToU8(`${text.trimEnd().slice(0, -2)}>${more}</${root[1]}>`)
}

type Run = { openTag: string; rawName: string; properties: string }

/** The source of the main part with the borders of comments in it, and the namespace of its elements. */
function withBorders(
  document: Uint8Array,
  borders: ReadonlyMap<number, readonly Border[]>,
): { source: string; namespace: string } {
  const source = decodeXml(document)
  let result = ''
  let copied = 0
  let namespace = ''
  let prefix = ''
  const path: { name: string; start: number }[] = []
  const runs: Run[] = []
  let node = -1
  let text = ''

  const marked = (run: Run): string => {
    const name = (local: string) => `${prefix}${local}`
    const declared = prefix === 'w:' ? '' : ` xmlns:w="${namespace}"`
    let inRun = true
    const parts = cutText(text, borders.get(node) ?? []).map((part) => {
      const close = inRun && part.kind !== 'text' ? `</${run.rawName}>` : ''
      const open = !inRun && part.kind === 'text' ? run.openTag + run.properties : ''
      inRun = part.kind === 'text'
      if (part.kind === 'text')
        return `${open}<${name('t')} xml:space="preserve">${escapeXml(part.text)}</${name('t')}>`
      const id = `${declared} w:id="${part.comment}"/>`
      if (part.kind === 'start') return `${close}<${name('commentRangeStart')}${id}`
      return `${close}<${name('commentRangeEnd')}${id}<${name('r')}><${name('commentReference')}${id}</${name('r')}>`
    })
    return parts.join('') + (inRun ? '' : run.openTag + run.properties)
  }

  readXml(document, {
    open: (name, attributes, { rawName, end }) => {
      const start = source.lastIndexOf('<', end - 1)
      if (path.length === 0) {
        prefix = rawName.slice(0, rawName.length - name.length)
        namespace = attributes[prefix === '' ? 'xmlns' : prefix.slice(0, -1)] ?? ''
      }
      path.push({ name, start })
      if (name === 'r') runs.push({ openTag: source.slice(start, end), rawName, properties: '' })
      if (name === 't') {
        node++
        text = ''
      }
    },
    text: (value) => {
      if (path.at(-1)?.name === 't') text += value
    },
    close: (name, { end }) => {
      const { start = 0 } = path.pop() ?? {}
      const run = runs.at(-1)
      if (name === 'rPr' && path.at(-1)?.name === 'r' && run) run.properties = source.slice(start, end)
      if (name === 'r') runs.pop()
      if (name !== 't' || !run || !borders.has(node)) return
      result += source.slice(copied, start) + marked(run)
      copied = end
    },
  })
  // What was decoded is written as UTF-8, whatever the part was in.
  const whole = (result + source.slice(copied)).replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')
  return { source: whole, namespace }
}
