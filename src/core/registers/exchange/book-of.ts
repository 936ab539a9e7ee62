/** A register as a workbook to fill in: headings, what is offered, what to mind; and its entries as rows of it. */
import type { Language } from '../../proofread/diagnostic.ts'
import type { Register } from '../definition.ts'
import type { Cell, Field, Words } from '../field.ts'
import type { Values } from '../read-values.ts'
import type { NamesOf } from '../write-value.ts'
import type { BookColumn, BookRow, BookSheet } from './book.ts'
import { cellText, type ExchangedEntry, rowCellText } from './cell-text.ts'
import { type LayoutColumn, layoutOf, type SheetLayout } from './layout.ts'
import { guideName } from './read-import.ts'

/** @param units those that the visitor may write for, by name */
export function bookOf(
  register: Register,
  { restricted, language, units }: { restricted: boolean; language: Language; units: readonly string[] },
): BookSheet[] {
  const layouts = layoutOf(register, restricted)
  const sheets = layouts.map(({ name, columns, field }) => {
    const list = field === null ? undefined : register.fields[field]
    const fields = list?.type === 'rows' ? list.columns : register.fields
    return {
      name: name[language],
      columns: columns.map((column) => bookColumn(register, fields, column, language, units)),
    }
  })
  return [...sheets, guide(register, layouts, language)]
}

type Fields = Readonly<Record<string, Field | Cell>>

function bookColumn(
  register: Register,
  fields: Fields,
  column: LayoutColumn,
  language: Language,
  units: readonly string[],
): BookColumn {
  const { place, heading, format, hidden, required } = column
  const field = 'field' in place ? fields[place.field] : undefined
  const prompt = adviceOf(column, field)?.[language]
  const values = offered(register, column, field, language, units)
  const isFree = field !== undefined ? 'many' in field && field.many === true : false
  return {
    heading: heading[language],
    width: widthOf(heading[language], format),
    format,
    ...(hidden ? { hidden } : {}),
    ...(place.is === 'shown' ? { look: 'shown' as const } : required ? { look: 'required' as const } : {}),
    ...(prompt === undefined ? {} : { prompt }),
    ...(values.length === 0 ? {} : { list: { values, free: isFree } }),
  }
}

function offered(
  register: Register,
  { place }: LayoutColumn,
  field: Field | Cell | undefined,
  language: Language,
  units: readonly string[],
): readonly string[] {
  if (place.is === 'kind') return Object.values(register.kinds ?? {}).map((words) => words[language])
  if (place.is === 'unit' || field?.type === 'unit') return units
  if (field?.type === 'choice') return Object.values(field.options).map((words) => words[language])
  return field?.type === 'flag' ? (language === 'zh' ? ['是', '否'] : ['Yes', 'No']) : []
}

