/** What is wrong with a value, in words: what it is, and what to write instead. */
import type { Words } from './field.ts'
import type { AmountFault } from './quantity.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

export const sentences = {
  unknownField: (key: string) => words(`没有“${key}”这一栏。请核对栏目名称。`, `There is no field “${key}”.`),
  otherKind: (name: Words, kind: Words | undefined) =>
    words(
      `“${name.zh}”不适用于这一类${kind === undefined ? '' : `（${kind.zh}）`}，请清空或改选种类。`,
      `“${name.en}” does not apply to this kind${kind === undefined ? '' : ` (${kind.en})`}. Clear it or choose another kind.`,
    ),
  periodInstead: (name: Words) =>
    words(
      `汇总登记以起止日期代替“${name.zh}”，请清空这一栏。`,
      `An entry that stands for many has a period in place of “${name.en}”. Clear it.`,
    ),
  required: (name: Words) => words(`请填写“${name.zh}”。`, `Fill in “${name.en}”.`),
  unknownCount: (key: string) => words(`没有“${key}”这一项合计。`, `There is no count “${key}” here.`),
  totalsMissing: words('请填写汇总的数量。', 'Fill in what the entries come to.'),
  noKinds: (name: Words) => words(`“${name.zh}”不分种类。`, `“${name.en}” has no kinds.`),
  kindMissing: words('请选择种类。', 'Choose a kind.'),
  unknownKind: (kind: string, name: Words) =>
    words(`“${name.zh}”没有“${kind}”这一种类。`, `“${name.en}” has no kind “${kind}”.`),
  notRows: (name: Words) => words(`“${name.zh}”要逐行填写。`, `“${name.en}” consists of rows.`),
  notText: (name: Words) => words(`“${name.zh}”要填文字。`, `“${name.en}” is a text.`),
  oneLine: (name: Words) => words(`“${name.zh}”请写成一行，不要换行。`, `Write “${name.en}” in one line.`),
  tooLong: (name: Words, most: number) =>
    words(`“${name.zh}”不能超过 ${most} 个字，请删减。`, `“${name.en}” has more than ${most} characters. Shorten it.`),
  notAnOption: (name: Words, options: Readonly<Record<string, Words>>) =>
    words(
      `“${name.zh}”请从这些里选：${Object.values(options)
        .map(({ zh }) => zh)
        .join('、')}。`,
      `For “${name.en}” choose one of: ${Object.values(options)
        .map(({ en }) => en)
        .join(', ')}.`,
    ),
  notAFlag: (name: Words) => words(`“${name.zh}”请填“是”或“否”。`, `“${name.en}” is yes or no.`),
  notADay: (name: Words) =>
    words(
      `“${name.zh}”要写到日，像 2024-07-05 或 2024年7月5日，且日历上要有这一天。`,
      `“${name.en}” is a day of the calendar, such as 2024-07-05.`,
    ),
  notARange: (name: Words) =>
    words(
      `“${name.zh}”要有起止两天，像 2024-01-01 至 2024-10-31。`,
      `“${name.en}” has a first and a last day, such as 2024-01-01 至 2024-10-31.`,
    ),
  reversed: (name: Words) =>
    words(`“${name.zh}”的起始日期晚于截止日期，请核对。`, `“${name.en}” ends before it begins. Check both days.`),
  notMoney: (name: Words, fault: AmountFault) =>
    ({
      notANumber: words(
        `“${name.zh}”要填金额，像 1,234.56 或 12.5万元。`,
        `“${name.en}” is an amount of money, such as 1,234.56 or 12.5万元.`,
      ),
      tooManyPlaces: words(
        `“${name.zh}”精确到分，请不要填不足一分的数。`,
        `“${name.en}” is exact to a fen (0.01 yuan); write no less than that.`,
      ),
      otherUnit: words(`“${name.zh}”的单位只能是元、万元或亿元。`, `“${name.en}” is in 元, 万元 or 亿元.`),
      tooLarge: words(`“${name.zh}”的数太大，请核对。`, `“${name.en}” is too large. Check it.`),
    })[fault],
  notAnArea: (name: Words, fault: AmountFault) =>
    ({
      notANumber: words(
        `“${name.zh}”要填面积，像 1,200 ㎡ 或 3.2亩。`,
        `“${name.en}” is an area, such as 1,200 ㎡ or 3.2亩.`,
      ),
      tooManyPlaces: words(`“${name.zh}”最多三位小数（㎡）。`, `“${name.en}” has at most three decimals (in ㎡).`),
      otherUnit: words(
        `“${name.zh}”的单位只能是㎡、亩、公顷或平方公里。`,
        `“${name.en}” is in ㎡, 亩, 公顷 or 平方公里.`,
      ),
      tooLarge: words(`“${name.zh}”的数太大，请核对。`, `“${name.en}” is too large. Check it.`),
    })[fault],
  notAQuantity: (name: Words, fault: AmountFault, unit: string, decimals: number) =>
    ({
      notANumber: words(`“${name.zh}”要填数字。`, `“${name.en}” is a number.`),
      tooManyPlaces:
        decimals === 0
          ? words(`“${name.zh}”要填整数。`, `“${name.en}” is a whole number.`)
          : words(`“${name.zh}”最多 ${decimals} 位小数。`, `“${name.en}” has at most ${decimals} decimals.`),
      otherUnit: words(
        `“${name.zh}”的单位是“${unit}”，请换算后再填。`,
        `“${name.en}” is in ${unit}. Convert it first.`,
      ),
      tooLarge: words(`“${name.zh}”的数太大，请核对。`, `“${name.en}” is too large. Check it.`),
    })[fault],
  negative: (name: Words) => words(`“${name.zh}”不能是负数。`, `“${name.en}” cannot be negative.`),
  tooLittle: (name: Words, least: number, unit: string) =>
    words(`“${name.zh}”不能小于 ${least}${unit}。`, `“${name.en}” is at least ${least} ${unit}.`),
  tooMuch: (name: Words, most: number, unit: string) =>
    words(`“${name.zh}”不能大于 ${most}${unit}。`, `“${name.en}” is at most ${most} ${unit}.`),
  notChosen: (name: Words) => words(`“${name.zh}”请从列表中选择。`, `Choose “${name.en}” from the list.`),
  noSuchName: (name: Words, text: string) =>
    words(
      `“${name.zh}”：系统里没有“${text}”，请核对名称，或先登记。`,
      `“${name.en}”: there is no “${text}” on record. Check the name, or enter it first.`,
    ),
  severalOfName: (name: Words, text: string, count: number) =>
    words(
      `“${name.zh}”：叫“${text}”的有 ${count} 个，请写清是哪一个。`,
      `“${name.en}”: “${text}” may be any of ${count}. Say which.`,
    ),
  notFiles: (name: Words) => words(`“${name.zh}”请重新选择文件。`, `Choose the files of “${name.en}” again.`),
  computed: (name: Words) =>
    words(`“${name.zh}”由系统计算，不用填写。`, `“${name.en}” is worked out by the system and is not filled in.`),
  noSuchUnit: words('没有这个单位，请重新选择。', 'There is no such unit. Choose again.'),
  gone: (name: Words) =>
    words(
      `“${name.zh}”所选的内容已不存在或已撤销，请重新选择。`,
      `What was chosen for “${name.en}” is no longer there, or was withdrawn. Choose again.`,
    ),
  fileGone: (file: string) =>
    words(`没有收到文件“${file}”，请重新上传。`, `The file “${file}” did not arrive. Upload it again.`),
} as const
