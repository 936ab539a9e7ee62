/** One-time codes by time as authenticator apps make them: six digits, 30 seconds, SHA-1, which is what they all know (RFC 6238). */
import { Secret, TOTP } from 'otpauth'
import type { TimeCodes } from '../../usecases/ports/accounts.ts'

const periodMs = 30_000
/** The clocks of phones differ by seconds. */
const window = 1

export const otpauthCodes: TimeCodes = {
  newSecret: () => new Secret({ size: 20 }).base32,
  address: (secret, { loginName, issuer }) =>
    new TOTP({ issuer, label: loginName, secret: Secret.fromBase32(secret) }).toString(),
  stepOf(secret, code, now) {
    if (!/^\d{6}$/.test(code)) return null
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    const delta = totp.validate({ token: code, timestamp: now.getTime(), window })
    return delta === null ? null : Math.floor(now.getTime() / periodMs) + delta
  },
}
