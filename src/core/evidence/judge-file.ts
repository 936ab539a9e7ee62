/** What the bytes of a file are, compared with what its name says. */
import { type Facts, Refusal } from '../refusal.ts'
import { alike, type FoundType, foundTypes } from './file-type.ts'

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
