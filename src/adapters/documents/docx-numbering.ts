/**
 * The numbers that Word writes before paragraphs (`numbering.xml`, ECMA-376 Part 1, 17.9). They are no part of the paragraph's text,
 * so they are counted here the way Word counts them: lists of one definition share their counters, a list that names a start of
 * its own begins anew there, and a paragraph starts the deeper levels over.
 */
import { listNumber } from './list-number.ts'
import { childOf, propertyOf, type XmlElement } from './xml-reader.ts'

type Level = {
  start: number
  format: string
  /** `%1、`, `（%2）`: %n stands for the number of level n. */
  text: string
  suffix: 'tab' | 'space' | 'nothing'
  /** Level (1-based) whose numbers start this one over; 0: none; null: any higher level. */
  restartAfter: number | null
  /** Every number of the marker in decimal (`isLgl`). */
  decimal: boolean
  paragraphStyle: string | undefined
}
type List = { definition: string; levels: Level[]; ownStarts: Map<number, number> }

/** What stands before the paragraph; `suffix` says what Word puts between it and the text. */
export type ListMarker = { text: string; suffix: Level['suffix'] }

export type ListNumbering = {
  /** The marker of the next paragraph of list `list` on `level` (0-based), counted on; null for no list and for bullets. */
  next: (list: string, level: number) => ListMarker | null
  /** The level that a paragraph style is tied to in a list. */
  levelOfStyle: (list: string, style: string) => number | undefined
}

const DEEPEST_LEVEL = 8
const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(element.attributes.val ?? 'true')

export function readNumbering(root: XmlElement | null): ListNumbering {
  const lists = root === null ? new Map<string, List>() : readLists(root)
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  const next = (name: string, wanted: number): ListMarker | null => {
    const list = lists.get(name)
    const depth = Math.min(Math.max(wanted, 0), DEEPEST_LEVEL)
    const level = list?.levels[depth]
    if (!list || !level) return null
    const counts = counters.get(list.definition) ?? []
    counters.set(list.definition, counts)

    const ownStart = list.ownStarts.get(depth)
    const key = `${name}/${depth}`
    if (ownStart !== undefined && !started.has(key)) counts[depth] = ownStart
    else counts[depth] = (counts[depth] ?? level.start - 1) + 1
    started.add(key)
    startDeeperLevelsOver(counts, list.levels, depth)
    if (level.format === 'bullet') return null

    const text = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = list.levels[at]
      if (!other) return ''
      return listNumber(counts[at] ?? Math.max(other.start - 1, 0), level.decimal ? 'decimal' : other.format)
    })
    return text === '' ? null : { text, suffix: level.suffix }
  }

  return {
    next,
    levelOfStyle: (list, style) => {
      const at = lists.get(list)?.levels.findIndex((level) => level?.paragraphStyle === style)
      return at === undefined || at < 0 ? undefined : at
    },
  }
}

function startDeeperLevelsOver(counts: (number | undefined)[], levels: readonly Level[], depth: number): void {
  for (let deeper = depth + 1; deeper <= DEEPEST_LEVEL; deeper++) {
    const after = levels[deeper]?.restartAfter ?? null
    if (after === null || depth < after) counts[deeper] = undefined
  }
}

function readLists(root: XmlElement): Map<string, List> {
  const definitions = new Map<string, XmlElement>()
  const byStyleLink = new Map<string, XmlElement>()
  for (const element of root.children) {
    if (element.name !== 'abstractNum') continue
    definitions.set(element.attributes.abstractNumId ?? '', element)
    const link = propertyOf(element, 'styleLink')
    if (link !== undefined) byStyleLink.set(link, element)
  }
  const lists = new Map<string, List>()
  for (const element of root.children) {
    if (element.name !== 'num') continue
    const named = definitions.get(propertyOf(element, 'abstractNumId') ?? '')
    const definition = byStyleLink.get(propertyOf(named, 'numStyleLink') ?? '') ?? named
    if (definition) lists.set(element.attributes.numId ?? '', readList(element, definition))
  }
  return lists
}

function readList(num: XmlElement, definition: XmlElement): List {
  const levels: Level[] = []
  const ownStarts = new Map<number, number>()
  for (const element of definition.children) if (element.name === 'lvl') levels[depthOf(element)] = readLevel(element)
  for (const override of num.children) {
    if (override.name !== 'lvlOverride') continue
    const own = childOf(override, 'lvl')
    if (own) levels[depthOf(override)] = readLevel(own)
    const start = propertyOf(override, 'startOverride')
    if (start !== undefined) ownStarts.set(depthOf(override), wholeNumber(start, 1))
  }
  return { definition: definition.attributes.abstractNumId ?? '', levels, ownStarts }
}

const depthOf = (element: XmlElement): number => Math.min(wholeNumber(element.attributes.ilvl, 0), DEEPEST_LEVEL)

function readLevel(element: XmlElement): Level {
  const suffix = propertyOf(element, 'suff')
  const restart = propertyOf(element, 'lvlRestart')
  return {
    start: wholeNumber(propertyOf(element, 'start'), 0),
    format: propertyOf(element, 'numFmt') ?? 'decimal',
    text: propertyOf(element, 'lvlText') ?? '',
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restartAfter: restart === undefined ? null : wholeNumber(restart, 0),
    decimal: isOn(childOf(element, 'isLgl')),
    paragraphStyle: propertyOf(element, 'pStyle'),
  }
}

/** A count as written in the file; hostile or missing ones become `otherwise`. */
function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise
}
