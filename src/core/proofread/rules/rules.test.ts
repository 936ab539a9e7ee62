import { describe, expect, it } from 'vitest'
import { parseNotice } from '../../notice/parse-notice.ts'
import { textAt } from '../../notice/span.ts'
import { diagnosticSchema, families, languages } from '../diagnostic.ts'
import { contextOf, diagnosticsOf } from '../proofread.ts'
import type { Rule } from '../rule.ts'
import { allFixtures } from './all.fixtures.ts'
import { allRules } from './all.ts'
import type { Fixture } from './fixture.ts'

function checked(rule: Rule, fixture: Fixture): { places: string[]; messages: string[] } {
  const lines = fixture.text.split('\n')
  const diagnostics = diagnosticsOf(rule, contextOf(parseNotice(lines), lines, fixture.knownOn ?? null))
  for (const diagnostic of diagnostics) {
    diagnosticSchema.parse(diagnostic)
    for (const place of diagnostic.related) expect(textAt(lines, place), `${rule.code}: related place`).not.toBe('')
  }
  return {
    places: diagnostics.map((diagnostic) => textAt(lines, diagnostic)),
    messages: diagnostics.map((diagnostic) => diagnostic.message.zh),
  }
}

describe.each(allRules.map((rule) => ({ code: rule.code, rule })))('$code', ({ code, rule }) => {
  const fixtures = allFixtures[code] ?? { positive: [], negative: [] }

  it('has fixtures that break it and fixtures that do not', () => {
    expect(fixtures.positive.length).toBeGreaterThan(0)
    expect(fixtures.negative.length).toBeGreaterThan(0)
  })

  it('belongs to a family and is explained in both languages', () => {
    expect(families).toContain(code.split('/')[0])
    for (const language of languages) {
      const { why, fix, example } = rule.explanation[language]
      expect([rule.name[language], why, fix, example].every((words) => words.length > 3)).toBe(true)
    }
  })

  it.each(fixtures.positive)('speaks when $says', (fixture) => {
    const { places, messages } = checked(rule, fixture)
    const wanted = fixture.at ?? []
    expect(places, messages.join('\n')).toHaveLength(wanted.length)
    for (const [index, words] of wanted.entries()) expect(places[index]).toContain(words)
  })

  it.each(fixtures.negative)('is silent when $says', (fixture) => {
    expect(checked(rule, fixture).messages).toEqual([])
  })
})
