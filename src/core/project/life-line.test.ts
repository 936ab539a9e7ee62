import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleFacts, sampleId, sampleProjects } from '../../../test/sample-facts.ts'
import { projectFactsOf } from '../checks/project-facts.ts'
import type { Day } from '../deadline/day.ts'
import { archiveShareOf } from './archive-share.ts'
import { lifeLineOf, stageOf } from './life-line.ts'
import { stationNames } from './stations.ts'

const today = '2024-09-03' as Day
const lineOf = (key: string) => lifeLineOf(sampleFacts(`project-${key}`), today)
const stationOf = (key: string, name: string) => {
  const found = lineOf(key).find(({ station }) => station === name)
  if (found === undefined) throw new Error(`no station ${name}`)
  return found
}

test('the stage of a project follows from its records', () => {
  const stages = Object.fromEntries(sampleProjects.map((key) => [key.slice(8), stageOf(lineOf(key.slice(8)))]))
  expect(stages).toMatchObject({
    'wenchang-park': 'finished',
    'ginkgo-park': 'finished',
    'xuefu-road': 'handover',
    'nanxi-buffer': 'settle',
    'west-slope': 'build',
    'spring-park': 'tender',
    'songxi-greenway': 'settle',
    'district-upkeep': 'upkeep',
  })
})

test('a park in order has every station done, in the order of days, and nothing is missing', () => {
  const line = lineOf('wenchang-park')
  expect(line.map(({ state }) => state)).toEqual(stationNames.map(() => 'done'))
  expect(line.flatMap(({ missing }) => missing)).toEqual([])
})

test('used before it was accepted: the acceptance was passed over, and says what it lacks', () => {
  const accept = stationOf('baishi-block', 'accept')
  expect(accept.state).toBe('skipped')
  const acceptance = sampleId('acceptance-baishi-block-completion')
  expect(accept.missing.map(({ register, kind, field }) => kind ?? `${register}.${field}`)).toEqual([
    'preliminary',
    'acceptance.on',
    'acceptance.filesComplete',
    'acceptance.materialReports',
    'acceptance.qualitySigned',
  ])
  expect(accept.missing.slice(1).every(({ entryId }) => entryId === acceptance)).toBe(true)
})

test('days are late against the plan, and against the plan with its extension where one was approved', () => {
  expect(stationOf('dongmen-interchange', 'build').lateDays).toBe(128)
  expect(stationOf('binhe-corridor', 'build').lateDays).toBe(null)
  expect(stationOf('nanxi-buffer', 'build').lateDays).toBe(16)
  expect(stationOf('qinghe-wetland', 'build')).toMatchObject({ state: 'late', doneOn: null, lateDays: 156 })
})

test('upkeep of what is there has neither design nor works nor acceptance', () => {
  expect(lineOf('district-upkeep').map(({ state }) => state)).toEqual([
    'notApplicable',
    'notApplicable',
    'done',
    'done',
    'notApplicable',
    'notApplicable',
    'notApplicable',
    'notApplicable',
    'underway',
  ])
})

test('a project of which nothing is recorded begins with its decision', () => {
  const line = lifeLineOf(projectFactsOf(1, []), today)
  expect(stageOf(line)).toBe('decision')
  expect(line.every(({ state, missing }) => state === 'ahead' && missing.length === 0)).toBe(true)
})

test('archives are counted by what is there of what is required', () => {
  expect(archiveShareOf(sampleFacts('project-wenchang-park'))).toEqual({ present: 16, required: 16 })
  expect(archiveShareOf(sampleFacts('project-baishi-block'))).toEqual({ present: 11, required: 14 })
  expect(archiveShareOf(sampleFacts('project-spring-park'))).toBe(null)
})

test('whatever is taken away, a life line has all stations, and what is done lacks no day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sampleProjects), fc.func(fc.boolean()), (key, keep) => {
      const facts = sampleFacts(key)
      const entries = Object.values(facts.entries)
        .flat()
        .filter(({ id }) => keep(id))
      const line = lifeLineOf(projectFactsOf(facts.projectId, entries), today)
      expect(line.map(({ station }) => station)).toEqual(stationNames)
      for (const { state, doneOn } of line) expect(doneOn !== null || state !== 'done').toBe(true)
    }),
  )
})
