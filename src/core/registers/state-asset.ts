import { defineRegister } from './definition.ts'

export const stateAsset = defineRegister({
  key: 'stateAsset',
  version: 1,
  name: { zh: '国有资产处置', en: 'State assets' },
  help: {
    zh: '盘盈、盘亏、报损、报废、处置。一笔一条，审批一步一行；先批后处置，处置收入上缴。',
    en: 'Surplus, deficit, loss, scrapping, disposal. One entry per case; each step of approval is a row.',
  },
  group: 'money',
  kinds: {
    surplus: { zh: '盘盈', en: 'Surplus' },
    deficit: { zh: '盘亏', en: 'Deficit' },
    lost: { zh: '报损', en: 'Loss' },
    scrapped: { zh: '报废', en: 'Scrapped' },
    disposed: { zh: '处置', en: 'Disposed of' },
  },
  fields: {
    asset: { type: 'text', name: { zh: '资产名称', en: 'Asset' }, required: true, listed: true, most: 100 },
    cardNumber: { type: 'text', name: { zh: '资产卡片号', en: 'Card number' }, most: 40 },
    pieces: {
      type: 'quantity',
      unit: '件',
      name: { zh: '数量', en: 'Pieces' },
      help: { zh: '苗木按株。', en: 'Plants by the piece.' },
      decimals: 2,
    },
    bookValue: { type: 'money', name: { zh: '账面原值', en: 'Book value' }, listed: true },
    netValue: { type: 'money', name: { zh: '净值', en: 'Net value' } },
    reason: { type: 'longText', name: { zh: '原因', en: 'Reason' } },
    way: {
      type: 'choice',
      name: { zh: '处置方式', en: 'Way of disposal' },
      kinds: ['disposed'],
      options: {
        sold: { zh: '出售', en: 'Sold' },
        transferred: { zh: '无偿调拨', en: 'Transferred free of charge' },
        exchanged: { zh: '置换', en: 'Exchanged' },
        donated: { zh: '捐赠', en: 'Donated' },
      },
    },
    steps: {
      type: 'rows',
      name: { zh: '审批步骤', en: 'Steps of approval' },
      columns: {
        step: {
          type: 'choice',
          name: { zh: '步骤', en: 'Step' },
          options: {
            request: { zh: '使用单位申请', en: 'Request of the user' },
            appraisal: { zh: '技术鉴定、评估', en: 'Appraisal' },
            department: { zh: '主管部门审核', en: 'Department in charge' },
            finance: { zh: '财政部门审批', en: 'Finance bureau' },
            filing: { zh: '备案', en: 'Filing' },
          },
          required: true,
        },
        on: { type: 'day', name: { zh: '日期', en: 'Day' } },
        paper: { type: 'text', name: { zh: '文件、文号', en: 'Paper' }, most: 100 },
      },
    },
    approvedOn: {
      type: 'day',
      name: { zh: '批准日期', en: 'Approved on' },
      listed: true,
    },
    on: {
      type: 'day',
      name: { zh: '处理日期', en: 'Carried out on' },
      help: {
        zh: '账务核销或实物移交的日期，不早于批准日期。',
        en: 'Day of writing off or handing over; not before approval.',
      },
      listed: true,
    },
    proceeds: { type: 'money', name: { zh: '处置收入', en: 'Proceeds' } },
    proceedsPaidOn: { type: 'day', name: { zh: '收入上缴日期', en: 'Proceeds paid in on' } },
    papers: { type: 'files', name: { zh: '审批材料', en: 'Request, appraisal, approval' } },
  },
  dateField: 'on',
  title: { zh: '{kind}：{asset}', en: '{kind}: {asset}' },
  counts: {
    cases: { name: { zh: '资产处理笔数', en: 'Cases' }, unit: '笔', of: 'entries' },
    bookValue: { name: { zh: '账面原值', en: 'Book value' }, unit: '元', of: 'bookValue' },
    proceeds: { name: { zh: '处置收入', en: 'Proceeds' }, unit: '元', of: 'proceeds' },
    pieces: { name: { zh: '资产数量', en: 'Pieces' }, unit: '件', of: 'pieces' },
  },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})
