import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecretKey, secretKeyFile } from './secret-key.ts'
import { otpauthCodes } from './time-codes.ts'
import { aesVault } from './vault.ts'

const vault = aesVault(Buffer.alloc(32, 7))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-key-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what is sealed opens for the same purpose and key alone, and is different each time', () => {
  const sealed = vault.seal('绿化 secret', 'second factor 1 7')
  expect(vault.open(sealed, 'second factor 1 7')).toBe('绿化 secret')
  expect(vault.open(sealed, 'second factor 1 8')).toBeNull()
  expect(aesVault(Buffer.alloc(32, 8)).open(sealed, 'second factor 1 7')).toBeNull()
  expect(vault.seal('绿化 secret', 'second factor 1 7').equals(sealed)).toBe(false)
  expect(sealed.includes('secret')).toBe(false)
})

test('a changed, cut or foreign value opens nothing', () => {
  const sealed = vault.seal('x', 'p')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(vault.open(changed, 'p')).toBeNull()
    expect(vault.open(sealed.subarray(0, at), 'p')).toBeNull()
  }
})

test('a digest is of one text, purpose and key', () => {
  const digests = [vault.digest('a', 'p'), vault.digest('b', 'p'), vault.digest('a', 'q')]
  digests.push(aesVault(Buffer.alloc(32, 8)).digest('a', 'p'))
  expect(new Set(digests.map((each) => each.toString('hex'))).size).toBe(4)
  expect(vault.digest('a', 'p')).toEqual(digests[0])
})

test('the key is made once, for the server’s account alone, and never made anew over one that cannot be read', () => {
  const key = secretKeyFile(folder)
  expect(key).toHaveLength(32)
  expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600)
  expect(secretKeyFile(folder)).toEqual(key)
  expect(readSecretKey(readFileSync(join(folder, 'secret.key'), 'utf8'))).toEqual(key)
  expect(readSecretKey(key.toString('base64'))).toEqual(key)
  expect(readSecretKey('short')).toBeNull()
  writeFileSync(join(folder, 'secret.key'), 'damaged')
  expect(() => secretKeyFile(folder)).toThrow(/backup/)
})

test('a code fits its own half minute, the one before and the one after', () => {
  const secret = otpauthCodes.newSecret()
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const now = new Date('2024-09-11T02:00:10Z')
  const step = Math.floor(now.getTime() / 30_000)
  const at = (seconds: number): string => totp.generate({ timestamp: now.getTime() + seconds * 1000 })
  expect([-30, 0, 30].map((seconds) => otpauthCodes.stepOf(secret, at(seconds), now))).toEqual([
    step - 1,
    step,
    step + 1,
  ])
  expect(otpauthCodes.stepOf(secret, at(-90), now)).toBeNull()
  for (const wrong of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    expect(otpauthCodes.stepOf(secret, wrong, now)).toBeNull()
  expect(otpauthCodes.address(secret, { loginName: 'wang', issuer: '云岭区' })).toContain('otpauth://totp/')
})
