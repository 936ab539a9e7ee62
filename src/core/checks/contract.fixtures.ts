import { type CheckFixtures, made, row } from './made.fixtures.ts'
import { wan } from './sources.ts'

const contract = (values: Parameters<typeof made<'contract'>>[3], id = 11) =>
  made('contract', id, 'construction', { signedOn: '2024-03-01', price: wan(1000), ...values })
const change = (
  id: number,
  values: Parameters<typeof made<'changeOrder'>>[3],
  kind: 'designChange' | 'siteInstruction' = 'designChange',
) => made('changeOrder', id, kind, { contract: 11, appliedOn: '2024-06-01', ...values })
const payment = (values: Parameters<typeof made<'payment'>>[3], id = 31) =>
  made('payment', id, 'progress', { contract: 11, paidOn: '2024-07-01', amount: wan(100), ...values })
const owner = [{ level: 'owner', agreed: true, by: '甲' }] as const
const authority = [
  { level: 'owner', agreed: true, by: '甲' },
  { level: 'authority', agreed: true, by: '乙' },
] as const
const flow = (...days: readonly string[]) =>
  (['drafting', 'businessReview', 'legalReview', 'collectiveDecision', 'signature', 'sealing', 'filing'] as const).map(
    (step, index) => ({ step, on: days[index] ?? `2024-02-1${index}` }),
  )
const supplement = (price: number | undefined) =>
  made('contract', 12, 'supplement', { mainContract: 11, price, signedOn: '2024-09-01' })
const close = wan(45)