/** How to fill it in: by its type, then what its definition says. */
function adviceOf({ place, unit }: LayoutColumn, field: Field | Cell | undefined): Words | undefined {
  if (place.is === 'shown')
    return { zh: '由系统得出，改了也不会导入。', en: 'Worked out by the system; changes here are not taken.' }
  if (place.is === 'line')
    return {
      zh: '给每条记录一个不重复的序号；其他工作表用它说明各行属于哪条记录。',
      en: 'A number of its own for each record; rows of the other sheets name their record by it.',
    }
  if (place.is === 'unit') return { zh: '保管这条记录的单位。', en: 'The unit that keeps the record.' }
  if (place.is === 'aggregateFrom' || place.is === 'aggregateTo' || place.is === 'total')
    return {
      zh: '一条代表多次时才填：起止日期，以及这段时间的合计。',
      en: 'For a record that stands for many: its period, and what they come to.',
    }
  if (field === undefined) return undefined
  const byType = typeAdvice(field, unit)
  const required: Words | undefined = field.required === true ? { zh: '必填。', en: 'Required.' } : undefined
  const parts = [required, byType, field.help].filter((part) => part !== undefined)
  return parts.length === 0
    ? undefined
    : { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') }
}

function typeAdvice(field: Field | Cell, unit: string | null): Words | undefined {
  const isMany = 'many' in field && field.many === true
  if (isMany && field.type !== 'document') return { zh: '有多个的，用“、”隔开。', en: 'Put “、” between several.' }
  switch (field.type) {
    case 'day':
    case 'dayRange':
      return { zh: '像 2024-07-05。', en: 'Such as 2024-07-05.' }
    case 'money':
      return { zh: '单位为元；也可写 12.5万元。', en: 'In 元; 12.5万元 will do too.' }
    case 'area':
      return { zh: '单位为㎡；也可写 3.2亩。', en: 'In ㎡; 3.2亩 will do too.' }
    case 'quantity':
      return { zh: `单位为${unit}。`, en: `In ${unit}.` }
    case 'person':
      return { zh: '写姓名；有同名的，写成“姓名（单位）”。', en: 'The name; where two share it, “name（unit）”.' }
    case 'project':
    case 'reference':
      return { zh: '写系统里登记的名称。', en: 'Its name as it is on record.' }
    case 'document':
      return { zh: '写文件名称；有多份的，各加书名号。', en: 'The title; each in 《》 where there are several.' }
    default:
      return undefined
  }
}

function guide(register: Register, layouts: readonly SheetLayout[], language: Language): BookSheet {
  const say = ({ zh, en }: Words): string => (language === 'zh' ? zh : en)
  const notes = [
    register.help,
    {
      zh: '从第一张表的第二行起填写，一行一条记录。橙色列必填，灰色列由系统得出、不导入。列可以增减、换序，标题要保留。',
      en: 'One record a row, from the second row of the first sheet on. Orange columns are required, grey ones are not read. Columns may be moved or left out; keep their headings.',
    },
    {
      zh: '隐藏的“系统编号”“系统版本”两列用来认出原有记录，请勿改动；新增的行留空。表中没有的记录不受影响。',
      en: 'The hidden columns with id and version tell which record a row is. Leave them alone, and empty in new rows. Records that are not in the sheet stay as they are.',
    },
    ...(layouts.length === 1
      ? []
      : [
          {
            zh: `${layouts
              .slice(1)
              .map(({ name }) => `“${name.zh}”`)
              .join('')}表里的每一行用“序号”说明属于第一张表的哪条记录。`,
            en: `Rows of ${layouts
              .slice(1)
              .map(({ name }) => `“${name.en}”`)
              .join(' and ')} name their record in the first sheet by its number.`,
          },
        ]),
    {
      zh: '导入时先看到将要发生的变化；有一行不合要求，就一行也不写入。',
      en: 'An import is shown before anything is written; if one row is wrong, none is written.',
    },
  ]
  const rows = layouts.flatMap(({ name, columns, field }) => {
    const list = field === null ? undefined : register.fields[field]
    const fields: Fields = list?.type === 'rows' ? list.columns : register.fields
    return columns.flatMap((column) => {
      if (column.hidden) return []
      const own = 'field' in column.place ? fields[column.place.field] : undefined
      const kinds = own !== undefined && 'kinds' in own ? own.kinds : undefined
      const only = kinds === undefined ? '' : kinds.map((kind) => register.kinds?.[kind]?.[language] ?? kind).join('、')
      const advice = adviceOf(column, own)
      return [[say(name), column.heading[language], advice === undefined ? '' : say(advice), only]]
    })
  })
  const heading = (zh: string, en: string, width: number): BookColumn => ({
    heading: say({ zh, en }),
    width,
    format: 'longText',
  })
  return {
    name: guideName,
    columns: [
      heading('工作表', 'Sheet', 16),
      heading('列', 'Column', 26),
      heading('说明', 'How to fill it in', 70),
      heading('适用类别', 'Kinds', 40),
    ],
    rows: [...notes.map((note) => ['', '', say(note), '']), ['', '', '', ''], ...rows],
  }
}

const signsOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 2)
const widthOf = (heading: string, format: BookColumn['format']): number =>
  Math.min(
    44,
    Math.max(signsOf(heading), { text: 18, longText: 44, whole: 10, number: 12, money: 16, day: 13 }[format]),
  )

/**
 * Entries as rows: those of the first sheet, and of each list after it.
 * @param line the running number of the first
 */
export function rowsOf(
  register: Register,
  entries: readonly ExchangedEntry[],
  { restricted, language, names, line }: { restricted: boolean; language: Language; names: NamesOf; line: number },
): BookRow[] {
  const [main, ...lists] = layoutOf(register, restricted)
  return entries.flatMap((entry, index) => {
    const around = { line: line + index, names, language }
    const own: BookRow = { sheet: 0, cells: main.columns.map((column) => cellText(register, column, entry, around)) }
    const others = lists.flatMap(({ field, columns }, place) => {
      const list = field === null ? undefined : register.fields[field]
      if (field === null || list?.type !== 'rows') return []
      return ((entry.values[field] ?? []) as readonly Values[]).map(
        (row): BookRow => ({
          sheet: place + 1,
          cells: columns.map((column) =>
            column.place.is === 'field'
              ? rowCellText(list.columns, column, row, names, language)
              : cellText(register, column, entry, around),
          ),
        }),
      )
    })
    return [own, ...others]
  })
}
