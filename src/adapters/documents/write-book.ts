/**
 * A workbook → an Excel file that flows while its rows come in: a hundred thousand rows are never in memory together. Written by
 * hand (ECMA-376) because the writer at hand streams one bare sheet only (docs/decisions/0190). Text is always text: no cell is a
 * formula, whatever it begins with.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { letterOf } from '../../core/people/sheet-headings.ts'
import type { BookColumn, BookFormat, BookRow, BookSheet } from '../../core/registers/exchange/book.ts'

/** Excel's own bounds of what it says beside a cell. */
const PROMPT = 255
const TITLE = 32
const LONGEST_CELL = 32_767
const LAST_ROW = 1_048_576
const NAMESPACE = 'http://schemas.openxmlformats.org'
const MAIN = `${NAMESPACE}/spreadsheetml/2006/main`
const RELATIONS = `${NAMESPACE}/officeDocument/2006/relationships`
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** Fast rather than small: the server has other things to do. */
const LEVEL = 2

/** Places in `cellXfs` of {@link styles}. */
const headingStyles = { plain: 1, required: 2, shown: 3 } as const
const formatStyles: Readonly<Record<BookFormat, number>> = {
  text: 4,
  longText: 5,
  whole: 6,
  number: 7,
  money: 8,
  day: 9,
}

/** @param rows more rows for the sheets, in batches, in the order in which they shall stand */
export async function* writeBook(
  sheets: readonly BookSheet[],
  rows: AsyncIterable<readonly BookRow[]> | Iterable<readonly BookRow[]> = [],
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed = error
    else ready.push(chunk)
  })
  const taken = (): Uint8Array[] => {
    if (failed !== null) throw failed
    const chunks = ready
    ready = []
    return chunks
  }
  const begin = (name: string, text: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: LEVEL })
    zip.add(part)
    part.push(strToU8(text))
    return part
  }
  const lists = listsOf(sheets)
  const all = lists.length === 0 ? sheets : [...sheets, listSheet(lists)]
  for (const [name, text] of fixedParts(all, lists.length > 0)) begin(name, text).push(new Uint8Array(), true)

  const written = all.map(({ columns, rows: first = [] }, index) => {
    const part = begin(`xl/worksheets/sheet${index + 1}.xml`, sheetHead(columns))
    let count = 0
    const put = (batch: readonly (readonly string[])[], style?: readonly number[]): void => {
      let text = ''
      for (const cells of batch) text += rowXml(++count, cells, columns, style)
      part.push(strToU8(text))
    }
    put(
      [columns.map(({ heading }) => heading)],
      columns.map(({ look }) => headingStyles[look ?? 'plain']),
    )
    put(first)
    return { put, end: () => part.push(strToU8(sheetTail(columns, lists)), true) }
  })
  for await (const batch of rows) {
    for (const [index, sheet] of written.entries()) {
      const own = batch.filter((row) => row.sheet === index).map(({ cells }) => cells)
      if (own.length > 0) sheet.put(own)
    }
    yield* taken()
  }
  for (const sheet of written) sheet.end()
  zip.end()
  yield* taken()
}

type List = { values: readonly string[] }

/** Each list once: the units are offered in many columns. */
function listsOf(sheets: readonly BookSheet[]): List[] {
  const found = new Map<string, List>()
  for (const { columns } of sheets)
    for (const { list } of columns)
      if (list !== undefined && list.values.length > 0) found.set(list.values.join('\n'), { values: list.values })
  return [...found.values()]
}

const LIST_SHEET = '选项'

function listSheet(lists: readonly List[]): BookSheet {
  const length = Math.max(...lists.map(({ values }) => values.length))
  return {
    name: LIST_SHEET,
    columns: lists.map(({ values }) => ({ heading: values[0] ?? '', width: 20, format: 'text' })),
    rows: Array.from({ length: length - 1 }, (_, row) => lists.map(({ values }) => values[row + 1] ?? '')),
  }
}

function rowXml(
  row: number,
  cells: readonly string[],
  columns: readonly BookColumn[],
  styles?: readonly number[],
): string {
  let xml = `<row r="${row}">`
  for (const [index, text] of cells.entries()) {
    const format = columns[index]?.format ?? 'text'
    if (text !== '')
      xml += cellXml(
        `${letterOf(index)}${row}`,
        text,
        styles?.[index] ?? formatStyles[format],
        styles === undefined ? format : 'text',
      )
  }
  return `${xml}</row>`
}

