/** The parts of a Word file that its text is in, found through the relationships of the package (ECMA-376 Part 2, 9.3). */
import { type Unzipped, unzipSync } from 'fflate'
import { Refusal } from '../../core/refusal.ts'
import { type XmlElement, xmlTree } from './xml-reader.ts'

export type DocxParts = {
  document: Uint8Array
  numbering: XmlElement | null
  styles: XmlElement | null
  /** Names in the archive. `comments` is null when the document has none; new parts go into `folder`. */
  paths: { document: string; relations: string; comments: string | null; folder: string }
}

/** The main part and its companions; producers name them freely. Throws `document.damaged`. */
export function findParts(bytes: Uint8Array): DocxParts {
  const packageRelations = relationsOf(unpack(bytes, ['_rels/.rels'])['_rels/.rels'])
  const main = (packageRelations.get('officeDocument') ?? 'word/document.xml').replace(/^\//, '')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relationsName = `${folder}_rels/${main.slice(folder.length)}.rels`
  const relations = relationsOf(unpack(bytes, [relationsName])[relationsName])
  const target = (kind: string): string | null => {
    const named = relations.get(kind)
    if (named === undefined) return null
    return named.startsWith('/') ? named.slice(1) : folder + named
  }
  const numbering = target('numbering') ?? `${folder}numbering.xml`
  const styles = target('styles') ?? `${folder}styles.xml`
  const files = unpack(bytes, [main, numbering, styles])
  const document = files[main]
  if (!document) throw new Refusal('document.damaged')
  return {
    document,
    numbering: treeOf(files[numbering]),
    styles: treeOf(files[styles]),
    paths: { document: main, relations: relationsName, comments: target('comments'), folder },
  }
}

const treeOf = (file: Uint8Array | undefined): XmlElement | null => (file ? xmlTree(file) : null)

function unpack(bytes: Uint8Array, names: readonly string[]): Unzipped {
  try {
    return unzipSync(bytes, { filter: (file) => names.includes(file.name) })
  } catch {
    throw new Refusal('document.damaged')
  }
}

/** Relationship kind (last word of its type) → target. */
function relationsOf(file: Uint8Array | undefined): Map<string, string> {
  const relations = new Map<string, string>()
  for (const { attributes } of treeOf(file)?.children ?? []) {
    const kind = (attributes.Type ?? '').split('/').at(-1) ?? ''
    if (attributes.Target !== undefined && !relations.has(kind)) relations.set(kind, attributes.Target)
  }
  return relations
}
