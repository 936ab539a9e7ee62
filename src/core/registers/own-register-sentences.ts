/** Why a definition is not taken, and what to do. */
import type { Words } from './field.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

export const ownRegisterSentences = {
  shape: words('设置的格式不对，请检查这一项。', 'This part of the definition does not have the right form.'),
  ownKey: (key: string) =>
    words(
      `自己增加的编号要以 own 开头，像 ownDepth，“${key}”不行。`,
      `Keys of your own begin with “own”, such as ownDepth; “${key}” does not.`,
    ),
  shippedChanged: (name: Words) =>
    words(
      `“${name.zh}”是系统自带的登记簿，只能增加栏目、种类和统计项，这一项不能改。`,
      `“${name.en}” is shipped with the system: fields, kinds and counts may be added; this cannot be changed.`,
    ),
  shippedPart: (name: Words) =>
    words(
      `“${name.zh}”是系统自带的，不能修改或删除。`,
      `“${name.en}” is shipped with the system and can be neither changed nor removed.`,
    ),
  noFields: words('登记簿至少要有一个栏目。', 'A register has at least one field.'),
  noKinds: words('请至少写一个种类，或设为不分种类。', 'Name at least one kind, or let there be none.'),
  noCounts: words('请至少写一个统计项，例如条数。', 'Name at least one count, such as the number of entries.'),
  reserved: (key: string) =>
    words(`编号“${key}”另有用处，请换一个。`, `The key “${key}” has another use. Choose another.`),
  nameTwice: (name: string) =>
    words(`有两个栏目都叫“${name}”，请改一个。`, `Two fields are called “${name}”. Rename one.`),
  noSuchKind: (kind: string) => words(`没有“${kind}”这个种类。`, `There is no kind “${kind}”.`),
  noOptions: (name: Words) => words(`请写出“${name.zh}”的选项。`, `Name the options of “${name.en}”.`),
  noColumns: (name: Words) => words(`请写出“${name.zh}”每行的栏目。`, `Name the columns of “${name.en}”.`),
  noSuchRegister: (register: string) =>
    words(`没有登记簿“${register}”，请重新选择。`, `There is no register “${register}”. Choose again.`),
  notComputable: (name: Words) =>
    words(
      `“${name.zh}”的算式只能用数量、金额、面积或两个日期，且不能用到它自己。`,
      `“${name.en}” can be worked out from quantities, money, areas or two days alone, and not from itself.`,
    ),
  dateField: words('请选一个日期栏目作为登记日期。', 'Choose a day as the date of an entry.'),
  aggregateNeedsDate: words(
    '可以汇总登记的登记簿要有登记日期。',
    'A register whose entries may stand for many needs a date.',
  ),
  titleField: (key: string) =>
    words(`标题里用到的“${key}”不是栏目，请改正。`, `The title names “${key}”, which is no field. Correct it.`),
  countOf: (name: Words) =>
    words(
      `“${name.zh}”只能统计条数，或一个数量、金额、面积栏目。`,
      `“${name.en}” counts entries, or a quantity, an amount or an area.`,
    ),
  heldDate: words(
    '已有登记事项，不能再改登记日期用哪一栏。',
    'There are entries already: the field that dates them cannot be changed.',
  ),
  heldKinds: words(
    '已有登记事项，不能再改是否分种类。',
    'There are entries already: whether there are kinds cannot be changed.',
  ),
  heldKind: (name: Words) =>
    words(`“${name.zh}”已有登记事项，不能删除。`, `There are entries of “${name.en}”: it cannot be removed.`),
  heldType: (name: Words) =>
    words(
      `“${name.zh}”已有内容，不能改类型和单位。可以删去它，另加一个栏目。`,
      `“${name.en}” holds values: its type and unit cannot be changed. Remove it and add another field.`,
    ),
  heldOption: (name: Words) =>
    words(`选项“${name.zh}”已有登记事项选用，不能删除。`, `The option “${name.en}” is in use and cannot be removed.`),
} as const
