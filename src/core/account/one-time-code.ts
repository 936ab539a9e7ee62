/**
 * Codes that are printed and typed: invitations and recovery codes. Letters and digits that cannot be mistaken for one
 * another; as they are read, blanks, hyphens and case do not count.
 */

/** 31 characters: a code of twelve has 59 bits. */
export const codeCharacters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const invitationLength = 12
export const recoveryLength = 12
export const recoveryCodes = 10

/** As it is shown: `ABCD-EFGH-JKMN`. */
export const shownCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/** As it is compared. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
