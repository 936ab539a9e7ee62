/**
 * What a password must be: at least ten characters of three kinds, not close to the login name, not among those that
 * everybody tries first, not one of the last five (GB/T 22239 asks for complexity and change; numbers as assessors
 * usually ask for them).
 */

export const shortestPassword = 10
export const rememberedPasswords = 5

export type PasswordFlaw = 'tooShort' | 'tooFewKinds' | 'likeLogin' | 'common'

/** Beginnings and wholes that are tried first everywhere; compared without case and without what is added at the end. */
const commonStems = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx',
  '1q2w3e4r',
  'abc123',
  'abcd1234',
  'a123456',
  'admin',
  'administrator',
  'letmein',
  'welcome',
  'iloveyou',
  'woaini',
  'bihuan',
  'zhenggai',
  'xuncha',
]

/** The kinds of characters counted: lower case, upper case, digits, everything else. */
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

/** What is missing in a password, in the order in which it is told; empty when it is good. */
export function passwordFlaws(password: string, loginName: string): PasswordFlaw[] {
  const flaws: PasswordFlaw[] = []
  if ([...password].length < shortestPassword) flaws.push('tooShort')
  if (kinds.filter((kind) => kind.test(password)).length < 3) flaws.push('tooFewKinds')
  const plain = password.toLowerCase()
  if (loginName.length > 2 && plain.includes(loginName.toLowerCase())) flaws.push('likeLogin')
  if (isCommon(plain)) flaws.push('common')
  return flaws
}

function isCommon(plain: string): boolean {
  // Digits and signs added at the end or the beginning make no new password of a common one.
  const stem = plain.replace(/[\d\W_]+$/, '').replace(/^[\d\W_]+/, '')
  const letters = plain.replace(/[\d\W_]+$/, '')
  if (commonStems.some((common) => stem === common || letters === common || plain === common)) return true
  return new Set(plain).size <= 3
}
