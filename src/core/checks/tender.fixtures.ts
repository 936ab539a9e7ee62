import { type CheckFixtures, made, row, works } from './made.fixtures.ts'
import { wan } from './sources.ts'

const contract = (
  id: number,
  values: Parameters<typeof made<'contract'>>[3],
  kind: 'construction' | 'design' | 'goods' = 'construction',
) => made('contract', id, kind, { signedOn: '2024-03-01', sourcing: 'direct', ...values })
const tender = (values: Parameters<typeof made<'tender'>>[3]) =>
  made('tender', 30, 'construction', {
    method: 'publicTender',
    documentsOn: '2024-01-02',
    deadlineOn: '2024-01-22',
    criterion: 'lowest',
    ...values,
  })
const bid = (
  name: string,
  price: number | undefined,
  outcome: 'won' | 'valid' | 'rejected' | undefined,
  more = {},
) => ({ name, price, outcome, ...more })
const award = { awardNoticeOn: '2024-02-01' }

export const tenderFixtures: CheckFixtures = {
  'tender.required': [
    row('施工正好400万元、直接发包', 'flagged', [contract(11, { price: wan(400) })]),
    row('施工差一分400万元', 'clear', [contract(11, { price: wan(400) - 1 })]),
    row('货物200万元', 'flagged', [contract(11, { price: wan(200) }, 'goods')]),
    row('货物差一分200万元', 'clear', [contract(11, { price: wan(200) - 1 }, 'goods')]),
    row('设计100万元', 'flagged', [contract(11, { price: wan(100) }, 'design')]),
    row('设计差一分100万元', 'clear', [contract(11, { price: wan(100) - 1 }, 'design')]),
    row('已公开招标', 'clear', [contract(11, { price: wan(900), sourcing: 'publicTender' })]),
    row('招标记录里写的是公开招标', 'clear', [
      contract(11, { price: wan(900), sourcing: undefined, tender: 30 }),
      tender({}),
    ]),
    row('有不招标的批准文件', 'clear', [
      contract(11, { price: wan(900), tender: 30 }),
      tender({ method: 'direct', exemption: '应急抢险，区政府批准' }),
    ]),
    row('2018年5月31日签订，旧标准200万元', 'flagged', [contract(11, { price: wan(200), signedOn: '2018-05-31' })]),
    row('2018年6月1日签订，旧标准不再适用', 'clear', [contract(11, { price: wan(200), signedOn: '2018-06-01' })]),
    row('相隔30天的两份合计400万元', 'flagged', [
      contract(11, { price: wan(200) }),
      contract(12, { price: wan(200), signedOn: '2024-03-31' }),
    ]),
    row('相隔31天的两份不再合并', 'clear', [
      contract(11, { price: wan(200) }),
      contract(12, { price: wan(200), signedOn: '2024-04-01' }),
    ]),
    row('没有价格', 'cannotTell', [contract(11, {})]),
    row('没有发包方式', 'cannotTell', [contract(11, { price: wan(400), sourcing: undefined })]),
    row('咨询合同不在范围', 'notApplicable', [made('contract', 11, 'consulting', { price: wan(900) })]),
  ],
  'tender.split': [
    row('180天内两份合计400万元', 'flagged', [
      contract(11, { price: wan(200) }),
      contract(12, { price: wan(200), signedOn: '2024-08-28' }),
    ]),
    row('相隔181天', 'clear', [
      contract(11, { price: wan(200) }),
      contract(12, { price: wan(200), signedOn: '2024-08-29' }),
    ]),
    row('合计差一分', 'clear', [contract(11, { price: wan(200) }), contract(12, { price: wan(200) - 1 })]),
    row('其中一份本身达到标准，不是拆分', 'clear', [
      contract(11, { price: wan(400) }),
      contract(12, { price: wan(200) }),
    ]),
    row('一份没有签订日期', 'cannotTell', [
      contract(11, { price: wan(200) }),
      contract(12, { price: wan(200), signedOn: undefined }),
    ]),
    row('只有一份', 'notApplicable', [contract(11, { price: wan(200) })]),
    row('两份都招过标', 'notApplicable', [
      contract(11, { sourcing: 'publicTender' }),
      contract(12, { sourcing: 'publicTender' }),
    ]),
  ],
  'tender.bidBond': [
    row('正好2%', 'clear', [tender({ estimate: wan(500), bidBond: wan(10) })]),
    row('多一分', 'flagged', [tender({ estimate: wan(500), bidBond: wan(10) + 1 })]),
    row('没有估算价', 'cannotTell', [tender({ bidBond: wan(10) })]),
    row('直接发包', 'notApplicable', [tender({ method: 'direct' })]),
    row('2012年2月1日以前', 'notApplicable', [
      tender({ documentsOn: '2012-01-31', estimate: wan(500), bidBond: wan(50) }),
    ]),
  ],
  'tender.performanceBond': [
    row('正好10%', 'clear', [contract(11, { ...award, price: wan(500), performanceBond: wan(50) })]),
    row('多一分', 'flagged', [contract(11, { ...award, price: wan(500), performanceBond: wan(50) + 1 })]),
    row('没有登记履约保证金', 'cannotTell', [contract(11, { ...award, price: wan(500) })]),
    row('不是招标来的', 'notApplicable', [contract(11, { price: wan(500) })]),
  ],
  'tender.bidTime': [
    row('正好20天', 'clear', [tender({})]),
    row('19天', 'flagged', [tender({ deadlineOn: '2024-01-21' })]),
    row('没有发出日期', 'cannotTell', [tender({ documentsOn: undefined })]),
    row('询价', 'notApplicable', [tender({ method: 'inquiry' })]),
  ],
  'tender.shortNotice': [
    row('15天', 'clear', [tender({ deadlineOn: '2024-01-17' })]),
    row('14天', 'flagged', [tender({ deadlineOn: '2024-01-16' })]),
    row('没有截止日期', 'cannotTell', [tender({ deadlineOn: undefined })]),
    row('邀请招标', 'notApplicable', [tender({ method: 'invitedTender' })]),
  ],
  'tender.singleBid': [
    row('一家投标', 'flagged', [tender({ bidders: [bid('甲', 1, 'won')] })]),
    row('同一家投了两次', 'flagged', [tender({ bidders: [bid('甲', 1, 'won'), bid('甲', 2, 'valid')] })]),
    row('两家投标', 'clear', [tender({ bidders: [bid('甲', 1, 'won'), bid('乙', 2, 'valid')] })]),
    row('已发中标通知书，没有登记投标人', 'cannotTell', [tender(award)]),
    row('还没有开标', 'notApplicable', [tender({})]),
  ],
  'tender.samePrice': [
    row('两家同价', 'flagged', [tender({ bidders: [bid('甲', 100, 'won'), bid('乙', 100, 'valid')] })]),
    row('差一分', 'clear', [tender({ bidders: [bid('甲', 100, 'won'), bid('乙', 101, 'valid')] })]),
    row('同一家两个相同报价', 'clear', [
      tender({ bidders: [bid('甲', 100, 'won'), bid('甲', 100, 'valid'), bid('乙', 90, 'valid')] }),
    ]),
    row('有一家没有报价', 'cannotTell', [tender({ bidders: [bid('甲', 100, 'won'), bid('乙', undefined, 'valid')] })]),
    row('只有一家', 'notApplicable', [tender({ bidders: [bid('甲', 100, 'won')] })]),
  ],
  'tender.lateBid': [
    row('截止次日送达而中标', 'flagged', [tender({ bidders: [bid('甲', 1, 'won', { receivedOn: '2024-01-23' })] })]),
    row('截止当日送达', 'clear', [tender({ bidders: [bid('甲', 1, 'won', { receivedOn: '2024-01-22' })] })]),
    row('没有登记送达日期', 'cannotTell', [tender({ bidders: [bid('甲', 1, 'won')] })]),
    row('逾期的没有中标', 'notApplicable', [
      tender({ bidders: [bid('甲', 1, 'valid', { receivedOn: '2024-02-01' })] }),
    ]),
  ],
  'tender.othersRejected': [
    row('另一家被否决', 'flagged', [tender({ bidders: [bid('甲', 1, 'won'), bid('乙', 2, 'rejected')] })]),
    row('还有一家有效', 'clear', [
      tender({ bidders: [bid('甲', 1, 'won'), bid('乙', 2, 'rejected'), bid('丙', 3, 'valid')] }),
    ]),
    row('有一家结果没有登记', 'cannotTell', [tender({ bidders: [bid('甲', 1, 'won'), bid('乙', 2, undefined)] })]),
    row('没有中标人', 'notApplicable', [tender({ bidders: [bid('乙', 2, 'rejected')] })]),
  ],
  'tender.lowestRejected': [
    row('最低价被否决', 'flagged', [tender({ bidders: [bid('甲', 2, 'won'), bid('乙', 1, 'rejected')] })]),
    row('被否决的不是最低价', 'clear', [tender({ bidders: [bid('甲', 1, 'won'), bid('乙', 2, 'rejected')] })]),
    row('没有登记评标办法', 'cannotTell', [
      tender({ criterion: undefined, bidders: [bid('甲', 2, 'won'), bid('乙', 1, 'rejected')] }),
    ]),
    row('综合评估', 'notApplicable', [
      tender({ criterion: 'best', bidders: [bid('甲', 2, 'won'), bid('乙', 1, 'rejected')] }),
    ]),
  ],
  'tender.sharedPeople': [
    row('电话相同', 'flagged', [
      tender({ bidders: [bid('甲', 1, 'won', { phone: '000-1' }), bid('乙', 2, 'valid', { phone: '000-1' })] }),
    ]),
    row('联系方式不同', 'clear', [
      tender({ bidders: [bid('甲', 1, 'won', { phone: '000-1' }), bid('乙', 2, 'valid', { phone: '000-2' })] }),
    ]),
    row('没有登记联系方式', 'cannotTell', [tender({ bidders: [bid('甲', 1, 'won'), bid('乙', 2, 'valid')] })]),
    row('只有一家', 'notApplicable', [tender({ bidders: [bid('甲', 1, 'won', { phone: '000-1' })] })]),
  ],
  'decision.estimateExceeded': [
    row('正好超过10%', 'clear', [works({ estimate: wan(1000), preliminaryBudget: wan(1100) })]),
    row('再多一分', 'flagged', [works({ estimate: wan(1000), preliminaryBudget: wan(1100) + 1 })]),
    row('重新报批过可研', 'clear', [
      works({ estimate: wan(1000), preliminaryBudget: wan(1200) }),
      made('decision', 41, 'feasibility', { approvedOn: '2023-05-01', amount: wan(1150) }),
    ]),
    row('没有估算', 'cannotTell', [works({ preliminaryBudget: wan(1100) })]),
    row('条例施行以前批复', 'notApplicable', [
      works({ estimate: wan(1000) }),
      made('decision', 41, 'preliminaryBudget', { approvedOn: '2019-06-30', amount: wan(2000) }),
    ]),
  ],
  'decision.overBudget': [
    row('决算等于概算', 'clear', [works({ preliminaryBudget: wan(1000), finalCost: wan(1000) })]),
    row('多一分', 'flagged', [works({ preliminaryBudget: wan(1000), finalCost: wan(1000) + 1 })]),
    row('有批准的调整', 'clear', [
      works({ preliminaryBudget: wan(1000), finalCost: wan(1100) }),
      made('decision', 41, 'budgetAdjustment', { approvedOn: '2024-05-01', amount: wan(1100) }),
    ]),
    row('结算审定合计超过概算', 'flagged', [
      works({ preliminaryBudget: wan(1000) }),
      made('settlement', 51, null, { reviewed: wan(1001) }),
    ]),
    row('没有概算', 'cannotTell', [works({ finalCost: wan(1000) })]),
    row('没有结算也没有决算', 'notApplicable', [works({ preliminaryBudget: wan(1000) })]),
  ],
  'decision.contractorFinances': [
    row('垫资', 'flagged', [contract(11, { financedByContractor: true })]),
    row('没有垫资', 'clear', [contract(11, { financedByContractor: false })]),
    row('没有填写', 'cannotTell', [contract(11, {})]),
    row('条例施行以前签订', 'notApplicable', [contract(11, { financedByContractor: true, signedOn: '2019-06-30' })]),
  ],
}
