import { defineRegister } from './definition.ts'
import { projectField } from './project-fields.ts'

export const replanting = defineRegister({
  key: 'replanting',
  version: 1,
  name: { zh: '补植', en: 'Replanting' },
  help: {
    zh: '每次补植、更换登记一条，附补植前后照片。多项措施都与它有关时引用同一条，株数只计一次。',
    en: 'One entry for each time, with photos before and after. Whatever cites it, its plants count once.',
  },
  group: 'planting',
  kinds: {
    replanted: { zh: '补植', en: 'Replanted' },
    replaced: { zh: '更换', en: 'Replaced' },
  },
  fields: {
    project: projectField,
    on: { type: 'day', name: { zh: '补植日期', en: 'Planted on' }, required: true, listed: true },
    species: {
      type: 'text',
      most: 120,
      name: { zh: '树种', en: 'Species' },
      help: { zh: '多个树种一次补植的，用顿号隔开。', en: 'Several species of one round are separated by commas.' },
      required: true,
      listed: true,
    },
    spec: { type: 'text', most: 120, name: { zh: '规格', en: 'Size' } },
    plants: { type: 'quantity', unit: '株', name: { zh: '补植株数', en: 'Plants' }, required: true, listed: true },
    area: { type: 'area', name: { zh: '补植地被面积', en: 'Turf and ground cover' } },
    lot: { type: 'text', name: { zh: '地块（标段）', en: 'Plot' }, listed: true },
    missing: {
      type: 'reference',
      register: 'plant',
      many: true,
      name: { zh: '补的是哪些缺失', en: 'Which gaps it fills' },
    },
    by: { type: 'text', name: { zh: '补植单位', en: 'Planted by' }, listed: true },
    cost: {
      type: 'money',
      name: { zh: '区级支出', en: 'Cost to the district' },
      help: { zh: '施工单位自费补植的填0。', en: '0 where the contractor bears it.' },
    },
    confirmedBy: { type: 'text', most: 60, name: { zh: '现场确认人', en: 'Confirmed by' } },
    before: { type: 'files', photos: true, name: { zh: '补植前照片', en: 'Before' } },
    after: { type: 'files', photos: true, name: { zh: '补植后照片', en: 'After' } },
  },
  dateField: 'on',
  title: { zh: '{kind}{species}', en: '{kind}: {species}' },
  counts: {
    plants: { name: { zh: '补植株数', en: 'Plants' }, unit: '株', of: 'plants' },
    times: { name: { zh: '补植次数', en: 'Times' }, unit: '次', of: 'entries' },
    area: { name: { zh: '补植地被面积', en: 'Turf and ground cover' }, unit: '㎡', of: 'area' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
