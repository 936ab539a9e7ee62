import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { BookFormat, BookRow, BookSheet, ReadSheet } from '../../core/registers/exchange/book.ts'
import { bookSheets, MAX_BOOK_ROWS } from './book-sheets.ts'
import { readBook } from './read-book.ts'
import { writeBook } from './write-book.ts'

const utf8 = new TextEncoder()

async function bytesOf(sheets: BookSheet[], rows: BookRow[][] = []): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeBook(sheets, rows)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const column = (heading: string, format: BookFormat = 'text') => ({ heading, width: 12, format })
const read = async (sheets: BookSheet[], rows: BookRow[][] = []): Promise<ReadSheet[]> =>
  readBook(await bytesOf(sheets, rows), '表.xlsx')

test('rows flow into the sheets that they belong to, and come back as they went', async () => {
  const sheets: BookSheet[] = [
    {
      name: '补植',
      columns: [column('地点'), column('数量', 'number'), column('费用', 'money'), column('日期', 'day')],
    },
    { name: '树种', columns: [column('序号'), column('名称')] },
    { name: '说明', columns: [column('列')], rows: [['一行一条']] },
  ]
  const rows: BookRow[][] = [
    [
      { sheet: 0, cells: ['东湖', '12.125', '1234567890123.45', '2024-07-05'] },
      { sheet: 1, cells: ['1', '香樟'] },
    ],
    [
      { sheet: 0, cells: ['', '0', '-0.01', '1999-12-31'] },
      { sheet: 1, cells: ['1', '桂花'] },
    ],
  ]
  expect(await read(sheets, rows)).toEqual([
    {
      name: '补植',
      rows: [
        ['地点', '数量', '费用', '日期'],
        ['东湖', '12.125', '1234567890123.45', '2024-07-05'],
        ['', '0', '-0.01', '1999-12-31'],
      ],
    },
    {
      name: '树种',
      rows: [
        ['序号', '名称'],
        ['1', '香樟'],
        ['1', '桂花'],
      ],
    },
    { name: '说明', rows: [['列'], ['一行一条']] },
  ])
})

test('any text comes back whole, and no cell is a formula whatever it begins with', async () => {
  const word = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/\r/g, '').normalize('NFC'))
  const cells = fc.array(
    fc.oneof(
      word,
      fc.constantFrom('=1+1', '+86', '-1', '@cmd', '_x000D_', '_x005F_x0041_', '<t>&amp;', '0012', ' 前后 ', '一\n二'),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  await fc.assert(
    fc.asyncProperty(cells, async (texts) => {
      const sheets = [{ name: '表', columns: texts.map((_, index) => column(`列${index}`)) }]
      const bytes = await bytesOf(sheets, [[{ sheet: 0, cells: texts }]])
      const [sheet] = await bookSheets(bytes)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is left out
      const fit = texts.map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
      expect(fit.map((_, index) => sheet?.rows[1]?.[index] ?? '')).toEqual(fit)
      expect(new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])).not.toContain('<f>')
    }),
    { numRuns: 60 },
  )
})

test('a number that a spreadsheet would round stays text', async () => {
  const digits = '1234567890123456.78'
  expect((await read([{ name: '表', columns: [column('金额', 'money')], rows: [[digits]] }]))[0]?.rows[1]).toEqual([
    digits,
  ])
})

test('choices stand in a hidden sheet, each list once, and are offered beside the cells', async () => {
  const list = { values: ['水务局', '财政局'], free: false }
  const bytes = await bytesOf([
    {
      name: '表',
      columns: [
        { ...column('单位'), list, prompt: '选一个' },
        { ...column('供苗单位'), list: { ...list, free: true } },
      ],
    },
  ])
  const parts = unzipSync(bytes)
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  expect(sheet.match(/<formula1>'选项'!\$A\$1:\$A\$2<\/formula1>/g)).toHaveLength(2)
  expect(sheet.match(/showErrorMessage/g)).toHaveLength(1)
  expect(sheet).toContain('prompt="选一个"')
  expect((await bookSheets(bytes)).map(({ name }) => name)).toEqual(['表'])
  expect(new TextDecoder().decode(parts['xl/workbook.xml'])).toContain('name="选项" sheetId="2" state="hidden"')
})

test('a table of text is read in either encoding', async () => {
  const gb18030 = Uint8Array.from([
    0xb5, 0xd8, 0xb5, 0xe3, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x0a, 0xb6, 0xab, 0xba, 0xfe, 0x2c, 0x33,
  ])
  const rows = [
    ['地点', '数量'],
    ['东湖', '3'],
  ]
  expect(await readBook(gb18030, '表.csv')).toEqual([{ name: '', rows }])
  expect(await readBook(utf8.encode('\ufeff地点,数量\r\n东湖,3\r\n'), '表.csv')).toEqual([{ name: '', rows }])
})

const codeOf = async (bytes: Uint8Array, name = '表.xlsx'): Promise<string> =>
  readBook(bytes, name).then(
    () => '',
    (error: { code: string; facts: { name: string } }) => `${error.code} ${error.facts.name}`,
  )

test('what is no workbook, or means harm, is refused in words', async () => {
  const whole = await bytesOf([{ name: '表', columns: [column('地点')] }])
  expect(await codeOf(new Uint8Array())).toBe('document.empty 表.xlsx')
  expect(await codeOf(zipSync({ 'word/document.xml': utf8.encode('<w/>') }))).toBe('document.notASheet 表.xlsx')
  expect(await codeOf(utf8.encode('%PDF-1.7'))).toBe('document.notASheet 表.xlsx')
  expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe(
    'document.notASheet 表.xlsx',
  )
  expect(await codeOf(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000) }))).toBe(
    'document.zipBomb 表.xlsx',
  )
  expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe('document.damaged 表.xlsx')
  expect(await codeOf(utf8.encode('地点\n'.repeat(MAX_BOOK_ROWS + 1)), '长.csv')).toBe('sheet.tooLong 长.csv')
})

test('of a formula its last value is taken, and a value that nobody saw is what everybody saw', async () => {
  const parts = unzipSync(await bytesOf([{ name: '表', columns: [column('数量', 'number')] }]))
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
  const cells =
    '<row r="2"><c r="A2"><f>SUM(B1:B9)</f><v>0.30000000000000004</v></c></row><row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
  const bytes = zipSync({
    ...parts,
    'xl/worksheets/sheet1.xml': utf8.encode(sheet.replace('</sheetData>', `${cells}</sheetData>`)),
  })
  expect((await bookSheets(bytes))[0]?.rows.slice(1)).toEqual([['0.3'], ['#DIV/0!']])
})
