import type { Notice } from '../../../notice/notice.ts'

/** The district's own name (`云岭区`), from the inspected body or the title; null when neither names one. */
export function placeNameOf(notice: Notice): string | null {
  for (const text of [notice.inspection.body ?? '', notice.title]) {
    const name = /(?:中共)?([\p{Script=Han}]{2,4}?[区县市镇乡])/u.exec(text)?.[1]
    if (name !== undefined) return name
  }
  return null
}

/**
 * A name without the district before it: `云岭区城管局` and `区城管局` are one unit, and both leave `城管局`; `云岭` alone
 * goes too when the rest is long enough to stand by itself.
 */
export function withoutPlace(name: string, place: string | null): string {
  const stem = place?.slice(0, -1) ?? ''
  for (const prefix of [
    place ?? '',
    '全区',
    '本区',
    '我区',
    '区',
    '全县',
    '我县',
    '县',
    stem.length >= 2 ? stem : '',
  ]) {
    if (prefix !== '' && name.startsWith(prefix) && name.length - prefix.length >= 2) return name.slice(prefix.length)
  }
  return name
}