export const contractFixtures: CheckFixtures = {
  'contract.signedLate': [
    row('第29天签订', 'clear', [contract({ awardNoticeOn: '2024-02-01', signedOn: '2024-03-01' })]),
    row('第30天签订', 'clear', [contract({ awardNoticeOn: '2024-02-01', signedOn: '2024-03-02' })]),
    row('第31天签订', 'flagged', [contract({ awardNoticeOn: '2024-02-01', signedOn: '2024-03-03' })]),
    row('通知书日期在招标记录里', 'flagged', [
      contract({ tender: 30 }),
      made('tender', 30, 'construction', { method: 'publicTender', awardNoticeOn: '2024-01-01' }),
    ]),
    row('第30天还没有签订', 'clear', [contract({ awardNoticeOn: '2025-05-31', signedOn: undefined })]),
    row('第31天还没有签订', 'flagged', [contract({ awardNoticeOn: '2025-05-30', signedOn: undefined })]),
    row('招标的合同没有通知书日期', 'cannotTell', [contract({ sourcing: 'publicTender' })]),
    row('直接发包', 'notApplicable', [contract({ sourcing: 'direct' })]),
  ],
  'contract.workBeforeSigning': [
    row('早一天进场', 'flagged', [contract({ performedFrom: '2024-02-29' })]),
    row('当天进场', 'clear', [contract({ performedFrom: '2024-03-01' })]),
    row('已进场，没有签订日期', 'cannotTell', [contract({ performedFrom: '2024-03-01', signedOn: undefined })]),
    row('已付进度款，没有进场日期', 'cannotTell', [contract({}), payment({})]),
    row('还没有进场', 'notApplicable', [contract({})]),
  ],
  'contract.paidBeforeSigning': [
    row('早一天付款', 'flagged', [contract({}), payment({ paidOn: '2024-02-29' })]),
    row('当天付款', 'clear', [contract({}), payment({ paidOn: '2024-03-01' })]),
    row('没有合同', 'flagged', [payment({ contract: undefined })]),
    row('合同没有签订日期', 'cannotTell', [contract({ signedOn: undefined }), payment({})]),
    row('征地款', 'notApplicable', [payment({ contract: undefined, purpose: 'land' })]),
    row('退回款', 'notApplicable', [made('payment', 31, 'refund', { amount: 1, paidOn: '2024-01-01' })]),
  ],
  'contract.supplements': [
    row('正好10%', 'clear', [contract({ governmentProcurement: true }), supplement(wan(100))]),
    row('10%多一分', 'flagged', [contract({ governmentProcurement: true }), supplement(wan(100) + 1)]),
    row('不知是否政府采购', 'cannotTell', [contract({}), supplement(wan(200))]),
    row('补充协议没有金额', 'cannotTell', [contract({ governmentProcurement: true }), supplement(undefined)]),
    row('不是政府采购', 'notApplicable', [contract({ governmentProcurement: false }), supplement(wan(200))]),
    row('没有补充协议', 'notApplicable', [contract({ governmentProcurement: true })]),
  ],
  'contract.signingFlow': [
    row('步骤齐全', 'clear', [contract({ signingSteps: flow() })]),
    row('缺合法性审查', 'flagged', [contract({ signingSteps: flow().filter(({ step }) => step !== 'legalReview') })]),
    row('先签字后研究', 'flagged', [
      contract({
        signingSteps: flow(
          '2024-02-01',
          '2024-02-02',
          '2024-02-03',
          '2024-02-20',
          '2024-02-10',
          '2024-02-21',
          '2024-02-22',
        ),
      }),
    ]),
    row('同一天办两步', 'clear', [contract({ signingSteps: flow('2024-02-01', '2024-02-01') })]),
    row('有一步没有日期', 'cannotTell', [
      contract({ signingSteps: flow().map((each) => (each.step === 'sealing' ? { step: each.step } : each)) }),
    ]),
    row('没有登记流程', 'cannotTell', [contract({})]),
    row('还没有签订', 'notApplicable', [contract({ signedOn: undefined })]),
  ],
  'change.approvalTier': [
    row('50万元差一分，建设单位批准', 'clear', [
      contract({}),
      change(21, { amount: wan(50) - 1, approvedOn: '2024-07-01', approvals: owner }),
    ]),
    row('50万元，建设单位批准', 'flagged', [
      contract({}),
      change(21, { amount: wan(50), approvedOn: '2024-07-01', approvals: owner }),
    ]),
    row('50万元，主管部门批准', 'clear', [
      contract({}),
      change(21, { amount: wan(50), approvedOn: '2024-07-01', approvals: authority }),
    ]),
    row('减少50万元也看绝对值', 'flagged', [
      contract({}),
      change(21, { amount: -wan(50), approvedOn: '2024-07-01', approvals: owner }),
    ]),
    row('累计正好10%', 'clear', [
      contract({}),
      change(21, { amount: wan(49), approvedOn: '2024-07-01', approvals: owner }),
      change(22, { amount: wan(49), approvedOn: '2024-08-01', approvals: owner }),
      change(23, { amount: wan(2), approvedOn: '2024-09-01', approvals: owner }),
    ]),
    row('累计10.01%', 'flagged', [
      contract({ price: wan(100) }),
      change(23, { amount: wan(10.01), approvedOn: '2024-09-01', approvals: owner }),
    ]),
    row('主管部门没有同意', 'flagged', [
      contract({}),
      change(21, {
        amount: wan(50),
        approvedOn: '2024-07-01',
        approvals: [{ level: 'authority', agreed: false }, ...owner],
      }),
    ]),
    row('没有登记审批经过', 'cannotTell', [contract({}), change(21, { amount: wan(50), approvedOn: '2024-07-01' })]),
    row('合同没有价格', 'cannotTell', [
      contract({ price: undefined }),
      change(21, { amount: wan(50), approvedOn: '2024-07-01', approvals: owner }),
    ]),
    row('还没有批准', 'notApplicable', [contract({}), change(21, { amount: wan(50) })]),
  ],
  'change.ratio': [
    row('10.00%', 'clear', [contract({}), change(21, { amount: wan(100), approvedOn: '2024-07-01' })]),
    row('10.01%', 'flagged', [contract({}), change(21, { amount: wan(100.1), approvedOn: '2024-07-01' })]),
    row('增减相抵', 'clear', [
      contract({}),
      change(21, { amount: wan(150), approvedOn: '2024-07-01' }),
      change(22, { amount: -wan(60), approvedOn: '2024-07-02' }),
    ]),
    row('没有批准的不算', 'clear', [contract({}), change(21, { amount: wan(300) })]),
    row('没有合同价', 'cannotTell', [
      contract({ price: undefined }),
      change(21, { amount: wan(100), approvedOn: '2024-07-01' }),
    ]),
    row('没有变更', 'notApplicable', [contract({})]),
  ],
  'change.implementedFirst': [
    row('早一天实施', 'flagged', [change(21, { implementedOn: '2024-06-30', approvedOn: '2024-07-01' })]),
    row('当天实施', 'clear', [change(21, { implementedOn: '2024-07-01', approvedOn: '2024-07-01' })]),
    row('已实施，没有批准日期', 'cannotTell', [change(21, { implementedOn: '2024-07-01' })]),
    row('还没有实施', 'notApplicable', [change(21, {})]),
  ],
  'change.drawings': [
    row('其他单位改图', 'flagged', [change(21, { drawnBy: 'other' })]),
    row('原设计单位', 'clear', [change(21, { drawnBy: 'designer' })]),
    row('经书面同意', 'clear', [change(21, { drawnBy: 'consented' })]),
    row('没有填写', 'cannotTell', [change(21, {})]),
    row('没有图纸的签证', 'notApplicable', [change(21, {}, 'siteInstruction')]),
  ],
  'change.designPaper': [
    row('没有图纸', 'flagged', [change(21, { drawnBy: 'none' })]),
    row('有通知单', 'clear', [change(21, { designPaper: '变-03' })]),
    row('没有登记', 'cannotTell', [change(21, { drawnBy: 'designer' })]),
    row('签证', 'notApplicable', [change(21, {}, 'siteInstruction')]),
  ],
  'change.belowTier': [
    row('90天内两笔各45万元', 'flagged', [
      contract({}),
      change(21, { amount: close }),
      change(22, { amount: close, appliedOn: '2024-08-30' }),
    ]),
    row('相隔91天', 'clear', [
      contract({}),
      change(21, { amount: close }),
      change(22, { amount: close, appliedOn: '2024-08-31' }),
    ]),
    row('低于限额10%多一分', 'clear', [contract({}), change(21, { amount: close }), change(22, { amount: close - 1 })]),
    row('正好到限额的不算', 'clear', [contract({}), change(21, { amount: close }), change(22, { amount: wan(50) })]),
    row('一笔没有金额', 'cannotTell', [contract({}), change(21, { amount: close }), change(22, {})]),
    row('只有一笔', 'notApplicable', [contract({}), change(21, { amount: close })]),
  ],
  'change.split': [
    row('30天内两笔合计50万元', 'flagged', [
      contract({}),
      change(21, { amount: wan(25) }),
      change(22, { amount: wan(25), appliedOn: '2024-07-01' }),
    ]),
    row('相隔31天', 'clear', [
      contract({}),
      change(21, { amount: wan(25) }),
      change(22, { amount: wan(25), appliedOn: '2024-07-02' }),
    ]),
    row('合计差一分', 'clear', [contract({}), change(21, { amount: wan(25) }), change(22, { amount: wan(25) - 1 })]),
    row('一笔没有申请日期', 'cannotTell', [
      contract({}),
      change(21, { amount: wan(25) }),
      change(22, { amount: wan(25), appliedOn: undefined }),
    ]),
    row('只有一笔', 'notApplicable', [contract({}), change(21, { amount: wan(25) })]),
  ],
  'change.oneApprover': [
    row('五笔都由一人批准', 'flagged', [
      contract({}),
      ...[21, 22, 23, 24, 25].map((id) => change(id, { amount: wan(10), approvedOn: '2024-07-01', approvals: owner })),
    ]),
    row('正好80%', 'clear', [
      contract({}),
      ...[21, 22, 23, 24].map((id) => change(id, { amount: wan(10), approvedOn: '2024-07-01', approvals: owner })),
      change(25, { amount: wan(10), approvedOn: '2024-07-01', approvals: authority }),
    ]),
    row('没有批准人', 'cannotTell', [
      contract({}),
      ...[21, 22, 23, 24, 25].map((id) => change(id, { amount: wan(10), approvedOn: '2024-07-01' })),
    ]),
    row('只有四笔', 'notApplicable', [
      contract({}),
      ...[21, 22, 23, 24].map((id) => change(id, { amount: wan(10), approvedOn: '2024-07-01', approvals: owner })),
    ]),
  ],
}
