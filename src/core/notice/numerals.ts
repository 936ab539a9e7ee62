/** Chinese and Arabic numerals, as they stand in official texts. */

const digits = new Map<string, number>()
for (const [index, characters] of [
  '零〇○',
  '一壹',
  '二贰两',
  '三叁',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const character of characters) digits.set(character, index)
}
const tens = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])

/**
 * The value of a Chinese numeral (`一百二十三`, `十六`, `二〇二四`, `两`, `三万五千`); null when it is none.
 * A row of digits without 十百千万 is read digit by digit, as in years.
 */
export function chineseNumber(text: string): number | null {
  if (text === '' || text.length > 20) return null
  const characters = [...text]
  if (characters.length > 1 && characters.every((character) => digits.has(character))) {
    return Number(characters.map((character) => digits.get(character)).join(''))
  }
  let total = 0
  let section = 0
  let pending: number | null = null
  for (const character of characters) {
    const digit = digits.get(character)
    const unit = tens.get(character)
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null
      pending = digit
    } else if (unit !== undefined) {
      section += (pending ?? 1) * unit
      pending = null
    } else if (character === '万') {
      const value = section + (pending ?? 0)
      if (value === 0) return null
      total += value * 10000
      section = 0
      pending = null
    } else return null
  }
  return total + section + (pending ?? 0)
}

/** The value of an Arabic (`1,186`, `37.5`) or Chinese numeral; null when it is none. */
export function numberOf(text: string): number | null {
  if (/^\d/.test(text)) {
    const value = Number(text.replaceAll(',', ''))
    return Number.isFinite(value) ? value : null
  }
  return chineseNumber(text)
}
