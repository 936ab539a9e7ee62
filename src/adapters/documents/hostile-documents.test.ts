/** Files that are not what they seem, through the built worker as in production. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import { type ReadLimits, readDocument } from './read-document.ts'

const root = new URL('../../../', import.meta.url)
const worker = new URL('.cache/document-worker/document-worker.js', root)
const fixture = (name: string) => readFile(new URL(`fixtures/documents/${name}`, root))
const ascii = (text: string): Uint8Array => strToU8(text)

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('document-worker.ts', import.meta.url))],
    outfile: fileURLToPath(worker),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
})

/** Code and facts of the refusal, or the number of lines read. */
async function outcome(bytes: Uint8Array, name: string, limits: ReadLimits = {}) {
  try {
    return { lines: (await readDocument(bytes, name, { worker, ...limits })).lines.length }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { name: _, ...facts } = error.facts
    return { code: error.code, ...facts }
  }
}

const jpeg = Uint8Array.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  0x00,
  0x10,
  0x4a,
  0x46,
  0x49,
  0x46,
  0x00,
  0x01,
  ...new Array(200).fill(7),
])
const compoundFile = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Buffer.alloc(600),
    ...Buffer.from(stream, 'utf16le'),
  ])

describe('a file that is not what its name says', () => {
  it('is refused by what it is', async () => {
    expect(await outcome(jpeg, '通报.docx')).toEqual({ code: 'document.notAsNamed', found: 'JPG' })
    expect(await outcome(jpeg, '通报.txt')).toEqual({ code: 'document.notAsNamed', found: 'JPG' })
    expect(await outcome(await fixture('notice.pdf'), '通报.docx')).toEqual({
      code: 'document.notAsNamed',
      found: 'PDF',
    })
    expect(await outcome(await fixture('notice.docx'), '通报.pdf')).toEqual({
      code: 'document.notAsNamed',
      found: 'DOCX',
    })
    expect(await outcome(ascii('plain'), '通报.docx')).toEqual({ code: 'document.notAsNamed', found: 'TXT' })
    expect(await outcome(ascii('<!-- x --><html><p>a'), '通报.txt')).toEqual({
      code: 'document.notAsNamed',
      found: 'HTML',
    })
  })

  it('is read by what it is when the name promises nothing', async () => {
    expect(await outcome(await fixture('notice.docx'), '通报')).toEqual({ lines: 16 })
    expect(await outcome(await fixture('notice.pdf'), '通报.tmp')).toEqual({ lines: 16 })
    expect(await outcome(ascii('<p>a<p>b'), '<stdin>')).toEqual({ lines: 2 })
  })
})

describe('a file of an unknown kind', () => {
  it.each([
    [jpeg, '照片.jpg', 'JPG'],
    [compoundFile('WordDocument'), '通报.doc', 'DOC/WPS'],
    [zipSync({ 'xl/workbook.xml': ascii('<a/>') }), '台账.xlsx', 'XLSX'],
    [zipSync({ 'OFD.xml': ascii('<a/>') }), '通报.ofd', 'OFD'],
    [zipSync({ '通报.txt': ascii('a') }), '通报.zip', 'ZIP'],
    [ascii('{\\rtf1 a}'), '通报.rtf', 'RTF'],
    [ascii('MIME-Version: 1.0\r\nContent-Type: multipart/related'), '通报.doc', 'MHTML'],
    [ascii('<?xml version="1.0"?><a/>'), '通报.xml', 'XML'],
  ])('%# is refused by the name of its kind', async (bytes, name, found) => {
    expect(await outcome(bytes, name)).toEqual({ code: 'document.unknownFormat', found })
  })
})

