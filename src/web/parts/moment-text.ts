import { dayOfMoment } from './day-distance.ts'

/** An instant as day and minute by the clock of this computer: `2026-03-14 16:20`. */
export function momentText(instant: string): string {
  const moment = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayOfMoment(moment)} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
