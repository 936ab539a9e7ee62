import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const payment = defineRegister({
  key: 'payment',
  version: 1,
  name: { zh: '资金拨付与追回', en: 'Payments and recoveries' },
  help: {
    zh: '每一笔拨付、退回、扣款和追偿登记一条，金额一律填正数，方向由类别表示。',
    en: 'One entry for each payment, refund, deduction and recovery. Amounts are positive; the kind says which way.',
  },
  group: 'money',
  kinds: {
    prepayment: { zh: '预付款', en: 'Prepayment' },
    progress: { zh: '进度款', en: 'Progress payment' },
    settlement: { zh: '结算款', en: 'Settlement payment' },
    qualityBond: { zh: '质保金返还', en: 'Return of the quality bond' },
    refund: { zh: '退回', en: 'Refund' },
    deduction: { zh: '扣款', en: 'Deduction' },
    recovery: { zh: '追偿', en: 'Recovery' },
  },
  fields: {
    project: projectField,
    contract: {
      ...contractField,
      help: {
        zh: '没有合同就付款的，不填，系统会提示。',
        en: 'Left empty for a payment without a contract; that is pointed out.',
      },
    },
    payee: { type: 'text', name: { zh: '收款（退款）方', en: 'Payee' }, required: true, listed: true },
    amount: { type: 'money', name: { zh: '金额', en: 'Amount' }, required: true, listed: true },
    paidOn: { type: 'day', name: { zh: '日期', en: 'On' }, required: true, listed: true },
    stage: {
      type: 'choice',
      kinds: ['prepayment', 'progress', 'settlement', 'qualityBond'],
      name: { zh: '对应付款节点', en: 'Stage' },
      options: {
        signed: { zh: '合同签订', en: 'Signed' },
        building: { zh: '施工过程', en: 'During the works' },
        finished: { zh: '完工', en: 'Works finished' },
        accepted: { zh: '竣工验收合格', en: 'Accepted' },
        settled: { zh: '结算审定', en: 'Settled' },
        guaranteeEnded: { zh: '养护（缺陷责任）期满', en: 'Guarantee ended' },
      },
    },
    completedValue: {
      type: 'money',
      kinds: ['progress'],
      name: { zh: '本期完成价款', en: 'Value completed in the period' },
      help: {
        zh: '监理和建设单位确认的本期完成工程价款，用来计算支付比例。',
        en: 'As confirmed by supervisor and owner; the share paid is worked out from it.',
      },
      listed: true,
    },
    completedToDate: {
      type: 'money',
      kinds: ['progress', 'settlement'],
      name: { zh: '累计完成价款', en: 'Value completed so far' },
    },
    wages: {
      type: 'money',
      kinds: ['progress', 'prepayment'],
      name: { zh: '其中人工费', en: 'Wages in it' },
      help: { zh: '按月拨入农民工工资专用账户的部分。', en: 'Paid monthly to the special account for wages.' },
    },
    wagesToAccount: {
      type: 'flag',
      kinds: ['progress', 'prepayment'],
      name: { zh: '人工费已进专户', en: 'Wages went to the special account' },
    },
    purpose: {
      type: 'choice',
      name: { zh: '费用性质', en: 'For' },
      options: {
        works: { zh: '工程价款', en: 'Works' },
        goods: { zh: '苗木、材料设备', en: 'Plants, materials' },
        wages: { zh: '人工工资', en: 'Wages' },
        fees: { zh: '勘察设计监理审计等费用', en: 'Survey, design, supervision, audit' },
        upkeep: { zh: '管养费', en: 'Upkeep' },
        land: { zh: '征地拆迁', en: 'Land' },
        hospitality: { zh: '招待、宴请', en: 'Hospitality' },
        alcohol: { zh: '用酒', en: 'Alcohol' },
        gifts: { zh: '礼品、旅游', en: 'Gifts, travel' },
        other: { zh: '其他', en: 'Other' },
      },
    },
    benefited: {
      type: 'choice',
      name: { zh: '实际受益方', en: 'Who benefited' },
      help: {
        zh: '招待、礼品等费用填吃请、受赠的一方；工程价款一般不用填。',
        en: 'For hospitality and gifts: who received them.',
      },
      options: {
        contractor: { zh: '施工单位', en: 'Contractor' },
        supervisor: { zh: '监理单位', en: 'Supervisor' },
        auditor: { zh: '审计（审核）单位', en: 'Auditor' },
        owner: { zh: '建设单位人员', en: 'People of the owner' },
        other: { zh: '其他', en: 'Others' },
      },
    },
    invoiceNumber: { type: 'text', most: 60, name: { zh: '发票号码', en: 'Invoice' } },
    basis: { type: 'text', most: 300, name: { zh: '依据', en: 'Basis' } },
    papers: { type: 'files', name: { zh: '申请、计量、凭证', en: 'Papers' } },
  },
  dateField: 'paidOn',
  title: { zh: '{kind}：{payee}', en: '{kind}: {payee}' },
  counts: {
    payments: { name: { zh: '笔数', en: 'Entries' }, unit: '笔', of: 'entries' },
    paid: {
      name: { zh: '拨付金额', en: 'Paid' },
      unit: '元',
      of: 'amount',
      kinds: ['prepayment', 'progress', 'settlement', 'qualityBond'],
    },
    recovered: {
      name: { zh: '追回（扣减）金额', en: 'Recovered' },
      unit: '元',
      of: 'amount',
      kinds: ['refund', 'deduction', 'recovery'],
    },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'figure',
})