function cellXml(address: string, text: string, style: number, format: BookFormat): string {
  const number = format === 'day' ? serialOf(text) : format === 'text' || format === 'longText' ? null : digitsOf(text)
  return number === null
    ? `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
    : `<c r="${address}" s="${style}"><v>${number}</v></c>`
}

/** Spreadsheets keep fifteen digits; a number that has more stays text, whole. */
const digitsOf = (text: string): string | null =>
  /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15 ? text : null

/** Days since the last of 1899, as spreadsheets count from March 1900. */
function serialOf(text: string): string | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) && text >= '1900-03-01' ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) ? null : String(at / 86_400_000 + 25_569)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Of what XML cannot hold nothing is left; `_x000D_` is Excel's own escape, and so that those signs as such stay what they are, they need it too. */
const escaped = (text: string): string =>
  text
    .slice(0, LONGEST_CELL)
    .replace(UNFIT, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r/g, '_x000D_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

const attribute = (text: string): string => escaped(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;')

function sheetHead(columns: readonly BookColumn[]): string {
  const hidden = columns.findIndex((column) => column.hidden !== true)
  const split = hidden <= 0 ? '' : ` xSplit="${hidden}"`
  const corner = `${letterOf(Math.max(0, hidden))}2`
  const pane = hidden <= 0 ? 'bottomLeft' : 'bottomRight'
  const cols = columns.map(
    ({ width, format, hidden: away }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${formatStyles[format]}" customWidth="1"${away ? ' hidden="1"' : ''}/>`,
  )
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/><cols>${cols.join('')}</cols><sheetData>`
}

function sheetTail(columns: readonly BookColumn[], lists: readonly List[]): string {
  const rules = columns.flatMap((column, index) => ruleXml(column, letterOf(index), lists))
  const validations =
    rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
  return `</sheetData>${validations}<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`
}

function ruleXml({ heading, prompt, list, hidden }: BookColumn, letter: string, lists: readonly List[]): string[] {
  const place = list === undefined ? -1 : lists.findIndex(({ values }) => values.join('\n') === list.values.join('\n'))
  if (hidden || (prompt === undefined && place < 0)) return []
  const shown = `showInputMessage="1" promptTitle="${attribute(heading.slice(0, TITLE))}" prompt="${attribute((prompt ?? heading).slice(0, PROMPT))}"`
  const range = `sqref="${letter}2:${letter}${LAST_ROW}"`
  if (list === undefined || place < 0) return [`<dataValidation allowBlank="1" ${shown} ${range}/>`]
  const source = `'${LIST_SHEET}'!$${letterOf(place)}$1:$${letterOf(place)}$${list.values.length}`
  const strict = list.free
    ? ''
    : ` showErrorMessage="1" errorTitle="${attribute(heading.slice(0, TITLE))}" error="请从下拉列表中选择。"`
  return [
    `<dataValidation type="list" allowBlank="1"${strict} ${shown} ${range}><formula1>${source}</formula1></dataValidation>`,
  ]
}

/** Everything but the sheets. */
function fixedParts(sheets: readonly BookSheet[], listsLast: boolean): [name: string, text: string][] {
  const ids = sheets.map((_, index) => index + 1)
  const types = ids.map(
    (id) =>
      `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  const entries = sheets.map(
    ({ name }, index) =>
      `<sheet name="${attribute(name)}" sheetId="${index + 1}"${listsLast && index === sheets.length - 1 ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const relations = ids.map(
    (id) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  )
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${entries.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${NAMESPACE}/package/2006/relationships">${relations.join('')}<Relationship Id="rIdS" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ]
}

const heading = (font: number, fill: number): string =>
  `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`
const cell = (numFmtId: number, wrap = false): string =>
  `<xf numFmtId="${numFmtId}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`
const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`

/** Formats 1, 4, 49 are built in (0, #,##0.00, text). */
const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.###"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="11"/><color rgb="FF7F7F7F"/><name val="宋体"/></font></fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE8EEF7')}${fill('FFFFE9C7')}${fill('FFEDEDED')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${heading(1, 2)}${heading(1, 3)}${heading(2, 4)}${cell(49)}${cell(49, true)}${cell(1)}${cell(165)}${cell(4)}${cell(164)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
