/**
 * XML as events or as a tree of elements, by saxes. Names come without prefix: the parts of a Word file use few vocabularies and
 * producers choose prefixes freely. A document type declaration is refused, so no entity is ever declared, let alone expanded.
 */
import { SaxesParser } from 'saxes'
import { Refusal } from '../../core/refusal.ts'

export type XmlAttributes = Readonly<Record<string, string>>
/** A tag as it stands in the source: its name with prefix, and where it ends (index of the first character after `>`). */
export type XmlTag = { rawName: string; end: number }
export type XmlHandlers = {
  open: (name: string, attributes: XmlAttributes, tag: XmlTag) => void
  close: (name: string, tag: XmlTag) => void
  text?: (text: string) => void
}
export type XmlElement = { name: string; attributes: XmlAttributes; children: XmlElement[] }

const CHUNK_BYTES = 1 << 16

/** Reads `bytes` (UTF-8, or UTF-16 with a byte order mark). Throws `document.damaged` when they are not well-formed XML. */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser()
  parser.on('error', damaged)
  parser.on('doctype', damaged)
  const place = (rawName: string): XmlTag => ({ rawName, end: parser.position })
  parser.on('opentag', ({ name, attributes }) => handlers.open(localName(name), localNames(attributes), place(name)))
  parser.on('closetag', ({ name }) => handlers.close(localName(name), place(name)))
  if (handlers.text) parser.on('text', handlers.text)
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  const decode = (part: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(part, { stream })
    } catch {
      return damaged()
    }
  }
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    parser.write(decode(bytes.subarray(at, at + CHUNK_BYTES), true))
  parser.write(decode(new Uint8Array(), false)).close()
}

/** The whole source of an XML part as text; {@link XmlTag} places are indices into it. Throws `document.damaged`. */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return damaged()
  }
}

/** The root element with everything below it, text left out. */
export function xmlTree(bytes: Uint8Array): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [top]
  readXml(bytes, {
    open: (name, attributes) => {
      const element: XmlElement = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    close: () => open.pop(),
  })
  return top.children[0] ?? damaged()
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The `w:val` of a child, the way Word writes most properties. */
export function propertyOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.val
}

function damaged(): never {
  throw new Refusal('document.damaged')
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function localNames(attributes: XmlAttributes): XmlAttributes {
  const local: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(attributes)) local[localName(name)] = value
  return local
}
