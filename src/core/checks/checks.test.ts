import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedRegisters } from '../registers/registers.ts'
import type { Check, Finding } from './check.ts'
import { projectChecks, unitChecks } from './checks.ts'
import { closingFixtures } from './closing.fixtures.ts'
import { contractFixtures } from './contract.fixtures.ts'
import { type CheckFixture, type CheckFixtures, fixtureDay } from './made.fixtures.ts'
import { paymentFixtures } from './payment.fixtures.ts'
import { projectFactsOf } from './project-facts.ts'
import { runCheck } from './run-check.ts'
import { siteFixtures } from './site.fixtures.ts'
import { tenderFixtures } from './tender.fixtures.ts'
import { unitFactsOf } from './unit-facts.ts'
import { whySentence } from './why-sentence.ts'

const fixtures: CheckFixtures = {
  ...tenderFixtures,
  ...contractFixtures,
  ...paymentFixtures,
  ...siteFixtures,
  ...closingFixtures,
}
type Kept = CheckFixture['entries']

/** Every check with fixtures here, as a function of entries. */
const checks = [
  ...projectChecks.map((check) => ({
    check: check as Check<never>,
    run: (entries: Kept, today = fixtureDay) => runCheck(check, projectFactsOf(1, entries), [], null, today).findings,
  })),
  ...unitChecks.map((check) => ({
    check: check as Check<never>,
    run: (entries: Kept, today = fixtureDay) => runCheck(check, unitFactsOf(1, entries), [], null, today).findings,
  })),
].filter(({ check }) => check.id in fixtures)

const outcomes = (found: readonly Finding[]) => [...new Set(found.map(({ outcome }) => outcome))].sort()

describe.each(checks)('$check.id', ({ check, run }) => {
  const rows = fixtures[check.id] ?? []

  test.each(rows.map((fixture) => [fixture.name, fixture] as const))('%s', (_, { entries, expected, today }) => {
    const found = run(entries, today)
    expect(outcomes(found)).toEqual([...expected].sort())
    for (const finding of found) {
      const { zh, en } = whySentence(check, finding)
      expect(`${zh} ${en}`).not.toMatch(/[{}—]|undefined|NaN/)
      if (finding.outcome !== 'cannotTell') continue
      expect(finding.needs.length).toBeGreaterThan(0)
      for (const { register, field } of finding.needs) {
        const definition = Object.entries(shippedRegisters).find(([key]) => key === register)?.[1]
        expect(definition?.key).toBe(register)
        if (field !== null) expect(Object.keys(definition?.fields ?? {})).toContain(field)
      }
    }
  })

  test('has a fixture for each of the four outcomes', () => {
    const shown = new Set(rows.flatMap(({ expected }) => expected))
    expect([...shown].sort()).toEqual(['cannotTell', 'clear', 'flagged', 'notApplicable'])
  })

  test('does not apply where nothing is entered', () => {
    expect(outcomes(run([]))).toEqual(['notApplicable'])
  })

  test('says the same whatever the order of the entries', () => {
    for (const { entries, today } of rows) {
      expect(run([...entries].reverse(), today)).toEqual(run(entries, today))
    }
  })

  test('is not moved by an entry that has nothing to do with it', () => {
    const stranger: Kept[number] = {
      id: 9999,
      register: 'patrol',
      kind: 'district',
      unitId: 2,
      title: '巡查',
      on: fixtureDay,
      values: {},
      aggregate: null,
    }
    for (const { entries, today } of rows) {
      expect(run([...entries, stranger], today)).toEqual(run(entries, today))
    }
  })

  test('answers for every set of entries from which values are missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.infiniteStream(fc.boolean()), ({ entries, today }, coin) => {
        const partial = entries.map((entry) => ({
          ...entry,
          values: Object.fromEntries(Object.entries(entry.values).filter(() => coin.next().value)),
        }))
        expect(run(partial, today).length).toBeGreaterThan(0)
      }),
      { numRuns: 40 },
    )
  })
})

test('each check has its own id, in both languages, with an article or the word that it is local or a hint', () => {
  const all: readonly Check<never>[] = [...projectChecks, ...unitChecks]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { id, name, explanation, source, nature, why } of all) {
    expect(id).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
    for (const words of [name, explanation, source.document, ...Object.values(why)]) {
      expect(words.zh).not.toMatch(/！/)
      expect(words.zh.length * words.en.length).toBeGreaterThan(0)
    }
    expect(Object.keys(why)).toEqual(expect.arrayContaining(['flagged', 'clear', 'cannotTell']))
    if (nature === 'statute' && source.verified) expect(source.article, id).not.toBeNull()
  }
})

test('values of a parameter stand in the order of their days', () => {
  for (const { parameters } of [...projectChecks, ...unitChecks]) {
    for (const { values } of Object.values(parameters)) {
      const days = values.map(({ from }) => from ?? '')
      expect(days).toEqual([...days].sort())
    }
  }
})

test('the old tender thresholds and the old code of soils are not used after their last day', () => {
  const required = projectChecks.find(({ id }) => id === 'tender.required')
  expect(required?.parameters.works?.values).toMatchObject([
    { from: '2000-05-01', value: 2_000_000_00 },
    { from: '2018-06-01', value: 4_000_000_00 },
  ])
  const old = projectChecks.find(({ id }) => id === 'soil.thicknessOld')
  expect(old?.to).toBe('2013-04-30')
})
