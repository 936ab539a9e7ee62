/** What is wrong with a row of a sheet, beyond what is wrong with a value (`value-sentences.ts`). */
import type { Words } from '../field.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

export const rowSentences = {
  badId: words(
    '系统编号只能是数字。请勿改动隐藏的“系统编号”列；新增的行请把它留空。',
    'The record id is a number. Leave that hidden column as it is, and empty in new rows.',
  ),
  idTwice: (row: number) =>
    words(
      `系统编号与第 ${row} 行相同。若是复制出来的新行，请取消隐藏 A、B 两列，清空本行这两格。`,
      `The record id is that of row ${row}. If this row was copied to make a new one, unhide columns A and B and clear them here.`,
    ),
  notFound: words(
    '系统里没有这个编号的记录，或不在您的权限内。请重新导出后再改。',
    'There is no record of this id, or you may not see it. Export again and edit that.',
  ),
  withdrawn: words(
    '这条记录已撤销，不能修改。请先恢复，或删去本行。',
    'This record was withdrawn and cannot be changed. Put it back first, or delete this row.',
  ),
  versionMissing: words(
    '缺少“系统版本”，无法判断记录在导出后是否被他人改过。请重新导出后再改。',
    'The record version is missing, so it cannot be told whether somebody changed the record since. Export again and edit that.',
  ),
  changedMeanwhile: (who: string, when: string) =>
    words(
      `导出之后，${who} 于 ${when} 改过这条记录。请重新导出后再改；本行没有要改的，请删去本行。`,
      `${who} changed this record on ${when}, after the export. Export again and edit that; if nothing is to change here, delete this row.`,
    ),
  unitMissing: words('请填写登记单位。', 'Fill in the unit.'),
  noSuchUnit: (name: string) =>
    words(`没有名为“${name}”的单位，请核对。`, `There is no unit “${name}”. Check the name.`),
  severalUnits: (name: string) =>
    words(`“${name}”可以指多个单位，请写全称。`, `“${name}” may be several units. Write the full name.`),
  otherUnit: (name: string) =>
    words(
      `您不能替“${name}”登记。请改为本单位，或请整改办导入。`,
      `You cannot enter records for “${name}”. Choose your own unit, or ask the office.`,
    ),
  notYours: words(
    '这条记录由其他单位登记，您不能修改。请删去本行。',
    'This record is kept by another unit and is not yours to change. Delete this row.',
  ),
  halfPeriod: words('汇总期的起止日期要一起填。', 'A period has a first and a last day.'),
  badDay: words('日期要写到日，像 2024-07-05 或 2024年7月5日。', 'Write a day of the calendar, such as 2024-07-05.'),
  reversedPeriod: words('汇总期的起始日期晚于截止日期，请核对。', 'The period ends before it begins. Check both days.'),
  totalsWithoutPeriod: words(
    '填了汇总数量，还要填汇总期的起止日期。',
    'Totals need the first and last day of their period.',
  ),
  errorValue: (value: string) =>
    words(
      `这一格是错误值 ${value}，请改正公式或直接填写。`,
      `This cell is an error (${value}). Correct the formula, or type the value.`,
    ),
  lineMissing: words('请填写“序号”，与第一张表的序号一致。', 'Fill in the number of the record in the first sheet.'),
  lineUnknown: (line: string) =>
    words(
      `第一张表里没有序号“${line}”。请核对序号；原记录已从表中删去的，本行也请删去。`,
      `There is no number “${line}” in the first sheet. Check it, or delete this row with its record.`,
    ),
  lineTwice: (line: string, row: number) =>
    words(
      `序号“${line}”与第 ${row} 行相同，请改成不同的序号。`,
      `The number “${line}” is that of row ${row}. Make them different.`,
    ),
} as const
