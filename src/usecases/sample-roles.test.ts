import { expect, test } from 'vitest'
import { sampleDistrict } from '../../fixtures/sample/district.ts'
import { sampleRoles } from './sample-roles.ts'

const given = sampleRoles(sampleDistrict)
const of = (role: string) => given.filter((each) => each.role === role)

test('whoever answers for a measure of the sample has the role for it', () => {
  for (const { responsibleOfficer, responsibleLeader, leadUnit } of sampleDistrict.measures) {
    expect(given).toContainEqual({ person: responsibleOfficer, role: 'officer', unit: leadUnit })
    expect(given).toContainEqual({ person: responsibleLeader, role: 'leader', unit: null })
  }
})

test('one head per unit, told by his title', () => {
  const heads = of('unitHead')
  expect(new Set(heads.map(({ unit }) => unit)).size).toBe(heads.length)
  const titles = heads.map(({ person }) => sampleDistrict.people.find(({ key }) => key === person)?.title ?? '')
  expect(titles).toContain('局长')
  expect(titles).toContain('乡长')
  expect(titles).toContain('党组书记、处长')
  for (const title of titles) expect(title).not.toMatch(/副|科长|[一二三]室|监督室|站长/)
})

test('the office, the inspectors and the leading group have somebody', () => {
  expect(of('office').length).toBeGreaterThanOrEqual(2)
  expect(of('inspector').length).toBeGreaterThanOrEqual(1)
  expect(of('leadingGroup')).toHaveLength(1)
})

test('no role is given twice', () => {
  expect(new Set(given.map((each) => JSON.stringify(each))).size).toBe(given.length)
})
