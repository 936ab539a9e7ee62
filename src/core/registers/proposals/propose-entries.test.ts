import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseNotice } from '../../notice/parse-notice.ts'
import { proposeEntries } from './propose-entries.ts'

const proposed = (...lines: string[]) => proposeEntries(parseNotice(lines))
const short = ({ register, kind, values, aggregate, places }: ReturnType<typeof proposed>[number]) => ({
  register,
  kind,
  what: aggregate?.totals ?? values,
  places: places.map(({ findingIndex, measureIndex }) => `${findingIndex + 1}-${measureIndex + 1}`),
})

test('acts of a notice become entries of the registers that they belong to', () => {
  const found = proposed(
    '1.巡查不到位。一是全年巡查157次，发现问题6个，当场制止2个。二是出台《云岭区耕地巡查办法》。',
    '2.学习不深入。一是2024年9月2日，区林业局召开专题会议。二是旁听庭审2次，撰写心得28份。',
  ).map(short)
  expect(found).toEqual([
    { register: 'patrol', kind: null, what: { times: 157, found: 6, stopped: 2 }, places: ['1-1'] },
    { register: 'regulation', kind: 'made', what: { title: '云岭区耕地巡查办法' }, places: ['1-2'] },
    {
      register: 'meeting',
      kind: 'topical',
      what: { topic: '区林业局召开专题会议', on: '2024-09-02' },
      places: ['2-1'],
    },
    { register: 'study', kind: 'courtHearing', what: { times: 2, reflections: 28 }, places: ['2-2'] },
  ])
})

test('the same act under several findings is one proposal with all its places', () => {
  const found = proposed(
    '1.招标不规范。一是开展招投标专题培训3次。',
    '2.变更不规范。一是组织开展招投标专题培训3次。',
    '3.验收不规范。一是开展招投标专题培训4次。',
  ).map(short)
  expect(found.map(({ what, places }) => [what, places])).toEqual([
    [{ times: 3 }, ['1-1', '2-1']],
    [{ times: 4 }, ['3-1']],
  ])
})

test('what the text does not say stays empty, what is not exact stays out, what is yet to come is not entered', () => {
  const [patrol, ...more] = proposed(
    '1.巡查不到位。一是开展巡查12次。二是培训300余人次。三是每季度开展巡查2次。四是下一步，计划召开会议3次。',
  )
  expect(more).toEqual([])
  expect(patrol).toMatchObject({ unit: null, aggregate: { from: null, to: null, totals: { times: 12 } }, values: {} })
})

test('each field has the place that it was read at', () => {
  const line = '1.管护不到位。一是2023年8月补栽27株。'
  const [proposal] = proposed(line)
  const { spans, aggregate } = proposal ?? {}
  const at = (span: { column: number; endColumn: number } | undefined) =>
    line.slice((span?.column ?? 1) - 1, (span?.endColumn ?? 1) - 1)
  expect(aggregate).toMatchObject({ from: '2023-08-01', to: '2023-08-31' })
  expect([at(spans?.['count:plants']), at(spans?.period)]).toEqual(['27株', '2023年8月'])
})

test('a number that is the sum of two others is said to be', () => {
  const found = proposed('1.缺株。一是补栽27株。二是补植1186株。', '2.管养。一是共计补植1213株。')
  const [few, many, all] = found
  expect(all?.sumOf).toEqual([few?.key, many?.key])
  expect(few?.sumOf).toEqual([])
})

test('the notice of the sample district gives what it tells, the 27 and the 1186 and their sum', () => {
  const text = readFileSync('fixtures/notices/sample/云岭区通报.txt', 'utf8')
  const found = proposeEntries(parseNotice(text.split(/\r?\n/)))
  const of = (register: string) => found.filter((each) => each.register === register)
  expect(of('replanting').map(({ aggregate, sumOf }) => [aggregate?.totals.plants, sumOf.length])).toEqual([
    [27, 0],
    [1186, 0],
    [1213, 2],
  ])
  expect(of('patrol').map(({ aggregate }) => aggregate?.totals)).toEqual([{ times: 157, stopped: 6 }])
  expect(
    of('integrityAgreement').map(({ aggregate, places }) => [aggregate?.totals.agreements, places.length]),
  ).toEqual([
    [14, 2],
    [21, 2],
  ])
  expect(of('training').map(({ places }) => places.length)).toEqual([7])
})
