import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Span, textAt } from '../../core/notice/span.ts'
import type { Diagnostic } from '../../core/proofread/diagnostic.ts'
import { addCommentsToDocx } from './add-comments-to-docx.ts'
import { docxLines } from './docx-lines.ts'
import { xmlTree } from './xml-reader.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const original = new Uint8Array(await readFile(new URL('../../../fixtures/documents/notice.docx', import.meta.url)))
const lines = docxLines(original)

/** The lines with their automatic numbers blanked: these stand nowhere in the part. */
const blanked = lines.map((line) =>
  line.replace(/^(?:[一二三]、|（[一二三]）|\d\.)/, (number) => '\u0000'.repeat(number.length)),
)

const diagnostic = (span: Span, message = '有误'): Diagnostic => ({
  ...span,
  severity: 'warning',
  code: 'form/quotes',
  message: { zh: message, en: 'wrong' },
  related: [],
})
const span = (line: number, column: number, endLine: number, endColumn: number): Span => ({
  line,
  column,
  endLine,
  endColumn,
})
const commented = (bytes: Uint8Array, ...spans: Span[]): Uint8Array => {
  const result = addCommentsToDocx(
    bytes,
    spans.map((at) => diagnostic(at)),
    'zh',
  )
  if (result === null) throw new Error('no place for a comment')
  return result
}
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
/** Text between the borders of a comment in the main part; paragraphs parted by line feeds. */
function anchored(bytes: Uint8Array, id: number): string {
  const border = (kind: string) => new RegExp(`<\\w*:?commentRange${kind}[^>]* w:id="${id}"/>`)
  const after = part(bytes, 'word/document.xml').split(border('Start'))[1]?.split(border('End'))[0]
  return (after ?? '?')
    .replace(/<\/\w*:?p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#60;/g, '<')
    .replace(/&#38;/g, '&')
}
const simple = (body: string, others: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
        ...others,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )

describe('comments put into a Word file', () => {
  it('stand at their very characters, automatic numbers left out', () => {
    expect(lines[9]).toMatch(/^1\.河道巡查/)
    const result = commented(original, span(10, 1, 10, 7), span(10, 5, 11, 4), span(1, 3, 1, 6))
    expect([0, 1, 2].map((id) => anchored(result, id))).toEqual(['河道巡查', `${lines[9]?.slice(4)}\n岸`, '云岭区'])
  })

  it('change nothing else, wherever they stand', () => {
    const place = fc.tuple(
      fc.integer({ min: 1, max: lines.length }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 1, max: 90 }),
    )
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
        const spans = places.map(([line, column, more, endColumn]) =>
          span(line, column, line + more, Math.max(column, endColumn)),
        )
        const result = commented(original, ...spans)
        expect(docxLines(result)).toEqual(lines)
        for (const [id, at] of spans.entries()) {
          expect(anchored(result, id).replaceAll('\n', '')).toBe(
            textAt(blanked, at).replaceAll('\n', '').replaceAll('\u0000', ''),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('leave the formatting of a run that they cut, and what else is in it', () => {
    const body =
      '<w:p><w:r w:rsidR="1"><w:rPr><w:b/></w:rPr><w:t>甲&lt;乙&amp;丙</w:t><w:tab/><w:t>丁</w:t></w:r></w:p>'
    const result = commented(simple(body), span(1, 2, 1, 4))
    expect(docxLines(result)).toEqual(['甲<乙&丙\t丁'])
    expect(anchored(result, 0)).toBe('<乙')
    expect(part(result, 'word/document.xml').match(/<w:r w:rsidR="1"><w:rPr><w:b\/><\/w:rPr>/g)).toHaveLength(3)
  })

  it('are added after those that are there', () => {
    const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const bytes = simple('<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>', {
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="${R}/comments" Target="notes.xml"/></Relationships>`,
      'word/notes.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="4"><w:p/></w:comment></w:comments>`,
    })
    const result = commented(bytes, span(1, 1, 1, 2), span(1, 2, 1, 3))
    expect(xmlTree(strToU8(part(result, 'word/notes.xml'))).children.map(({ attributes }) => attributes.id)).toEqual([
      '4',
      '5',
      '6',
    ])
    expect(part(result, 'word/comments.xml')).toBe('')
    expect([anchored(result, 5), anchored(result, 6)]).toEqual(['甲', '乙'])
  })

  it('are declared in the package when they are the first', () => {
    const result = commented(original, span(1, 1, 1, 3))
    expect(part(result, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"')
    expect(part(result, 'word/_rels/document.xml.rels')).toContain('Target="/word/comments.xml"')
    const comment = xmlTree(strToU8(part(result, 'word/comments.xml'))).children[0]
    expect(comment?.attributes).toMatchObject({ id: '0', author: '核稿' })
  })

  it('are put before a text box rather than into it, where Word allows none', () => {
    const body =
      '<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>'
    const result = commented(simple(body), span(2, 1, 2, 3))
    expect(anchored(result, 0)).toBe('')
    expect(part(result, 'word/document.xml')).toMatch(/甲<\/w:t><\/w:r><w:commentRangeStart/)
    const onlyBox = simple(
      '<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>',
    )
    expect(addCommentsToDocx(onlyBox, [diagnostic(span(2, 1, 2, 3))], 'zh')).toBeNull()
  })
})
