import { defineRegister } from './definition.ts'

export const investmentProject = defineRegister({
  key: 'investmentProject',
  version: 1,
  name: { zh: '招商项目', en: 'Investment projects' },
  help: {
    zh: '引进的投资项目：签约、开工、投资、包保和承诺。政府投资的工程登记在“项目”里。',
    en: 'Projects of investors: agreement, start, promises, sponsor. Public works are in the register of projects.',
  },
  group: 'land',
  kinds: null,
  fields: {
    name: { type: 'text', name: { zh: '项目名称', en: 'Name' }, required: true, listed: true, most: 100 },
    investor: { type: 'text', name: { zh: '投资人', en: 'Investor' }, required: true, listed: true, most: 100 },
    signedOn: { type: 'day', name: { zh: '签约日期', en: 'Signed on' }, listed: true },
    startedOn: { type: 'day', name: { zh: '开工日期', en: 'Started on' }, listed: true },
    producingOn: { type: 'day', name: { zh: '投产日期', en: 'In production on' } },
    stage: {
      type: 'choice',
      name: { zh: '进展', en: 'Stage' },
      options: {
        talks: { zh: '在谈', en: 'In talks' },
        signed: { zh: '已签约', en: 'Signed' },
        building: { zh: '在建', en: 'Under construction' },
        producing: { zh: '已投产', en: 'In production' },
        halted: { zh: '停滞', en: 'Halted' },
        ended: { zh: '已终止', en: 'Ended' },
      },
      listed: true,
    },
    investment: { type: 'money', name: { zh: '计划总投资', en: 'Total investment' }, listed: true },
    invested: { type: 'money', name: { zh: '已到位投资', en: 'Invested so far' } },
    land: { type: 'area', name: { zh: '用地面积', en: 'Land' } },
    sponsor: {
      type: 'person',
      name: { zh: '包保领导', en: 'Sponsor' },
      help: { zh: '领衔包保的县干，一个项目一人。', en: 'The leader of the district who sponsors it.' },
      listed: true,
    },
    taxClause: {
      type: 'flag',
      name: { zh: '协议写明亩均税收条款', en: 'Agreement has the clause on tax' },
    },
    taxPerMu: {
      type: 'money',
      name: { zh: '承诺亩均税收（每年）', en: 'Tax promised per mu and year' },
      help: { zh: '一亩一年多少钱；本地规定有最低数。', en: 'Per mu and year; a local rule sets the least.' },
    },
    promiseOn: { type: 'day', name: { zh: '产出承诺签订日期', en: 'Promise of output signed on' } },
    ambassadors: {
      type: 'rows',
      name: { zh: '招商大使、联络员', en: 'Ambassadors and contacts' },
      columns: {
        name: { type: 'text', name: { zh: '姓名', en: 'Name' }, required: true, most: 50 },
        role: {
          type: 'choice',
          name: { zh: '身份', en: 'Role' },
          options: {
            ambassador: { zh: '招商大使', en: 'Ambassador' },
            contact: { zh: '联络员', en: 'Contact' },
          },
        },
        since: { type: 'day', name: { zh: '聘任日期', en: 'Since' } },
      },
    },
    note: { type: 'longText', name: { zh: '存在问题和处理', en: 'Problems and what is done' } },
    agreement: { type: 'files', name: { zh: '投资协议和承诺书', en: 'Agreement, promise' } },
  },
  dateField: 'signedOn',
  title: { zh: '{name}', en: '{name}' },
  counts: {
    projects: { name: { zh: '招商项目数', en: 'Investment projects' }, unit: '个', of: 'entries' },
    investment: { name: { zh: '计划总投资', en: 'Total investment' }, unit: '元', of: 'investment' },
    invested: { name: { zh: '到位投资', en: 'Invested' }, unit: '元', of: 'invested' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'figure',
})
