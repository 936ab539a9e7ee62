/** Characters that XML 1.0 cannot hold become U+FFFD, one for one, so that columns stay what they are. */
export function legalXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to replace
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
}

/** Text as it stands between tags or in a quoted attribute. */
export function escapeXml(text: string): string {
  return legalXml(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
