/**
 * A number in one of Word's list formats (ECMA-376 Part 1, 17.18.59 ST_NumberFormat): those found in Chinese documents, and decimal
 * for the rest, so that a number is never lost.
 */
const DIGITS = '〇一二三四五六七八九'
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_DIGITS_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'

/** `value` (0 or more) as written by list format `format`. */
export function listNumber(value: number, format: string): string {
  return (formats[format] ?? String)(value)
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: enclosed([
    [1, 20, 0x2460],
    [21, 35, 0x3251],
    [36, 50, 0x32b1],
  ]),
  decimalEnclosedCircleChinese: enclosed([
    [1, 20, 0x2460],
    [21, 35, 0x3251],
    [36, 50, 0x32b1],
  ]),
  decimalEnclosedParen: enclosed([[1, 20, 0x2474]]),
  decimalEnclosedFullstop: enclosed([[1, 20, 0x2488]]),
  ideographEnclosedCircle: enclosed([[1, 10, 0x3280]]),
  chineseCounting: (value) => (value < 100 ? counted(value, DIGITS, '十') : digitByDigit(value)),
  chineseCountingThousand: inThousands('零一二三四五六七八九', '十百千'),
  japaneseCounting: inThousands(DIGITS, '十百千'),
  taiwaneseCounting: (value) => (value < 100 ? counted(value, DIGITS, '十') : digitByDigit(value)),
  taiwaneseCountingThousand: inThousands('零一二三四五六七八九', '十百千'),
  chineseLegalSimplified: inThousands(LEGAL_DIGITS, '拾佰仟'),
  ideographLegalTraditional: inThousands(LEGAL_DIGITS_TRADITIONAL, '拾佰仟'),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  ideographTraditional: row('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: row('子丑寅卯辰巳午未申酉戌亥'),
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
}

/** Characters that enclose a number; a number without one is written in decimal. */
function enclosed(ranges: readonly (readonly [from: number, to: number, codePoint: number])[]) {
  return (value: number): string => {
    const range = ranges.find(([from, to]) => value >= from && value <= to)
    return range ? String.fromCodePoint(range[2] + value - range[0]) : String(value)
  }
}

function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit)
}

/** 1–99 with the ten written out: 十, 十一, 二十. */
function counted(value: number, digits: string, ten: string): string {
  if (value < 10) return digits[value] ?? ''
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? digits[tens] : ''}${ten}${value % 10 > 0 ? digits[value % 10] : ''}`
}

/** 1–9999 with places written out (一百零一); 十 for 10–19 where the digits are not the legal ones (壹拾). */
function inThousands(digits: string, places: string) {
  return (value: number): string => {
    if (value >= 10_000) return String(value)
    if (value < 20 && !digits.includes('壹')) return counted(value, digits, places[0] ?? '')
    let text = ''
    let gap = false
    for (let place = 3; place >= 0; place--) {
      const digit = Math.floor(value / 10 ** place) % 10
      if (digit === 0) {
        gap = text !== ''
        continue
      }
      text += `${gap ? digits[0] : ''}${digits[digit]}${place > 0 ? places[place - 1] : ''}`
      gap = false
    }
    return text === '' ? (digits[0] ?? '') : text
  }
}

/** A fixed row of signs; a number beyond its end is written in decimal. */
function row(signs: string) {
  return (value: number): string => signs[value - 1] ?? String(value)
}

/** A, B … Z, AA, BB (Word doubles the letter, it does not count on to AB). */
function letters(first: string) {
  return (value: number): string =>
    value < 1
      ? String(value)
      : String.fromCodePoint(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  let text = ''
  let rest = value
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth && text.length < 30) {
      text += sign
      rest -= worth
    }
  }
  return rest > 0 ? String(value) : text
}
