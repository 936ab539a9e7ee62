/**
 * Bytes → text, never with a guess that hides damage: a byte order mark decides, then strict UTF-8, then GB18030 whose result must
 * look like Chinese. Anything else is refused with the number of its first bad line (`document.encoding`).
 *
 * The last test is needed because nearly every byte sequence is valid GB18030: Big5 or broken UTF-8 would come out as 乱码. In
 * simplified Chinese practically all two-byte characters stand in GB2312 (rows 1–3: punctuation, 16–87: characters); in text of
 * another encoding read as GB18030 about two in three fall outside.
 */
import { Refusal } from '../../core/refusal.ts'
import { splitLines } from './split-lines.ts'

export type DecodedText = { encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'; text: string }

const LF = 0x0a
/** Share of two-byte characters in GB2312 below which a whole file, or one longer line, is not GB18030 text. */
const PLAUSIBLE_SHARE = 0.6
const PAIRS_TO_JUDGE_A_LINE = 8

/** Control characters that no text has (form feed, end-of-file mark and escape occur); a database would not take the first. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f]/

/** Decodes `bytes`; throws `document.encoding` with fact `line` (1-based). */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decodeByProof(bytes)
  const control = decoded.text.search(CONTROL)
  if (control >= 0) throw badLine(splitLines(`${decoded.text.slice(0, control)}.`).length)
  return decoded
}

function decodeByProof(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be')
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== null) return { encoding: 'utf-8', text: utf8 }
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) throw badLine(firstLineThat(bytes, (line) => !isStrictly(line, 'utf-8')))
  return decodeGb18030(bytes)
}

function decodeGb18030(bytes: Uint8Array): DecodedText {
  const utf8 = utf8Lines(bytes)
  if (utf8.good > utf8.bad) throw badLine(utf8.firstBad)
  const whole = countPairs(bytes)
  if (whole.all > 0 && whole.plausible < whole.all * PLAUSIBLE_SHARE) {
    throw badLine(firstLineThat(bytes, (line) => isImplausible(line, 1) || !isStrictly(line, 'gb18030')))
  }
  const strange = firstLineThat(bytes, (line) => isImplausible(line, PAIRS_TO_JUDGE_A_LINE))
  const text = decodeStrictly(bytes, 'gb18030')
  if (text === null) throw badLine(firstLineThat(bytes, (line) => !isStrictly(line, 'gb18030')))
  if (strange !== null) throw badLine(strange)
  return { encoding: 'gb18030', text }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const text = decodeStrictly(bytes, encoding)
  if (text !== null) return { encoding, text }
  // With a lone surrogate or an odd byte at the end, the lines before it are those of the tolerant decoder.
  const tolerant = new TextDecoder(encoding).decode(bytes)
  throw badLine(tolerant.slice(0, tolerant.indexOf('\ufffd')).split('\n').length)
}

const badLine = (line: number | null): Refusal => new Refusal('document.encoding', { line: line ?? 1 })

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

const decoders = new Map<string, TextDecoder>()

/** The text, or null when `bytes` are not valid in `encoding` (a label of the WHATWG Encoding standard). */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true })
  decoders.set(encoding, decoder)
  try {
    return decoder.decode(bytes)
  } catch {
    // A decoder that has failed is not used again: what it keeps of the bad bytes is not specified.
    decoders.delete(encoding)
    return null
  }
}

const isStrictly = (bytes: Uint8Array, encoding: string): boolean => decodeStrictly(bytes, encoding) !== null

/** Lines of bytes with their number. 0x0A is part of no longer character in UTF-8 and GB18030. */
function* byteLines(bytes: Uint8Array): Generator<[line: Uint8Array, number: number]> {
  let from = 0
  for (let number = 1; from < bytes.length; number++) {
    const found = bytes.indexOf(LF, from)
    const to = found < 0 ? bytes.length : found
    yield [bytes.subarray(from, to), number]
    from = to + 1
  }
}

function firstLineThat(bytes: Uint8Array, holds: (line: Uint8Array) => boolean): number | null {
  for (const [line, number] of byteLines(bytes)) if (holds(line)) return number
  return null
}

/** How many lines with non-ASCII bytes are valid UTF-8: most of them in a UTF-8 file with some damage, few in a GB18030 file. */
function utf8Lines(bytes: Uint8Array): { good: number; bad: number; firstBad: number | null } {
  const seen: { good: number; bad: number; firstBad: number | null } = { good: 0, bad: 0, firstBad: null }
  for (const [line, number] of byteLines(bytes)) {
    if (!isStrictly(line, 'utf-8')) {
      seen.bad++
      seen.firstBad ??= number
    } else if (line.some((byte) => byte > 0x7f)) seen.good++
  }
  return seen
}

/** Characters of more than one byte, and those of them that simplified Chinese text is made of. */
function countPairs(bytes: Uint8Array): { all: number; plausible: number } {
  const pairs = { all: 0, plausible: 0 }
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    pairs.all++
    const inGb2312 = trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7))
    if (inGb2312) pairs.plausible++
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1
  }
  return pairs
}

function isImplausible(line: Uint8Array, pairsNeeded: number): boolean {
  const { all, plausible } = countPairs(line)
  return all >= pairsNeeded && plausible < all * PLAUSIBLE_SHARE
}
