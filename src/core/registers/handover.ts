import { defineRegister } from './definition.ts'
import { projectField } from './project-fields.ts'

export const handover = defineRegister({
  key: 'handover',
  version: 1,
  name: { zh: '移交', en: 'Handover' },
  help: {
    zh: '绿地、资产、档案的移交，一次一条。养护期最后三个月内应当启动移交，双方当场核对株数。',
    en: 'Of grounds, assets and files. It begins within the last three months of the maintenance period, and both sides count.',
  },
  group: 'project',
  kinds: {
    grounds: { zh: '绿地管养移交', en: 'Grounds' },
    assets: { zh: '资产移交', en: 'Assets' },
    files: { zh: '档案移交', en: 'Files' },
  },
  fields: {
    project: projectField,
    startedOn: { type: 'day', name: { zh: '启动日期', en: 'Started on' }, listed: true },
    on: {
      type: 'day',
      name: { zh: '移交日期', en: 'Handed over on' },
      help: { zh: '双方签字的日期；还没有签的不填。', en: 'When both signed; empty until then.' },
      listed: true,
    },
    from: { type: 'text', name: { zh: '移交方', en: 'From' }, listed: true },
    to: { type: 'text', name: { zh: '接收方', en: 'To' }, listed: true },
    scope: { type: 'text', most: 300, name: { zh: '移交范围', en: 'Scope' } },
    area: { type: 'area', kinds: ['grounds'], name: { zh: '绿地面积', en: 'Area' } },
    plantList: { type: 'flag', kinds: ['grounds'], name: { zh: '有苗木清单', en: 'With a list of plants' } },
    plantsHanded: {
      type: 'quantity',
      unit: '株',
      kinds: ['grounds'],
      name: { zh: '移交方清单株数', en: 'Plants on the list' },
    },
    plantsAgreed: {
      type: 'quantity',
      unit: '株',
      kinds: ['grounds'],
      name: { zh: '双方核对株数', en: 'Plants agreed' },
      listed: true,
    },
    assetValue: { type: 'money', kinds: ['assets'], name: { zh: '资产价值', en: 'Value' } },
    booked: { type: 'flag', kinds: ['assets'], name: { zh: '接收方已入账', en: 'Entered in the books' } },
    papers: { type: 'files', name: { zh: '移交书、清单', en: 'Papers' } },
  },
  dateField: 'on',
  title: { zh: '{kind}：{from}至{to}', en: '{kind}: {from} to {to}' },
  counts: {
    handovers: { name: { zh: '移交数', en: 'Handovers' }, unit: '个', of: 'entries' },
    plants: { name: { zh: '核对株数', en: 'Plants agreed' }, unit: '株', of: 'plantsAgreed' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
