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
 * Takes the district from the beginning of a name: `云岭区城管局` and `区城管局` are one unit, and both leave `城管局`; `云岭`
 * alone goes too when the rest is long enough to stand by itself.
 */
export function placeRemover(place: string | null): (name: string) => string {
  const stem = place?.slice(0, -1) ?? ''
  const prefixes = [
    place ?? '',
    '全区',
    '本区',
    '我区',
    '区',
    '全县',
    '我县',
    '县',
    stem.length >= 2 ? stem : '',
  ].filter((prefix) => prefix !== '')
  return (name) => {
    const prefix = prefixes.find((each) => name.startsWith(each) && name.length - each.length >= 2)
    return prefix === undefined ? name : name.slice(prefix.length)
  }
}
