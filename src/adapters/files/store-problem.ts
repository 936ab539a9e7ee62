/** What a disk or a distant store says, as a sentence for the person who waits. */
import { Refusal } from '../../core/refusal.ts'

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const away =
  /^(?:EACCES|EROFS|EIO|EMFILE|ENFILE|ENOTDIR|ENOENT|ESTALE|ENODEV|ENXIO|ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|EPIPE)/

/** @returns a refusal, or the error itself when it says something else */
export function storeProblem(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (full.has(code)) return new Refusal('file.storeFull')
  return away.test(code) ? new Refusal('file.storeAway') : error
}
