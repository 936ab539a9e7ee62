import { defineRegister } from './definition.ts'
import { projectField } from './project-fields.ts'

export const tender = defineRegister({
  key: 'tender',
  version: 1,
  name: { zh: '招标采购', en: 'Tenders' },
  help: {
    zh: '一个标段（包）登记一条；没有招标直接发包的也登记，方式选“直接发包”，并写明理由。',
    en: 'One entry for each lot; what was awarded directly is entered too, with its reason.',
  },
  group: 'project',
  kinds: {
    survey: { zh: '勘察', en: 'Survey' },
    design: { zh: '设计', en: 'Design' },
    construction: { zh: '施工', en: 'Construction' },
    epc: { zh: '工程总承包', en: 'Engineering, procurement and construction' },
    supervision: { zh: '监理', en: 'Supervision' },
    goods: { zh: '货物', en: 'Goods' },
    service: { zh: '管养及其他服务', en: 'Upkeep and other services' },
  },
  fields: {
    project: projectField,
    name: { type: 'text', name: { zh: '标段名称', en: 'Lot' }, required: true, listed: true },
    method: {
      type: 'choice',
      name: { zh: '方式', en: 'Method' },
      required: true,
      listed: true,
      options: {
        publicTender: { zh: '公开招标', en: 'Public tender' },
        invitedTender: { zh: '邀请招标', en: 'Invited tender' },
        negotiation: { zh: '竞争性谈判', en: 'Competitive negotiation' },
        consultation: { zh: '竞争性磋商', en: 'Competitive consultation' },
        inquiry: { zh: '询价', en: 'Inquiry' },
        singleSource: { zh: '单一来源', en: 'Single source' },
        framework: { zh: '框架协议', en: 'Framework agreement' },
        direct: { zh: '直接发包', en: 'Directly' },
      },
    },
    exemption: {
      type: 'text',
      most: 300,
      name: { zh: '不招标的理由和批准文件', en: 'Why there was no tender, and who approved' },
    },
    estimate: {
      type: 'money',
      name: { zh: '估算价', en: 'Estimated price' },
      help: {
        zh: '招标前的合同估算价，用来判断是否必须招标：施工400万元、货物200万元、勘察设计监理100万元以上。',
        en: 'Decides whether a tender is a must: works from 4 million, goods from 2 million, survey, design and supervision from 1 million yuan.',
      },
    },
    ceilingPrice: { type: 'money', name: { zh: '最高投标限价', en: 'Ceiling price' } },
    agent: { type: 'text', name: { zh: '代理机构', en: 'Agent' } },
    documentsOn: {
      type: 'day',
      name: { zh: '招标文件开始发出日期', en: 'Documents issued from' },
      help: {
        zh: '自发出之日起至提交投标文件截止，最短不少于二十日。',
        en: 'At least twenty days lie between it and the deadline for bids.',
      },
    },
    deadlineOn: { type: 'day', name: { zh: '投标截止日期', en: 'Deadline for bids' }, listed: true },
    bidBond: {
      type: 'money',
      name: { zh: '投标保证金', en: 'Bid bond' },
      help: {
        zh: '不超过招标项目估算价的百分之二；没有要求的填0。',
        en: 'Two per cent of the estimated price at most; 0 where none is asked.',
      },
    },
    bidders: {
      type: 'rows',
      name: { zh: '投标人', en: 'Bidders' },
      columns: {
        name: { type: 'text', name: { zh: '名称', en: 'Name' }, required: true },
        price: { type: 'money', name: { zh: '报价', en: 'Price' } },
        receivedOn: { type: 'day', name: { zh: '送达日期', en: 'Received on' } },
        outcome: {
          type: 'choice',
          name: { zh: '结果', en: 'Outcome' },
          options: {
            won: { zh: '中标', en: 'Won' },
            valid: { zh: '有效', en: 'Valid' },
            rejected: { zh: '否决', en: 'Rejected' },
          },
        },
        contact: { type: 'text', most: 60, name: { zh: '联系人', en: 'Contact' } },
        phone: { type: 'text', most: 40, name: { zh: '电话', en: 'Telephone' } },
        address: { type: 'text', name: { zh: '地址', en: 'Address' } },
      },
    },
    criterion: {
      type: 'choice',
      name: { zh: '评标办法', en: 'Decided by' },
      options: {
        lowest: { zh: '最低价（经评审的最低投标价）', en: 'Lowest price' },
        best: { zh: '综合评估', en: 'Overall merit' },
      },
    },
    awardNoticeOn: { type: 'day', name: { zh: '中标（成交）通知书日期', en: 'Award notice of' } },
    winner: { type: 'text', name: { zh: '中标（成交）人', en: 'Winner' }, listed: true },
    winningPrice: { type: 'money', name: { zh: '中标（成交）价', en: 'Winning price' }, listed: true },
    papers: { type: 'files', name: { zh: '公告、文件、通知书', en: 'Papers' } },
  },
  dateField: 'deadlineOn',
  title: { zh: '{kind}：{name}', en: '{kind}: {name}' },
  counts: {
    tenders: { name: { zh: '标段数', en: 'Lots' }, unit: '个', of: 'entries' },
    awarded: { name: { zh: '中标金额', en: 'Awarded' }, unit: '元', of: 'winningPrice' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
