import { defineRegister } from './definition.ts'

export const specialFund = defineRegister({
  key: 'specialFund',
  version: 1,
  name: { zh: '专项资金', en: 'Special funds' },
  help: {
    zh: '一笔专项资金一条：用途、拨入、逐笔使用、结余。每笔使用都要写是否符合用途。',
    en: 'One entry per fund: purpose, money received, each use, balance. Each use says whether it keeps to the purpose.',
  },
  group: 'money',
  kinds: null,
  fields: {
    fund: { type: 'text', name: { zh: '资金名称', en: 'Fund' }, required: true, listed: true, most: 100 },
    number: { type: 'text', name: { zh: '下达文号', en: 'Number of the grant' }, most: 60 },
    purpose: {
      type: 'longText',
      name: { zh: '规定用途', en: 'Purpose' },
      help: { zh: '照下达文件写。', en: 'As the grant has it.' },
      required: true,
    },
    on: { type: 'day', name: { zh: '拨入日期', en: 'Received on' }, required: true, listed: true },
    projects: { type: 'project', many: true, name: { zh: '对应项目', en: 'Projects' } },
    received: { type: 'money', name: { zh: '拨入金额', en: 'Received' }, required: true, listed: true },
    uses: {
      type: 'rows',
      name: { zh: '使用明细', en: 'Uses' },
      columns: {
        on: { type: 'day', name: { zh: '日期', en: 'Day' }, required: true },
        what: { type: 'text', name: { zh: '用在哪里', en: 'Used for' }, required: true, most: 200 },
        amount: { type: 'money', name: { zh: '金额', en: 'Amount' }, required: true },
        within: { type: 'flag', name: { zh: '符合用途', en: 'Keeps to the purpose' } },
        project: { type: 'project', name: { zh: '项目', en: 'Project' } },
        voucher: { type: 'text', name: { zh: '凭证号', en: 'Voucher' }, most: 40 },
      },
    },
    used: {
      type: 'money',
      name: { zh: '使用合计', en: 'Used' },
      help: { zh: '与使用明细合计一致。', en: 'What the uses come to.' },
      listed: true,
    },
    restored: {
      type: 'money',
      name: { zh: '归还原渠道', en: 'Restored' },
      help: {
        zh: '不符合用途、已退回本专项的钱；没有的填0，才能算出结余。',
        en: 'Money used for something else that came back; 0 where there is none, so that the balance can be told.',
      },
    },
    restoredOn: { type: 'day', name: { zh: '归还日期', en: 'Restored on' } },
    balance: {
      type: 'computed',
      name: { zh: '结余', en: 'Balance' },
      of: { add: [{ subtract: ['received', 'used'] }, 'restored'] },
      unit: '分',
      listed: true,
    },
    ownAccount: { type: 'flag', name: { zh: '是否专账核算', en: 'Kept in an account of its own' } },
    papers: { type: 'files', name: { zh: '下达文件和凭证', en: 'Grant, ledger, vouchers' } },
  },
  dateField: 'on',
  title: { zh: '{fund}', en: '{fund}' },
  counts: {
    received: { name: { zh: '拨入金额', en: 'Received' }, unit: '元', of: 'received' },
    used: { name: { zh: '使用金额', en: 'Used' }, unit: '元', of: 'used' },
    restored: { name: { zh: '归还原渠道金额', en: 'Restored' }, unit: '元', of: 'restored' },
    funds: { name: { zh: '专项资金笔数', en: 'Funds' }, unit: '笔', of: 'entries' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
