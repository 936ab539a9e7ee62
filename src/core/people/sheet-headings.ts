/** Which column of somebody's table is what: headings are found by their meaning, in whatever order, below a title if there is one. */
import { Refusal } from '../refusal.ts'

export type SheetKind = 'units' | 'people'
export const sheetFields = {
  units: ['name', 'shortName', 'parent'],
  people: ['name', 'unit', 'title', 'role', 'loginName'],
} as const
export type UnitField = (typeof sheetFields.units)[number]
export type PersonField = (typeof sheetFields.people)[number]
export type SheetField = UnitField | PersonField

/** The first word of each is the one of the template. */
const words: { readonly [Kind in SheetKind]: Readonly<Partial<Record<SheetField, readonly string[]>>> } = {
  units: {
    name: ['单位名称', '单位', '单位全称', '机构名称', '部门名称', '名称', '全称', 'unit', 'name'],
    shortName: ['简称', '单位简称', '机构简称', 'shortname', 'short'],
    parent: ['上级单位', '上级', '上级机构', '主管单位', '主管部门', '隶属单位', '隶属', 'parent'],
  },
  people: {
    name: ['姓名', '名字', '人员', '人员姓名', '联系人', 'name'],
    unit: ['单位', '所在单位', '工作单位', '所属单位', '单位名称', '部门', '所在部门', 'unit'],
    title: ['职务', '职位', '行政职务', '现任职务', '职务名称', 'title', 'position'],
    role: ['角色', '岗位', '系统角色', '系统岗位', '权限', 'role', 'roles'],
    loginName: ['登录名', '账号', '用户名', '登录账号', 'login', 'loginname', 'account', 'username'],
  },
}

/** Headings of a table to fill in. */
export const headingsOf = (kind: SheetKind): string[] =>
  sheetFields[kind].map((field) => words[kind][field]?.[0] ?? field)

export const headingOf = (kind: SheetKind, field: SheetField): string => words[kind][field]?.[0] ?? field

/** What is said beside the heading does not count: 姓名（必填）, *单位：. */
const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\(.*?\)|【.*?】/g, '')
    .replace(/[\s*:_]/g, '')
    .toLowerCase()

const searchedRows = 10

/** @returns null when nothing says so */
export function kindOf(rows: readonly (readonly string[])[]): SheetKind | null {
  for (const row of rows.slice(0, searchedRows)) {
    const has = (kind: SheetKind, field: SheetField) => row.some((cell) => words[kind][field]?.includes(plain(cell)))
    if (has('people', 'name') && (has('people', 'unit') || has('people', 'title') || !has('units', 'name')))
      return 'people'
    if (has('units', 'name')) return 'units'
  }
  return null
}

export type Headings = {
  /** Index of the row of headings. */
  at: number
  /** Index of the column of each field that there is. */
  columns: ReadonlyMap<SheetField, number>
  shown: { letter: string; heading: string; field: SheetField | null }[]
}

/** @throws Refusal `sheet.empty`, `sheet.noHeadings`, `sheet.headingTwice` */
export function findHeadings(rows: readonly (readonly string[])[], kind: SheetKind): Headings {
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) throw new Refusal('sheet.empty')
  const fieldOf = (cell: string): SheetField | null =>
    sheetFields[kind].find((field) => words[kind][field]?.includes(plain(cell))) ?? null
  for (const [at, row] of rows.slice(0, searchedRows).entries()) {
    const fields = row.map(fieldOf)
    if (!fields.includes('name')) continue
    const columns = new Map<SheetField, number>()
    for (const [column, field] of fields.entries()) {
      if (field === null) continue
      const first = columns.get(field)
      if (first !== undefined) {
        const heading = headingOf(kind, field)
        throw new Refusal('sheet.headingTwice', { first: letterOf(first), second: letterOf(column), heading })
      }
      columns.set(field, column)
    }
    const shown = row.flatMap((heading, column) =>
      heading.trim() === '' ? [] : [{ letter: letterOf(column), heading, field: fields[column] ?? null }],
    )
    return { at, columns, shown }
  }
  throw new Refusal('sheet.noHeadings', { wanted: headingsOf(kind).join('、') })
}

/** A, B … Z, AA … */
export function letterOf(column: number): string {
  const above = Math.floor(column / 26)
  return (above > 0 ? letterOf(above - 1) : '') + String.fromCharCode(65 + (column % 26))
}
