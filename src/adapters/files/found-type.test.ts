import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { foundType, sniffedBytes } from './found-type.ts'

const typeOf = (bytes: Uint8Array) =>
  foundType(bytes.subarray(0, sniffedBytes), async function* () {
    // In small parts, so that names fall on their borders.
    for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100)
  })
const zip = (entries: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])))
/** An old container with a stream of this name in its directory. */
function container(stream: string): Buffer {
  const bytes = Buffer.alloc(2048)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  Buffer.from(stream, 'utf16le').copy(bytes, 1180)
  return bytes
}

test('pictures, documents and text are told by their bytes', async () => {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
  expect(await typeOf(await picture.clone().jpeg().toBuffer())).toBe('jpg')
  expect(await typeOf(await picture.clone().png().toBuffer())).toBe('png')
  expect(await typeOf(await picture.clone().webp().toBuffer())).toBe('webp')
  expect(await typeOf(await picture.clone().gif().toBuffer())).toBe('gif')
  expect(await typeOf(Buffer.from('%PDF-1.7\n%%EOF'))).toBe('pdf')
  expect(await typeOf(Buffer.from('补植 27 株'))).toBe('txt')
  expect(await typeOf(Buffer.from('\u{feff}株数,日期\r\n27,2024-09-01\r\n'))).toBe('txt')
  expect(await typeOf(container('WordDocument'))).toBe('doc')
  expect(await typeOf(container('Workbook'))).toBe('xls')
  expect(await typeOf(container('PowerPoint Document'))).toBe('ppt')
  expect(await typeOf(zip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '' }))).toBe('ofd')
  const types = (part: string) =>
    `<?xml version="1.0"?><Types><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${part}.main+xml"/></Types>`
  expect(await typeOf(zip({ '[Content_Types].xml': types('wordprocessingml.document') }))).toBe('docx')
  expect(await typeOf(zip({ '[Content_Types].xml': types('spreadsheetml.sheet') }))).toBe('xlsx')
})

test('what a browser or a machine might run is named for what it is', async () => {
  for (const [bytes, other] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>'), 'SVG'],
    [Buffer.from('<?xml version="1.0"?><!-- 图 --><svg/>'), 'XML'],
    [Buffer.from('\u{feff}  <!DOCTYPE html><script>1</script>'), 'HTML'],
    [Buffer.from('<!--\n--><html>'), 'HTML'],
    [Buffer.from('#!/bin/sh\n'), 'SCRIPT'],
    [Buffer.from('MZ\u{90}\0\u{3}'), '?'],
    [zip({ 'a.txt': 'x' }), 'ZIP'],
    [container('SummaryInformation'), 'OLE'],
    [readFileSync(process.execPath).subarray(0, sniffedBytes), 'ELF'],
    [Buffer.from([0, 1, 2, 3]), '?'],
  ] as const)
    expect(await typeOf(bytes)).toEqual({ other: expect.stringMatching(other === '?' ? /./ : other) })
})

test('a document that needs a password is refused', async () => {
  await expect(typeOf(container('EncryptedPackage'))).rejects.toMatchObject({ code: 'evidence.encrypted' })
})

test('a picture with a page behind it is a picture: it goes out as one, and never as a page', async () => {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .gif()
    .toBuffer()
  expect(await typeOf(Buffer.concat([picture, Buffer.from('<script>1</script>')]))).toBe('gif')
})
