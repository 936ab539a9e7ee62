import { describe, expect, test } from 'vitest'
import { parseDay } from '../deadline/day.ts'
import { shippedRegisters } from '../registers/registers.ts'
import { definitionOf } from './definition-of.ts'
import type { Dictionary } from './dictionary.ts'
import { parseFigure } from './parse-figure.ts'
import { shippedFigures } from './shipped.ts'
import { ledgerSubjects, subjectOf } from './subjects.ts'
import { writeFigure } from './write-figure.ts'

const today = parseDay('2024-09-11')
if (today === null) throw new Error('no such day')
const registers = Object.values(shippedRegisters)
const dictionary: Dictionary = {
  subjects: [...Object.values(ledgerSubjects), ...registers.map(subjectOf)],
  units: [],
  projects: [],
  inspections: [],
  today,
}

describe('figures with a name from the start', () => {
  test.each(Object.entries(shippedFigures))('%s counts what there is, and is written in words', (_, { query }) => {
    for (const side of [query.count, ...(query.outOf ? [query.outOf] : [])]) {
      const subject = dictionary.subjects.find(({ key }) => key === side.of)
      expect(Object.keys(subject?.counts ?? {})).toContain(side.count)
      for (const kind of side.kinds) expect(Object.keys(subject?.kinds ?? {})).toContain(kind)
      for (const [field, values] of Object.entries(side.where))
        for (const value of values) expect(Object.keys(subject?.filters[field]?.options ?? {})).toContain(value)
    }
    const text = writeFigure(query, dictionary, 'zh')
    expect(text).not.toContain('#')
    expect(parseFigure(text, dictionary).query).toEqual(query)
    expect(definitionOf(query, dictionary).zh).not.toContain('undefined')
  })
})

test('what every shipped register counts can be typed by its name', () => {
  for (const register of registers)
    for (const [count, { name }] of Object.entries(register.counts)) {
      const { query } = parseFigure(`${register.name.zh} ${name.zh}`, dictionary)
      expect([register.key, count, query?.count]).toEqual([
        register.key,
        count,
        expect.objectContaining({ of: register.key, count }),
      ])
    }
})
