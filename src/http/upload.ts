/** The one file of a multipart request, in memory, up to a limit. */
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../core/refusal.ts'
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
