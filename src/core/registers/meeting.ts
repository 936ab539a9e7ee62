import { defineRegister } from './definition.ts'

export const meeting = defineRegister({
  key: 'meeting',
  version: 1,
  name: { zh: '会议', en: 'Meetings' },
  help: {
    zh: '党委会、专题会、调度会、图纸会审等各类会议。同一次会议只登记一条，多项措施都引用它。',
    en: 'Meetings of every kind. One meeting is one entry, however many measures cite it.',
  },
  group: 'party',
  kinds: {
    partyCommittee: { zh: '党委（扩大）会议', en: 'Party committee (enlarged)' },
    topical: { zh: '专题会议', en: 'Meeting on one topic' },
    democraticLife: { zh: '专题民主生活会', en: 'Democratic life meeting' },
    scheduling: { zh: '调度会', en: 'Scheduling meeting' },
    progress: { zh: '推进会', en: 'Progress meeting' },
    coordination: { zh: '协调会商', en: 'Coordination' },
    drawingReview: { zh: '图纸会审', en: 'Joint review of drawings' },
    executive: { zh: '常务会', en: 'Executive meeting' },
    review: { zh: '审查复核会', en: 'Review meeting' },
    joint: { zh: '联席会议', en: 'Joint meeting' },
  },
  fields: {
    on: { type: 'day', name: { zh: '会议日期', en: 'Held on' }, required: true, listed: true },
    topic: { type: 'text', name: { zh: '议题', en: 'Topic' }, required: true, listed: true, most: 300 },
    projects: { type: 'project', many: true, name: { zh: '涉及项目', en: 'Projects' } },
    chair: { type: 'person', name: { zh: '主持人', en: 'Chair' }, listed: true },
    attendance: { type: 'quantity', unit: '人', name: { zh: '参加人数', en: 'Attendance' }, listed: true },
    decisions: {
      type: 'rows',
      name: { zh: '议定事项', en: 'Decisions' },
      columns: {
        decision: { type: 'text', name: { zh: '事项', en: 'Decision' }, required: true, most: 500 },
        unit: { type: 'unit', name: { zh: '落实单位', en: 'Carried out by' } },
        dueOn: { type: 'day', name: { zh: '完成期限', en: 'Due on' } },
        doneOn: { type: 'day', name: { zh: '完成日期', en: 'Done on' } },
      },
    },
    minutes: { type: 'files', name: { zh: '会议纪要、签到', en: 'Minutes, attendance list' } },
  },
  dateField: 'on',
  title: { zh: '{kind}：{topic}', en: '{kind}: {topic}' },
  counts: {
    times: { name: { zh: '会议次数', en: 'Meetings' }, unit: '次', of: 'entries' },
    people: { name: { zh: '参加人次', en: 'Attendances' }, unit: '人次', of: 'attendance' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
