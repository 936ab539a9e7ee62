import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { writeSheet } from './write-sheet.ts'

const utf8 = new TextEncoder()
/** “姓名,单位” and “周衡,区财政局” in GB18030. */
const gb18030 = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0a, 0xd6, 0xdc, 0xba, 0xe2, 0x2c, 0xc7, 0xf8, 0xb2, 0xc6,
  0xd5, 0xfe, 0xbe, 0xd6, 0x0a,
])
const rows = [
  ['姓名', '单位'],
  ['周衡', '区财政局'],
]

test('a table is read from .csv in either encoding and from .xlsx', async () => {
  expect(await readSheet(utf8.encode('\uFEFF姓名,单位\n周衡,区财政局\n'), '人员.csv')).toEqual(rows)
  expect(await readSheet(gb18030, '人员.csv')).toEqual(rows)
  expect(await readSheet(await writeSheet('人员', rows), '人员.xlsx')).toEqual(rows)
})

test('cells keep their places: blank rows and cells before them are there', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [[], [null, null, 'C2'], [], ['A4', 5, true]] }] })
  const read = await readSheet(bytes, '表.xlsx')
  expect(read[1]?.[2]).toBe('C2')
  expect(read[3]).toEqual(['A4', '5', 'true'])
})

test('what looks like a formula is written as text and read as it was', async () => {
  const hostile = [['=HYPERLINK("http://x")', '+86', '-1', '@cmd', '\tx']]
  expect(await readSheet(await writeSheet('表', hostile), '表.xlsx')).toEqual(hostile)
})

test('of a formula its last value is taken', async () => {
  const cells = new Map([['0,0', { formula: 'CONCAT("周","衡")', formulaResult: '周衡' }]])
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [['x']], cells }] })
  expect(await readSheet(bytes, '表.xlsx')).toEqual([['周衡']])
})

test('the first sheet that is shown is read, not a hidden one', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '旧', rows: [['旧']], hidden: true },
      { name: '新', rows: [['新']] },
    ],
  })
  expect(await readSheet(bytes, '表.xlsx')).toEqual([['新']])
})

const refused = async (bytes: Uint8Array, name = '表.xlsx') => {
  const refusal = await readSheet(bytes, name).catch((error: unknown) => error)
  return refusal instanceof Error && 'code' in refusal ? refusal.code : refusal
}

test('what is no table, or means harm, is refused in words', async () => {
  expect(await refused(new Uint8Array())).toBe('document.empty')
  expect(await refused(zipSync({ 'word/document.xml': utf8.encode('<w/>') }))).toBe('document.notASheet')
  expect(await refused(utf8.encode('%PDF-1.7'))).toBe('document.notASheet')
  expect(await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('document.notASheet')
  expect(await refused(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000) }))).toBe('document.zipBomb')
  expect(await refused(zipSync({ 'xl/workbook.xml': utf8.encode('<workbook') }))).toBe('document.damaged')
  const whole = await writeSheet('人员', rows)
  expect(await refused(whole.subarray(0, whole.length - 30))).toBe('document.damaged')
  expect(await refused(utf8.encode('姓名\n'.repeat(20_001)), '长.csv')).toBe('sheet.tooLong')
})

test('two cells in the far corners do not become a billion', async () => {
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>
    <row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
  const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`
  const relation = (target: string, kind: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="${target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}"/></Relationships>`
  const bytes = zipSync({
    '[Content_Types].xml': utf8.encode(types),
    '_rels/.rels': utf8.encode(relation('xl/workbook.xml', 'officeDocument')),
    'xl/workbook.xml': utf8.encode(workbook),
    'xl/_rels/workbook.xml.rels': utf8.encode(relation('worksheets/sheet1.xml', 'worksheet')),
    'xl/worksheets/sheet1.xml': utf8.encode(sheet),
  })
  const read = await readSheet(bytes, '表.xlsx').catch((error: { code: string }) => error.code)
  expect(Array.isArray(read) ? read[0] : read).toEqual(Array.isArray(read) ? ['姓名'] : 'document.damaged')
})
