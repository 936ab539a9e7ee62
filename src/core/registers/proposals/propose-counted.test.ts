import { expect, test } from 'vitest'
import { scaleOf } from '../counted.ts'
import type { Register } from '../definition.ts'
import { shippedRegisters } from '../registers.ts'
import { actWords } from './act-words.ts'
import { proposeCounted } from './propose-counted.ts'

test.each([
  ['补植海绵街区缺失苗木', '株', 'replanting', 'plants', 'replanted'],
  ['补栽苗木', '棵', 'replanting', 'plants', 'replanted'],
  ['开展招投标专题培训', '次', 'training', 'times', 'tendering'],
  ['业务培训', '人次', 'training', 'people', null],
  ['召开调度会', '次', 'meeting', 'times', 'scheduling'],
  ['集中学习', '场', 'study', 'times', 'collective'],
  ['耕地巡查', '次', 'patrol', 'times', null],
  ['合同履约督查', '次', 'check', 'times', 'performance'],
  ['复垦耕地', '亩', 'landReclamation', 'reclaimed', null],
  ['更换沟盖板', '米', 'maintenance', 'ditchCovers', null],
  ['签订廉洁协议', '份', 'integrityAgreement', 'agreements', 'integrity'],
  ['追回多付工程款', '万元', 'payment', 'recovered', 'recovery'],
  ['制定制度', '项', 'regulation', 'items', 'made'],
])('“%s” in %s counts %s.%s of kind %s', (words, unit, register, counted, kind) => {
  expect(proposeCounted(words, unit, shippedRegisters)).toEqual({ register, counted, kind })
})

test.each([
  ['补植苗木', null],
  ['补植苗木', '公里'],
  ['提高认识', '次'],
])('“%s” in %s counts nothing that is known', (words, unit) => {
  expect(proposeCounted(words, unit, shippedRegisters)).toBeNull()
})

test('every count and kind that words lead to is there', () => {
  for (const { register: key, counted, kinds = [], more = [], subject } of actWords) {
    const register: Register = shippedRegisters[key]
    expect(Object.keys(register.counts)).toContain(counted)
    for (const [, count] of more) expect(Object.keys(register.counts), `${key}.${count}`).toContain(count)
    for (const [, kind] of kinds) expect(Object.keys(register.kinds ?? {}), `${key}: ${kind}`).toContain(kind)
    if (subject !== undefined) expect(Object.keys(register.fields), `${key}.${subject}`).toContain(subject)
  }
})

test('a target in 万元 takes 分, one in 亩 takes ㎡, and neither takes the other', () => {
  const { payment, landReclamation } = shippedRegisters
  expect(scaleOf(payment, payment.counts.recovered, '万元')).toEqual({ times: 1, over: 1_000_000 })
  expect(scaleOf(landReclamation, landReclamation.counts.reclaimed, '亩')).toEqual({ times: 3, over: 2000 })
  expect(scaleOf(landReclamation, landReclamation.counts.reclaimed, '万元')).toBeNull()
  expect(scaleOf(payment, payment.counts.payments, '万元')).toBeNull()
})
