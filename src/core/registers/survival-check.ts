import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const survivalCheck = defineRegister({
  key: 'survivalCheck',
  version: 1,
  name: { zh: '成活率核查', en: 'Survival checks' },
  help: {
    zh: '养护期内和期满时的成活率核查，一次一条。退还质保金以前应当有期满核查。',
    en: 'During the maintenance period and at its end. The quality bond is returned after the last one.',
  },
  group: 'planting',
  kinds: {
    interim: { zh: '养护期内', en: 'During the period' },
    final: { zh: '养护期满', en: 'At its end' },
  },
  fields: {
    project: projectField,
    contract: contractField,
    on: { type: 'day', name: { zh: '核查日期', en: 'Checked on' }, required: true, listed: true },
    planted: { type: 'quantity', unit: '株', name: { zh: '应有株数', en: 'Plants due' }, required: true, listed: true },
    surviving: {
      type: 'quantity',
      unit: '株',
      name: { zh: '成活株数', en: 'Surviving' },
      required: true,
      listed: true,
    },
    rate: {
      type: 'computed',
      unit: '%',
      decimals: 1,
      name: { zh: '成活率', en: 'Survival' },
      of: { divide: ['surviving', 'planted'] },
      listed: true,
    },
    dead: {
      type: 'computed',
      unit: '株',
      name: { zh: '应补株数', en: 'To be replanted' },
      of: { most: [0, { subtract: ['planted', 'surviving'] }] },
    },
    orderNumber: { type: 'text', most: 60, name: { zh: '补植通知单号', en: 'Replanting order' } },
    replantBy: { type: 'day', name: { zh: '要求补植期限', en: 'To be replanted by' } },
    checkedBy: { type: 'text', name: { zh: '核查单位', en: 'Checked by' } },
    papers: { type: 'files', photos: true, name: { zh: '核查表、照片', en: 'Lists, photos' } },
  },
  dateField: 'on',
  title: { zh: '{kind}核查 {on}', en: '{kind}, {on}' },
  counts: {
    checks: { name: { zh: '核查次数', en: 'Checks' }, unit: '次', of: 'entries' },
    dead: { name: { zh: '应补株数', en: 'To be replanted' }, unit: '株', of: 'dead' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
