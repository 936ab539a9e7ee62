/**
 * The key that signs heads of the history: Ed25519, made at the first start, readable by the server's account alone. Its public
 * half lies beside the checkpoints, so that they can be checked without the server; copies of older ones stay there.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sealing } from '../../usecases/ports/history.ts'

/**
 * @param keyFolder of the private key
 * @param publicFolder of public keys, `KEYID.pem`
 */
export function signingKey(
  keyFolder: string,
  publicFolder: string,
): Pick<Sealing, 'keyId' | 'sign' | 'checkSignature'> {
  mkdirSync(keyFolder, { recursive: true, mode: 0o700 })
  mkdirSync(publicFolder, { recursive: true, mode: 0o700 })
  const secret = createPrivateKey(readOrMake(join(keyFolder, 'history-signing.pem')))
  const pem = createPublicKey(secret).export({ type: 'spki', format: 'pem' }).toString()
  const keyId = idOf(pem)
  writeWhole(join(publicFolder, `${keyId}.pem`), pem)
  const known = new Map<string, KeyObject>()
  for (const name of readdirSync(publicFolder)) {
    if (!name.endsWith('.pem')) continue
    const text = readFileSync(join(publicFolder, name), 'utf8')
    known.set(idOf(text), createPublicKey(text))
  }
  return {
    keyId,
    sign: (text) => sign(null, Buffer.from(text), secret).toString('base64'),
    checkSignature(id, text, signature) {
      const key = known.get(id)
      return key === undefined ? null : verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    },
  }
}

/** The first sixteen hex digits of the SHA-256 of the public key in PEM. */
const idOf = (pem: string): string => createHash('sha256').update(pem.trim()).digest('hex').slice(0, 16)

function readOrMake(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  writeWhole(file, made)
  return made
}

/** A power cut leaves either nothing or all of it. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.part`, file)
}
