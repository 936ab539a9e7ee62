/**
 * The table of contents of a zip file, read before anything is inflated, so that a zip bomb costs nothing (APPNOTE 4.3.12, 4.3.16).
 * Only sizes and names are taken from it; unpacking is fflate's work. Sizes beyond 4 GB (zip64) count as such and are refused.
 */
import { Refusal } from '../../core/refusal.ts'

/** One file in the archive; sizes in bytes, as the archive declares them. */
export type ZipEntry = { name: string; compressedSize: number; size: number; encrypted: boolean }

const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_LENGTH = 46

const MB = 1024 * 1024
/** An archive that unpacks to no more than this does no harm, however well it is compressed. */
const HARMLESS_BYTES = MB

/** All entries; throws `document.damaged` when the directory is missing or cut off. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) throw new Refusal('document.damaged')
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new Refusal('document.damaged')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  return null
}

export type ZipLimits = { unpackedMb: number; ratio: number }

/** Throws `document.zipBomb` (fact `limitMb`) when the archive declares more than `limits`, `document.encrypted` for a locked one. */
export function checkZip(entries: readonly ZipEntry[], archiveBytes: number, limits: ZipLimits): void {
  if (entries.some((entry) => entry.encrypted)) throw new Refusal('document.encrypted')
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  const tooDense = unpacked > HARMLESS_BYTES && unpacked > archiveBytes * limits.ratio
  if (unpacked > limits.unpackedMb * MB || tooDense)
    throw new Refusal('document.zipBomb', { limitMb: limits.unpackedMb })
}
