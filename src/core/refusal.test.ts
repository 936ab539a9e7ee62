import { expect, test } from 'vitest'
import { refusalStatus } from '../http/refusal-status.ts'
import { Refusal, refusalSentence, refusalSentences } from './refusal.ts'

const facts = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()

test('every refusal has a sentence in both languages, with the same facts, and a status that is a refusal', () => {
  for (const [code, { zh, en }] of Object.entries(refusalSentences)) {
    expect(facts(zh), code).toEqual(facts(en))
    expect(zh, code).toMatch(/[。]$/)
    expect(en, code).toMatch(/[.]$/)
    expect(zh, code).not.toMatch(/[！!]/)
  }
  // 502, 503, 507: something else failed us, is away, is full. A fault of ours (500) is no refusal.
  for (const [code, status] of Object.entries(refusalStatus))
    expect([502, 503, 507].includes(status) || (status >= 400 && status < 500), code).toBe(true)
})

test('facts stand in the sentence, and what is not known stays empty instead of failing', () => {
  expect(refusalSentence('import.editedMeanwhile', { stored: 3 }, 'zh')).toContain('已存 3 步')
  expect(refusalSentence('import.editedMeanwhile', {}, 'en')).toContain('( steps stored)')
  expect(new Refusal('record.notFound')).toMatchObject({ code: 'record.notFound', facts: {} })
})
