/** The longest name that is kept, in characters. */
export const longestName = 200

/** Characters that break paths and headers, or turn a name around before a reader's eyes (`fdp.exe` for `exe.pdf`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unfit = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd<>:"|?*]|\p{Cs}/gu

/**
 * A file's name as it may be kept and given out again: without path, control and direction characters, never empty, with its
 * extension even when it is cut.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(unfit, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const [, stem = plain, extension = ''] = /^(.*)(\.[^.]{1,10})$/su.exec(plain) ?? []
  const named = stem === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `_${stem}` : stem
  const letters = [...named]
  const room = longestName - extension.length
  return (letters.length > room ? letters.slice(0, room).join('') : named) + extension
}
