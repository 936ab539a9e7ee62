/** Days as a person writes or pastes them, one per line: `2027-10-01 国庆节`, `2027/10/1`, `2027年10月1日`. */
import { type Day, dayOf } from '../../core/deadline/day.ts'

export type Wrong = { code: 'day' | 'name'; line: string }
type Read = { days: { day: Day; name: string }[]; wrong: Wrong | null }

/** @param named whether each day needs a name after it */
export function readDays(text: string, named: boolean): Read {
  const days: Read['days'] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,，、]*(.*)$/.exec(line)
    const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
    const name = match?.[4] ?? ''
    if (day === null) return { days, wrong: { code: 'day', line } }
    if (named && name === '') return { days, wrong: { code: 'name', line } }
    days.push({ day, name })
  }
  return { days, wrong: null }
}

export const linesOf = (days: readonly { day: string; name: string }[]): string =>
  days.map(({ day, name }) => `${day} ${name}`).join('\n')
