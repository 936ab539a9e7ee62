/** The one file of a multipart request up to a limit: in memory, or as it flows. */
import type { FastifyRequest } from 'fastify'
import { cleanName } from '../core/evidence/clean-name.ts'
import { Refusal } from '../core/refusal.ts'
import type { Arrival } from '../usecases/attach-evidence.ts'
import type { Upload } from '../usecases/create-import.ts'

/** @throws Refusal `request.invalid` without a file, `document.tooLarge` above the limit */
export async function uploadOf(request: FastifyRequest, limitMb: number): Promise<Upload> {
  const part = request.isMultipart() ? await request.file() : undefined
  if (part === undefined || part.fieldname !== 'file') throw new Refusal('request.invalid', { detail: 'file' })
  const name = (part.filename.normalize('NFC').split(/[\\/]/).at(-1) ?? '').trim().slice(0, 200) || 'file'
  try {
    return { name, bytes: await part.toBuffer() }
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 413)
      throw new Refusal('document.tooLarge', { name, limitMb })
    throw error
  }
}

/** @throws Refusal `request.invalid` without a file; `evidence.tooLarge` while it flows */
export async function arrivalOf(request: FastifyRequest, limitMb: number): Promise<Arrival> {
  const part = request.isMultipart() ? await request.file({ throwFileSizeLimit: false }) : undefined
  if (part === undefined || part.fieldname !== 'file') throw new Refusal('request.invalid', { detail: 'file' })
  const { file, filename: name } = part
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file) yield chunk
    if (file.truncated) throw new Refusal('evidence.tooLarge', { name: cleanName(name), limitMb })
  }
  return { name, chunks: chunks() }
}
