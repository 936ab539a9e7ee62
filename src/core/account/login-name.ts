/** Names that people sign in under: letters, digits, dots, hyphens and underscores, two to forty of them, no blanks. */
export const loginNameFlaw = (loginName: string): boolean => !/^[\p{L}\p{N}._-]{2,40}$/u.test(loginName)
