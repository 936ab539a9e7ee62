import { defineRegister } from './definition.ts'

export const patrol = defineRegister({
  key: 'patrol',
  version: 1,
  name: { zh: '巡查', en: 'Patrols' },
  help: {
    zh: '区、乡、村三级巡查耕地和绿地。可以逐次登记，也可以一段时间汇总登记一条；汇总期内逐次登记的不重复计数。',
    en: 'Patrols of farmland and green land, one by one or summed up for a period; single ones in it count once.',
  },
  group: 'land',
  kinds: {
    district: { zh: '区级巡查', en: 'By the district' },
    township: { zh: '乡镇巡查', en: 'By the township' },
    village: { zh: '村级巡查', en: 'By the village' },
  },
  fields: {
    on: { type: 'day', name: { zh: '巡查日期', en: 'Patrolled on' }, required: true, listed: true },
    route: {
      type: 'text',
      name: { zh: '巡查路线、片区', en: 'Route or area' },
      help: { zh: '写到村、地块；汇总的写路线名称。', en: 'Down to the village or plot.' },
      required: true,
      listed: true,
      most: 150,
    },
    land: {
      type: 'choice',
      name: { zh: '巡查对象', en: 'What was patrolled' },
      options: {
        farmland: { zh: '耕地', en: 'Farmland' },
        greenLand: { zh: '绿地', en: 'Green land' },
        both: { zh: '耕地和绿地', en: 'Both' },
      },
      listed: true,
    },
    people: { type: 'quantity', unit: '人', name: { zh: '巡查人数', en: 'People' } },
    found: {
      type: 'quantity',
      unit: '个',
      name: { zh: '发现问题', en: 'Problems found' },
      help: { zh: '没有的填 0。', en: '0 where there is none.' },
      listed: true,
    },
    stopped: {
      type: 'quantity',
      unit: '个',
      name: { zh: '当场制止', en: 'Stopped on the spot' },
      listed: true,
    },
    handedOver: {
      type: 'quantity',
      unit: '个',
      name: { zh: '移交处理', en: 'Handed over' },
      help: { zh: '移交执法或主管部门的。', en: 'To those who enforce the law.' },
      listed: true,
    },
    handedTo: { type: 'unit', name: { zh: '移交给', en: 'Handed over to' } },
    handedOn: {
      type: 'day',
      name: { zh: '移交日期', en: 'Handed over on' },
    },
    note: { type: 'longText', name: { zh: '情况', en: 'What was seen' } },
    photos: { type: 'files', photos: true, name: { zh: '照片（带坐标）', en: 'Photographs, with coordinates' } },
  },
  dateField: 'on',
  title: { zh: '{kind}：{route}', en: '{kind}: {route}' },
  counts: {
    times: { name: { zh: '巡查次数', en: 'Patrols' }, unit: '次', of: 'entries' },
    found: { name: { zh: '巡查发现问题数', en: 'Problems found' }, unit: '个', of: 'found' },
    stopped: { name: { zh: '当场制止问题数', en: 'Problems stopped' }, unit: '个', of: 'stopped' },
    handedOver: { name: { zh: '移交问题数', en: 'Problems handed over' }, unit: '个', of: 'handedOver' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
