import { describe, expect, test } from 'vitest'
import { registerSchema } from '../../core/registers/definition.ts'
import { meeting } from '../../core/registers/meeting.ts'
import {
  blankRegister,
  fieldOfType,
  freeKey,
  keysInTitle,
  moved,
  namesInTitle,
  ownTypes,
  renamed,
  without,
} from './definition-edits.ts'

describe('a definition that is being made', () => {
  test('gets keys that no release uses', () => {
    expect(freeKey(['own1', 'own3', 'topic'])).toBe('own2')
  })

  test('keeps the order that it was given', () => {
    const order = (all: object) => Object.keys(all).join('')
    const all = { a: 1, b: 2, c: 3 }
    expect(order(moved(all, 'c', -1))).toBe('acb')
    expect(order(moved(all, 'c', 1))).toBe('abc')
    expect(order(moved(all, 'a', 1))).toBe('bac')
    expect(order(without(all, 'b'))).toBe('ac')
  })

  test('begins as one that can be stored once it has a name', () => {
    const begun = {
      ...blankRegister([], { day: '日期', matter: '事项', count: '条数' }),
      name: { zh: '古树名木', en: '古树名木' },
      help: { zh: '每株一条', en: '每株一条' },
    }
    expect(registerSchema.safeParse(begun).success).toBe(true)
  })

  test('has fields of every type that an office may add', () => {
    for (const type of ownTypes) {
      const field = fieldOfType(type, { name: { zh: '甲', en: 'A' }, required: true })
      expect(field).toMatchObject({ type, required: true, name: { zh: '甲' } })
    }
  })

  test('speaks English only where somebody said it in English', () => {
    expect(renamed({ zh: '甲', en: '甲' }, '乙')).toEqual({ zh: '乙', en: '乙' })
    expect(renamed({ zh: '甲', en: 'A' }, '乙')).toEqual({ zh: '乙', en: 'A' })
  })

  test('shows the names of fields in its title, and stores their keys', () => {
    const shown = namesInTitle(meeting.title.zh, meeting.fields, '类别')
    expect(shown).toBe('{类别}：{议题}')
    expect(keysInTitle(shown, meeting.fields, '类别')).toBe(meeting.title.zh)
    expect(keysInTitle('{没有的}', meeting.fields, '类别')).toBe('{没有的}')
  })
})