describe('a damaged file', () => {
  it('is refused at whatever place it is cut off', async () => {
    const docx = await fixture('notice.docx')
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await outcome(docx.subarray(0, docx.length * share), 'a.docx')).toEqual({ code: 'document.damaged' })
    }
    const pdf = await fixture('notice.pdf')
    expect(await outcome(pdf.subarray(0, 300), 'a.pdf')).toEqual({ code: 'document.damaged' })
    expect(
      await outcome(
        Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32),
        'a.docx',
      ),
    ).toEqual({ code: 'document.damaged' })
  })

  const change = fc.record({ at: fc.nat(), byte: fc.nat(255) })
  const changedBytes = (bytes: Uint8Array, changes: { at: number; byte: number }[]): Uint8Array => {
    const changed = Uint8Array.from(bytes)
    for (const { at, byte } of changes) changed[at % changed.length] = byte
    return changed
  }
  /** In this thread our own readers are tried, which take linear time; a thread for each would test Node. */
  it.each(['notice.docx', 'notice.html', 'notice.gb18030.txt'])(
    '%s never brings anything but lines or a refusal, whichever bytes are changed',
    async (name) => {
      const bytes = await fixture(name)
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
          await outcome(changedBytes(bytes, changes), name, { worker: null })
        }),
        { numRuns: 120 },
      )
    },
  )

  /** A damaged PDF can keep its reader busy for ever (seen: a quarter of an hour): only a thread can be ended. */
  it('a PDF brings lines or a refusal in bounded time, whichever bytes are changed', async () => {
    const bytes = await fixture('notice.pdf')
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        await outcome(changedBytes(bytes, changes), 'notice.pdf', { seconds: 10 })
      }),
      { numRuns: 40 },
    )
  })
})

/** A PDF of one page with the given content; objects from 4 on are given. */
function pdf(...objects: string[]): Uint8Array {
  const all = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    ...objects,
  ]
  const body = all.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('')
  return ascii(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>`)
}
const content = (text: string): string => `<</Length ${text.length}>>stream\n${text}\nendstream\n`

describe('a file without text', () => {
  it('is told apart from an empty one when it is a PDF', async () => {
    const scan = pdf(content('0 0 m 100 100 l S'))
    expect(await outcome(scan, '扫描件.pdf')).toEqual({ code: 'document.noText' })
    expect(await outcome(ascii('<html><script>x</script>'), 'a.html')).toEqual({ code: 'document.empty' })
    expect(await outcome(zipSync({ 'word/document.xml': ascii('<document/>') }), 'a.docx')).toEqual({
      code: 'document.empty',
    })
  })
})

describe('a PDF that relies on tables it does not carry', () => {
  it('is refused rather than read without the text that needs them', async () => {
    const file = pdf(
      content('BT /F 16 Tf 80 700 Td <4E915CAD533A> Tj ET'),
      '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R>>',
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6>>',
    )
    expect(await outcome(file, 'a.pdf')).toEqual({ code: 'document.fontMissing' })
  })
})

describe('a locked file', () => {
  it('is refused with what to do', async () => {
    expect(await outcome(compoundFile('EncryptedPackage'), 'a.docx')).toEqual({ code: 'document.encrypted' })
    const zip = zipSync({ 'word/document.xml': ascii('<a/>') })
    const directory = Buffer.from(zip).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    zip[directory + 8] = 1
    expect(await outcome(zip, 'a.docx')).toEqual({ code: 'document.encrypted' })
  })
})

describe('a zip bomb', () => {
  it('is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await outcome(bomb, 'a.docx', { seconds: 5 })).toEqual({ code: 'document.zipBomb', limitMb: 200 })
  })

  it('is refused when its directory lies about the size', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    const directory = Buffer.from(bomb).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    view.setUint32(directory + 24, 1000, true)
    expect(await outcome(bomb, 'a.docx')).toEqual({ code: 'document.damaged' })
  })
})

describe('a file that takes too much', () => {
  const row = '<tr><td>甲</td></tr>'
  const hugePage = ascii(`<html><table>${row.repeat(400_000)}</table>`)

  it('of size is refused unread', async () => {
    expect(await outcome(new Uint8Array(200 * 1024 * 1024), 'a.txt')).toEqual({
      code: 'document.tooLarge',
      limitMb: 50,
    })
  })

  it('of time is stopped', async () => {
    expect(await outcome(hugePage, 'a.html', { seconds: 0.2 })).toEqual({ code: 'document.tooSlow', seconds: 0.2 })
  })

  it('of memory is stopped', async () => {
    expect(await outcome(hugePage, 'a.html', { memoryMb: 64 })).toEqual({ code: 'document.tooComplex' })
  })

  it('leaves the next ones their turn', async () => {
    const docx = await fixture('notice.docx')
    const outcomes = await Promise.all([
      outcome(hugePage, 'a.html', { seconds: 0.2 }),
      ...Array.from({ length: 5 }, () => outcome(docx, 'b.docx')),
    ])
    expect(outcomes).toEqual([{ code: 'document.tooSlow', seconds: 0.2 }, ...new Array(5).fill({ lines: 16 })])
  })
})
