import { defineRegister } from './definition.ts'

export const training = defineRegister({
  key: 'training',
  version: 1,
  name: { zh: '培训', en: 'Training' },
  help: {
    zh: '业务培训、招投标专题、警示教育、示范培训班、送课到工地。几个单位合办的只由主办单位登记一条。',
    en: 'Courses and lessons. A course held by several units is entered once, by the unit that organises it.',
  },
  group: 'party',
  kinds: {
    business: { zh: '业务培训', en: 'Course for the work' },
    tendering: { zh: '招投标专题', en: 'Tendering' },
    warning: { zh: '警示教育', en: 'Cautionary education' },
    demonstration: { zh: '示范培训班', en: 'Demonstration course' },
  },
  fields: {
    on: {
      type: 'day',
      name: { zh: '培训日期', en: 'Held on' },
      help: { zh: '多天的写第一天。', en: 'The first day, where it lasts several.' },
      required: true,
      listed: true,
    },
    topic: { type: 'text', name: { zh: '培训内容', en: 'Topic' }, required: true, listed: true, most: 200 },
    organiser: { type: 'unit', name: { zh: '主办单位', en: 'Organiser' }, listed: true },
    units: { type: 'unit', many: true, name: { zh: '参加单位', en: 'Units that attended' } },
    audience: { type: 'text', name: { zh: '培训对象', en: 'Audience' }, most: 100 },
    lecturer: { type: 'text', name: { zh: '授课人', en: 'Lecturer' }, most: 100 },
    place: { type: 'text', name: { zh: '地点', en: 'Place' }, most: 100 },
    days: { type: 'quantity', unit: '天', name: { zh: '天数', en: 'Days' }, decimals: 1, least: 0.5, most: 60 },
    people: {
      type: 'quantity',
      unit: '人',
      name: { zh: '参加人数', en: 'People' },
      help: {
        zh: '按签到表，同一人多天只算一人。',
        en: 'By the attendance list; somebody who came on several days is one.',
      },
      listed: true,
    },
    tested: { type: 'quantity', unit: '人', name: { zh: '参加测试人数', en: 'People tested' } },
    passed: { type: 'quantity', unit: '人', name: { zh: '测试合格、取得上岗资格人数', en: 'People who passed' } },
    papers: { type: 'files', name: { zh: '培训材料', en: 'Notice, attendance list, slides' } },
    photos: { type: 'files', photos: true, name: { zh: '现场照片', en: 'Photographs' } },
  },
  dateField: 'on',
  title: { zh: '{kind}：{topic}', en: '{kind}: {topic}' },
  counts: {
    times: { name: { zh: '培训次数', en: 'Courses' }, unit: '次', of: 'entries' },
    people: { name: { zh: '培训人次', en: 'People trained' }, unit: '人次', of: 'people' },
    passed: { name: { zh: '合格上岗人数', en: 'People who passed' }, unit: '人', of: 'passed' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
