import { type CheckFixtures, made, row, works } from './made.fixtures.ts'
import { wan } from './sources.ts'

const contract = (values: Parameters<typeof made<'contract'>>[3] = {}) =>
  made('contract', 11, 'construction', { signedOn: '2024-03-01', price: wan(1000), ...values })
const payment = (
  values: Parameters<typeof made<'payment'>>[3],
  id = 31,
  kind: 'prepayment' | 'progress' | 'settlement' | 'qualityBond' | 'refund' = 'progress',
) => made('payment', id, kind, { contract: 11, paidOn: '2024-07-01', payee: '甲公司', ...values })
const accepted = (values: Parameters<typeof made<'acceptance'>>[3] = {}) =>
  made('acceptance', 61, 'completion', { on: '2024-06-30', opinion: 'passed', ...values })
const wageful = { wages: wan(10), wagesToAccount: true } as const
const terms = [
  { stage: 'building', share: 70 },
  { stage: 'accepted', share: 85 },
] as const
const bond = { kind: 'qualityBond' } as const

export const paymentFixtures: CheckFixtures = {
  'payment.progressLow': [
    row('正好80%', 'clear', [contract(), payment({ amount: wan(80), completedValue: wan(100) })]),
    row('少一分', 'flagged', [contract(), payment({ amount: wan(80) - 1, completedValue: wan(100) })]),
    row('2022年8月1日签订', 'flagged', [
      contract({ signedOn: '2022-08-01' }),
      payment({ amount: wan(70), completedValue: wan(100) }),
    ]),
    row('2022年7月31日签订', 'notApplicable', [
      contract({ signedOn: '2022-07-31' }),
      payment({ amount: wan(70), completedValue: wan(100) }),
    ]),
    row('没有完成价款', 'cannotTell', [contract(), payment({ amount: wan(80) })]),
    row('合同没有签订日期', 'cannotTell', [
      contract({ signedOn: undefined }),
      payment({ amount: wan(70), completedValue: wan(100) }),
    ]),
    row('预付款', 'notApplicable', [contract(), payment({ amount: wan(80) }, 31, 'prepayment')]),
  ],
  'payment.progressHigh': [
    row('正好100%', 'clear', [contract(), payment({ amount: wan(100), completedValue: wan(100) })]),
    row('多一分', 'flagged', [contract(), payment({ amount: wan(100) + 1, completedValue: wan(100) })]),
    row('没有完成价款', 'cannotTell', [contract(), payment({ amount: wan(80) })]),
    row('文件施行以前付的', 'notApplicable', [
      contract(),
      payment({ amount: wan(120), completedValue: wan(100), paidOn: '2022-07-31' }),
    ]),
  ],
  'payment.ahead': [
    row('超前10个百分点', 'clear', [contract(), payment({ amount: wan(400), completedToDate: wan(300) })]),
    row('再多一分', 'flagged', [contract(), payment({ amount: wan(400) + 1, completedToDate: wan(300) })]),
    row('没有累计完成价款', 'cannotTell', [contract(), payment({ amount: wan(400) })]),
    row('没有进度款', 'notApplicable', [contract()]),
  ],
  'payment.beyondStage': [
    row('正好70%', 'clear', [contract({ paymentTerms: terms }), payment({ amount: wan(700), stage: 'building' })]),
    row('多一分', 'flagged', [contract({ paymentTerms: terms }), payment({ amount: wan(700) + 1, stage: 'building' })]),
    row('付款没有填节点', 'cannotTell', [contract({ paymentTerms: terms }), payment({ amount: wan(700) })]),
    row('合同没有这个节点', 'cannotTell', [
      contract({ paymentTerms: terms }),
      payment({ amount: wan(1), stage: 'settled' }),
    ]),
    row('合同没有约定节点', 'notApplicable', [contract(), payment({ amount: wan(700), stage: 'building' })]),
  ],
  'payment.overContract': [
    row('正好付满', 'clear', [contract(), payment({ amount: wan(1000) })]),
    row('多一分', 'flagged', [contract(), payment({ amount: wan(1000) + 1 })]),
    row('有批准的变更', 'clear', [
      contract(),
      payment({ amount: wan(1050) }),
      made('changeOrder', 21, 'designChange', { contract: 11, amount: wan(50), approvedOn: '2024-05-01' }),
    ]),
    row('变更没有批准', 'flagged', [
      contract(),
      payment({ amount: wan(1050) }),
      made('changeOrder', 21, 'designChange', { contract: 11, amount: wan(50) }),
    ]),
    row('退回以后', 'clear', [contract(), payment({ amount: wan(1050) }), payment({ amount: wan(50) }, 32, 'refund')]),
    row('没有合同价', 'cannotTell', [contract({ price: undefined }), payment({ amount: wan(1000) })]),
    row('没有付款', 'notApplicable', [contract()]),
  ],
  'payment.beforeAcceptance': [
    row('验收前一天付', 'flagged', [accepted(), payment({ amount: 1, stage: 'accepted', paidOn: '2024-06-29' })]),
    row('验收当天付', 'clear', [accepted(), payment({ amount: 1, stage: 'accepted', paidOn: '2024-06-30' })]),
    row('没有验收记录', 'cannotTell', [payment({ amount: 1, stage: 'accepted' })]),
    row('验收不合格', 'cannotTell', [accepted({ opinion: 'failed' }), payment({ amount: 1, stage: 'accepted' })]),
    row('施工过程款', 'notApplicable', [accepted(), payment({ amount: 1, stage: 'building' })]),
  ],
  'payment.qualityBond': [
    row('正好3%', 'clear', [
      made('settlement', 51, null, { reviewedOn: '2024-09-01', reviewed: wan(1000), qualityBond: wan(30) }),
    ]),
    row('多一分', 'flagged', [
      made('settlement', 51, null, { reviewedOn: '2024-09-01', reviewed: wan(1000), qualityBond: wan(30) + 1 }),
    ]),
    row('没有登记质保金', 'cannotTell', [
      made('settlement', 51, null, { reviewedOn: '2024-09-01', reviewed: wan(1000) }),
    ]),
    row('2017年6月30日审定', 'notApplicable', [
      made('settlement', 51, null, { reviewedOn: '2017-06-30', reviewed: wan(1000), qualityBond: wan(50) }),
    ]),
    row('没有审定', 'notApplicable', [made('settlement', 51, null, { submitted: wan(1000) })]),
  ],
  'payment.bondBeforeSurvival': [
    row('期满前一天返还', 'flagged', [
      works({ maintenanceMonths: 12 }),
      accepted(),
      payment({ paidOn: '2025-06-29' }, 31, bond.kind),
    ]),
    row('期满当天返还，当天核查', 'clear', [
      works({ maintenanceMonths: 12 }),
      accepted(),
      made('survivalCheck', 71, 'final', { on: '2025-06-30' }),
      payment({ paidOn: '2025-06-30' }, 31, bond.kind),
    ]),
    row('没有期满核查', 'flagged', [
      works({ maintenanceMonths: 12 }),
      accepted(),
      payment({ paidOn: '2025-06-30' }, 31, bond.kind),
    ]),
    row('没有养护期', 'cannotTell', [works(), accepted(), payment({ paidOn: '2025-06-30' }, 31, bond.kind)]),
    row('没有返还', 'notApplicable', [works(), accepted()]),
  ],
  'payment.duplicate': [
    row('同一张发票付两次', 'flagged', [
      payment({ amount: 5, invoiceNumber: 'A1' }),
      payment({ amount: 5, invoiceNumber: 'A1' }, 32),
    ]),
    row('发票不同', 'clear', [
      payment({ amount: 5, invoiceNumber: 'A1' }),
      payment({ amount: 5, invoiceNumber: 'A2' }, 32),
    ]),
    row('没有发票号', 'cannotTell', [payment({ amount: 5 }), payment({ amount: 5 }, 32)]),
    row('金额差一分', 'notApplicable', [
      payment({ amount: 5, invoiceNumber: 'A1' }),
      payment({ amount: 6, invoiceNumber: 'A1' }, 32),
    ]),
  ],
  'payment.wageAccount': [
    row('没有开设', 'flagged', [contract({ wageAccount: false })]),
    row('已开设', 'clear', [contract({ wageAccount: true })]),
    row('没有填写', 'cannotTell', [contract()]),
    row('2020年4月30日签订', 'notApplicable', [contract({ wageAccount: false, signedOn: '2020-04-30' })]),
  ],
  'payment.wagesMonthly': [
    row('相隔正好一个月', 'clear', [contract(), payment(wageful), payment({ ...wageful, paidOn: '2024-08-01' }, 32)]),
    row('多一天', 'flagged', [contract(), payment(wageful), payment({ ...wageful, paidOn: '2024-08-02' }, 32)]),
    row('没有进专户', 'flagged', [contract(), payment({ wages: wan(10), wagesToAccount: false })]),
    row('没有登记人工费', 'cannotTell', [contract(), payment({})]),
    row('没有进度款', 'notApplicable', [contract()]),
  ],
  'time.startLate': [
    row('正好三个月', 'clear', [
      works({ permitOn: '2024-01-15' }),
      made('schedule', 81, null, { actualStart: '2024-04-15' }),
    ]),
    row('晚一天', 'flagged', [
      works({ permitOn: '2024-01-15' }),
      made('schedule', 81, null, { actualStart: '2024-04-16' }),
    ]),
    row('经过延期', 'clear', [
      works({ permitOn: '2024-01-15', permitExtendedTo: '2024-07-15' }),
      made('schedule', 81, null, { actualStart: '2024-07-15' }),
    ]),
    row('还在期限内', 'clear', [works({ permitOn: '2025-06-01' })]),
    row('过期没有开工', 'flagged', [works({ permitOn: '2025-01-01' })]),
    row('没有领证日期', 'cannotTell', [works(), made('schedule', 81, null, { actualStart: '2024-04-15' })]),
    row('没有工期也没有许可证', 'notApplicable', [works()]),
  ],
  'time.overrun': [
    row('当天完工', 'clear', [made('schedule', 81, null, { plannedFinish: '2024-12-31', actualFinish: '2024-12-31' })]),
    row('晚一天', 'flagged', [made('schedule', 81, null, { plannedFinish: '2024-12-31', actualFinish: '2025-01-01' })]),
    row('有批准的顺延', 'clear', [
      made('schedule', 81, null, {
        plannedFinish: '2024-12-31',
        actualFinish: '2025-01-10',
        extensions: [{ days: 10, approvedOn: '2024-12-01' }],
      }),
    ]),
    row('顺延没有批准', 'flagged', [
      made('schedule', 81, null, {
        plannedFinish: '2024-12-31',
        actualFinish: '2025-01-10',
        extensions: [{ days: 10 }],
      }),
    ]),
    row('调查认定不是施工单位原因', 'clear', [
      made('schedule', 81, null, {
        plannedFinish: '2024-12-31',
        actualFinish: '2025-03-01',
        investigatedOn: '2025-04-01',
        conclusion: 'land',
      }),
    ]),
    row('至今没有完工', 'flagged', [made('schedule', 81, null, { plannedFinish: '2025-06-29' })]),
    row('没有计划完工日期', 'cannotTell', [made('schedule', 81, null, {})]),
    row('没有工期', 'notApplicable', [contract()]),
  ],
}
