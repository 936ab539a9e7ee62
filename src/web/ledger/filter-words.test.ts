import { describe, expect, test } from 'vitest'
import { zh } from '../language/zh.ts'
import { activeFilters, duePresetOf, duePresetRange, without } from './filter-words.ts'

const units = [
  { id: 7, name: '云岭区城市管理局', shortName: '区城管局' },
  { id: 8, name: '青禾镇人民政府', shortName: null },
]

describe('filters in words', () => {
  test('name every value by the words of the field; a print says them in full', () => {
    const search = { status: 'planned,underway,applied', unit: '7,8', q: '补植', dueFrom: '2025-01-01' }
    expect(activeFilters(search, units, zh, false).map((one) => `${one.label} ${one.value}`)).toEqual([
      '状态 未启动、整改中、已申请销号',
      '单位 云岭区城市管理局、青禾镇人民政府',
      '期限 2025-01-01 起',
      '筛选文字 含“补植”',
    ])
  })
  test('are shortened on the chips', () => {
    const [status, unit] = activeFilters({ status: 'planned,underway,applied', unit: '7' }, units, zh, true)
    expect([status?.value, unit?.value]).toEqual(['未启动 等 3 项', '区城管局'])
  })
  test('dropping the deadline drops both its ends', () => {
    expect(Object.keys(without('due'))).toEqual(['dueFrom', 'dueTo'])
  })
})

describe('periods of deadlines', () => {
  test('a week runs from Monday to Sunday, also seen from a Sunday', () => {
    const week = { dueFrom: '2026-03-09', dueTo: '2026-03-15' }
    expect(duePresetRange('thisWeek', '2026-03-09')).toEqual(week)
    expect(duePresetRange('thisWeek', '2026-03-15')).toEqual(week)
  })
  test('a month ends on its last day, in February and December too', () => {
    expect(duePresetRange('thisMonth', '2024-02-10')).toEqual({ dueFrom: '2024-02-01', dueTo: '2024-02-29' })
    expect(duePresetRange('thisMonth', '2025-12-31')).toEqual({ dueFrom: '2025-12-01', dueTo: '2025-12-31' })
  })
  test('are recognised on the day itself and are plain days afterwards', () => {
    const search = duePresetRange('overdue', '2026-03-14')
    expect(duePresetOf(search, '2026-03-14')).toBe('overdue')
    expect(duePresetOf(search, '2026-03-15')).toBeNull()
  })
})
