/** Bytes of a known format → lines. Each reader is loaded when its format is met: reading a .txt loads no pdf reader. */
import { decodeText } from './decode-text.ts'
import type { DocumentFormat } from './detect-format.ts'
import { splitLines } from './split-lines.ts'
import { checkZip, zipDirectory } from './zip-directory.ts'

/** `encoding` is null for formats that fix their own. */
export type ExtractedLines = { encoding: string | null; lines: string[] }

/** Unpacked size and ratio at which an archive counts as an attack: office files stay far below both. */
export const ZIP_LIMITS = { unpackedMb: 200, ratio: 100 } as const

/** Throws a `Refusal` (`document.*`) for what cannot be read; anything else thrown is a fault of ours. */
export async function extractLines(bytes: Uint8Array, format: DocumentFormat): Promise<ExtractedLines> {
  switch (format) {
    case 'txt': {
      const { encoding, text } = decodeText(bytes)
      return { encoding, lines: splitLines(text) }
    }
    case 'html': {
      const { decodeHtml, htmlLines } = await import('./html-lines.ts')
      const { encoding, text } = decodeHtml(bytes)
      return { encoding, lines: htmlLines(text) }
    }
    case 'docx': {
      checkZip(zipDirectory(bytes), bytes.length, ZIP_LIMITS)
      const { docxLines } = await import('./docx-lines.ts')
      return { encoding: null, lines: docxLines(bytes) }
    }
    case 'pdf': {
      const { pdfLines } = await import('./pdf-lines.ts')
      return { encoding: null, lines: await pdfLines(bytes) }
    }
  }
}
