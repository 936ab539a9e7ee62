/**
 * Files by the SHA-256 of their content in a store that speaks S3 (MinIO, Ceph, a cloud's object store): `ab/cdef…` in one bucket.
 * A file is taken in on the local disk first, so that only whole files go out, under a digest that the store checks.
 */
import { createReadStream } from 'node:fs'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { Refusal } from '../../core/refusal.ts'
import type { Files } from '../../usecases/ports/evidence.ts'
import { clearLeftBehind, takeIn } from './incoming.ts'
import { storeProblem } from './store-problem.ts'

export type S3Settings = { endpoint: string; bucket: string; key: string; secret: string; region: string }

/** A store that says nothing for so long is not there. */
const silentMs = 30_000

/** @param incoming local folder for files on their way in; made when it is missing */
export function s3Files(settings: S3Settings, incoming: string): Files {
  const { key: accessKeyId, secret: secretAccessKey, region } = settings
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  const addressOf = (sha256: string): string =>
    `${settings.endpoint.replace(/\/+$/, '')}/${settings.bucket}/${sha256.slice(0, 2)}/${sha256.slice(2)}`

  /** @returns the answer, whatever its status; its body is not yet read */
  async function ask(
    method: string,
    sha256: string,
    headers: Record<string, string> = {},
    body?: { stream: Readable; size: number },
  ): Promise<IncomingMessage> {
    const signed = await signer.sign(addressOf(sha256), { method, headers })
    const url = new URL(signed.url)
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      method,
      headers: {
        ...Object.fromEntries(signed.headers),
        ...(body !== undefined && { 'content-length': String(body.size) }),
      },
      timeout: silentMs,
    })
    return new Promise((answer, fail) => {
      const failed = (error: unknown): void => {
        body?.stream.destroy()
        fail(storeProblem(error))
      }
      request.on('response', answer)
      request.on('error', failed)
      request.on('timeout', () => request.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })))
      if (body === undefined) request.end()
      else body.stream.on('error', failed).pipe(request)
    })
  }

  async function place(path: string, sha256: string, size: number): Promise<void> {
    const held = await ask('HEAD', sha256)
    held.resume()
    if (held.statusCode === 200 && Number(held.headers['content-length']) === size) return
    const stream = createReadStream(path)
    const answer = await ask('PUT', sha256, { 'x-amz-content-sha256': sha256 }, { stream, size })
    answer.resume()
    if (answer.statusCode === 507) throw new Refusal('file.storeFull')
    if (answer.statusCode !== 200) throw new Refusal('file.storeAway')
  }
  void clearLeftBehind(incoming, Date.now())

  return {
    async keep(bytes) {
      const received = await takeIn(incoming, only(bytes), place)
      await received.keep()
      return { sha256: received.sha256, size: received.size }
    },
    receive: (chunks) => takeIn(incoming, chunks, place),
    async open(sha256, part) {
      const answer = await ask('GET', sha256, part === undefined ? {} : { range: `bytes=${part.start}-${part.end}` })
      if (answer.statusCode === 200 || answer.statusCode === 206) return answer
      answer.resume()
      throw new Refusal(answer.statusCode === 404 ? 'file.missing' : 'file.storeAway')
    },
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
