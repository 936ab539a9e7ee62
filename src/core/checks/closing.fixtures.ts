import { type CheckFixtures, made, row, works } from './made.fixtures.ts'
import { wan } from './sources.ts'

const all = {
  worksDone: true,
  filesComplete: true,
  materialReports: true,
  qualitySigned: true,
  warranty: true,
} as const
const accepted = (values: Parameters<typeof made<'acceptance'>>[3] = {}) =>
  made('acceptance', 61, 'completion', { on: '2025-01-01', opinion: 'passed', ...values })
const settlement = (values: Parameters<typeof made<'settlement'>>[3]) => made('settlement', 51, null, values)
const complete = (submitted: number, reviewedOn?: string) =>
  settlement({ submitted, completeOn: '2025-01-01', reviewedOn })
const grounds = (values: Parameters<typeof made<'handover'>>[3]) => made('handover', 63, 'grounds', values)
const land = (values: Parameters<typeof made<'landReclamation'>>[3]) =>
  made('landReclamation', 65, null, { place: '东坡', ...values })
const paper = (
  state: 'present' | 'missing' | 'notNeeded' | undefined,
  more: Parameters<typeof made<'archiveItem'>>[3] = {},
) => made('archiveItem', 67, 'contract', { paper: '中标通知书', state, ...more })
const replanting = (id: number, plants: number, on = '2025-03-12') =>
  made('replanting', id, 'replanted', { on, species: '香樟', plants })
const firm = (
  id: number,
  contractor: string | undefined,
  price: number,
  more: Parameters<typeof made<'contract'>>[3] = {},
) => made('contract', id, 'construction', { contractor, price, signedOn: '2024-03-01', sourcing: 'direct', ...more })

export const closingFixtures: CheckFixtures = {
  'acceptance.preconditions': [
    row('五项齐全', 'clear', [accepted(all)]),
    row('缺保修书', 'flagged', [accepted({ ...all, warranty: false })]),
    row('有一项没有填', 'cannotTell', [accepted({ ...all, warranty: undefined })]),
    row('验收不合格', 'notApplicable', [accepted({ ...all, warranty: false, opinion: 'failed' })]),
    row('预验收', 'notApplicable', [made('acceptance', 61, 'preliminary', { on: '2025-01-01', warranty: false })]),
  ],
  'acceptance.usedBefore': [
    row('早一天使用', 'flagged', [accepted({ usedFrom: '2024-12-31' })]),
    row('验收当天使用', 'clear', [accepted({ usedFrom: '2025-01-01' })]),
    row('验收不合格而使用', 'flagged', [accepted({ usedFrom: '2025-02-01', opinion: 'failed' })]),
    row('没有使用日期', 'cannotTell', [accepted()]),
    row('没有竣工验收', 'notApplicable', [works()]),
  ],
  'acceptance.filing': [
    row('第15天备案', 'clear', [accepted({ filedOn: '2025-01-16' })]),
    row('第16天备案', 'flagged', [accepted({ filedOn: '2025-01-17' })]),
    row('第15天还没有备案', 'clear', [accepted()], '2025-01-16'),
    row('第16天还没有备案', 'flagged', [accepted()], '2025-01-17'),
    row('没有验收意见', 'cannotTell', [accepted({ opinion: undefined })]),
    row('验收不合格', 'notApplicable', [accepted({ opinion: 'failed' })]),
  ],
  'settlement.reviewTime': [
    row('500万元，第20天', 'clear', [complete(wan(500), '2025-01-21')]),
    row('500万元，第21天', 'flagged', [complete(wan(500), '2025-01-22')]),
    row('500万元多一分，第30天', 'clear', [complete(wan(500) + 1, '2025-01-31')]),
    row('500万元多一分，第31天', 'flagged', [complete(wan(500) + 1, '2025-02-01')]),
    row('2000万元多一分，第45天', 'clear', [complete(wan(2000) + 1, '2025-02-15')]),
    row('5000万元多一分，第60天', 'clear', [complete(wan(5000) + 1, '2025-03-02')]),
    row('5000万元多一分，第61天', 'flagged', [complete(wan(5000) + 1, '2025-03-03')]),
    row('还没有审定，已超期', 'flagged', [complete(wan(500))], '2025-01-22'),
    row('还没有审定，在期限内', 'clear', [complete(wan(500))], '2025-01-21'),
    row('没有资料齐全日期', 'cannotTell', [settlement({ submitted: wan(500) })]),
    row('没有结算', 'notApplicable', [works()]),
  ],
  'settlement.reductionRate': [
    row('正好10%', 'clear', [settlement({ submitted: wan(1000), reviewed: wan(900) })]),
    row('多一分', 'flagged', [settlement({ submitted: wan(1000), reviewed: wan(900) - 1 })]),
    row('复审后超过', 'flagged', [settlement({ submitted: wan(1000), reviewed: wan(950), secondReviewed: wan(880) })]),
    row('没有送审金额', 'cannotTell', [settlement({ reviewed: wan(900) })]),
    row('没有审定', 'notApplicable', [settlement({ submitted: wan(1000) })]),
  ],
  'settlement.notSubmitted': [
    row('第60天送审', 'clear', [accepted(), settlement({ submittedOn: '2025-03-02' })]),
    row('第61天送审', 'flagged', [accepted(), settlement({ submittedOn: '2025-03-03' })]),
    row('第61天没有送审', 'flagged', [accepted()], '2025-03-03'),
    row('第60天没有送审', 'clear', [accepted()], '2025-03-02'),
    row('有结算，没有送审日期', 'cannotTell', [accepted(), settlement({})]),
    row('没有验收', 'notApplicable', [works()]),
  ],
  'settlement.notAudited': [
    row('第180天审定', 'clear', [settlement({ submittedOn: '2024-01-01', reviewedOn: '2024-06-29' })]),
    row('第181天审定', 'flagged', [settlement({ submittedOn: '2024-01-01', reviewedOn: '2024-06-30' })]),
    row('至今没有审定', 'flagged', [settlement({ submittedOn: '2024-01-01' })]),
    row('没有送审日期', 'cannotTell', [settlement({})]),
    row('没有结算', 'notApplicable', [works()]),
  ],
  'settlement.beforeAcceptance': [
    row('验收前一天审定', 'flagged', [accepted(), settlement({ reviewedOn: '2024-12-31' })]),
    row('验收当天审定', 'clear', [accepted(), settlement({ reviewedOn: '2025-01-01' })]),
    row('没有验收记录', 'cannotTell', [settlement({ reviewedOn: '2025-01-01' })]),
    row('没有审定', 'notApplicable', [accepted(), settlement({ submitted: 1 })]),
  ],
  'account.final': [
    row('正好三个月', 'clear', [works({ finalAccountOn: '2025-04-01' }), accepted()]),
    row('晚一天', 'flagged', [works({ finalAccountOn: '2025-04-02' }), accepted()]),
    row('经批准延长两个月', 'clear', [
      works({ finalAccountOn: '2025-06-01', finalAccountExtendedOn: '2025-03-20', largeScale: false }),
      accepted(),
    ]),
    row('延长两个月后晚一天', 'flagged', [
      works({ finalAccountOn: '2025-06-02', finalAccountExtendedOn: '2025-03-20', largeScale: false }),
      accepted(),
    ]),
    row('大型项目延长六个月', 'clear', [works({ finalAccountExtendedOn: '2025-03-20', largeScale: true }), accepted()]),
    row('过期没有编报', 'flagged', [works(), accepted()], '2025-04-02'),
    row('不知是否大型', 'cannotTell', [works({ finalAccountExtendedOn: '2025-03-20' }), accepted()]),
    row('没有验收', 'notApplicable', [works()]),
  ],
  'handover.notStarted': [
    row('期满前三个月整启动', 'clear', [
      works({ maintenanceMonths: 12 }),
      accepted({ on: '2024-06-30' }),
      grounds({ startedOn: '2025-03-30' }),
    ]),
    row('晚一天启动', 'flagged', [
      works({ maintenanceMonths: 12 }),
      accepted({ on: '2024-06-30' }),
      grounds({ startedOn: '2025-03-31' }),
    ]),
    row('还没有到时候', 'clear', [works({ maintenanceMonths: 24 }), accepted({ on: '2024-06-30' })]),
    row('该启动没有启动', 'flagged', [works({ maintenanceMonths: 12 }), accepted({ on: '2024-06-30' })]),
    row('没有养护期', 'cannotTell', [works(), accepted()]),
    row('没有验收', 'notApplicable', [works({ maintenanceMonths: 12 })]),
  ],
  'handover.gap': [
    row('期满第90天移交', 'clear', [works({ maintenanceMonths: 0 }), accepted(), grounds({ on: '2025-04-01' })]),
    row('期满第91天移交', 'flagged', [works({ maintenanceMonths: 0 }), accepted(), grounds({ on: '2025-04-02' })]),
    row('没有移交', 'flagged', [works({ maintenanceMonths: 0 }), accepted()]),
    row('没有养护期', 'cannotTell', [works(), accepted()]),
    row('没有验收', 'notApplicable', [works({ maintenanceMonths: 12 })]),
  ],
  'handover.plantCount': [
    row('差一株', 'flagged', [grounds({ on: '2025-04-01', plantsHanded: 1213, plantsAgreed: 1212 })]),
    row('一致', 'clear', [grounds({ on: '2025-04-01', plantsHanded: 1213, plantsAgreed: 1213 })]),
    row('没有核对数', 'cannotTell', [grounds({ on: '2025-04-01', plantsHanded: 1213 })]),
    row('还没有移交', 'notApplicable', [grounds({ plantsHanded: 1 })]),
  ],
  'handover.plantList': [
    row('没有清单', 'flagged', [grounds({ on: '2025-04-01', plantList: false })]),
    row('有清单', 'clear', [grounds({ on: '2025-04-01', plantList: true })]),
    row('没有填写', 'cannotTell', [grounds({ on: '2025-04-01' })]),
    row('移交的是资料', 'notApplicable', [made('handover', 63, 'files', { on: '2025-04-01' })]),
  ],
  'land.occupied': [
    row('没有手续也没有恢复', 'flagged', [land({ conversion: 'none', occupied: 100 })]),
    row('已复垦并验收', 'clear', [land({ conversion: 'none', reclaimedOn: '2025-01-01', acceptedOn: '2025-02-01' })]),
    row('已批准转用', 'clear', [land({ conversion: 'granted' })]),
    row('没有填写手续', 'cannotTell', [land({})]),
    row('没有占地', 'notApplicable', [works()]),
  ],
  'land.reclaimed': [
    row('到期正好一年完成', 'clear', [
      land({ conversion: 'temporary', temporaryUntil: '2024-01-01', reclaimedOn: '2025-01-01' }),
    ]),
    row('晚一天', 'flagged', [
      land({ conversion: 'temporary', temporaryUntil: '2024-01-01', reclaimedOn: '2025-01-02' }),
    ]),
    row('过期没有复垦', 'flagged', [land({ conversion: 'temporary', temporaryUntil: '2024-01-01' })]),
    row('还在一年以内', 'clear', [land({ conversion: 'temporary', temporaryUntil: '2025-01-01' })]),
    row('没有到期日', 'cannotTell', [land({ conversion: 'temporary' })]),
    row('不是临时用地', 'notApplicable', [land({ conversion: 'granted' })]),
  ],
  'archive.missing': [
    row('缺一件', 'flagged', [paper('missing')]),
    row('已补齐', 'clear', [paper('missing', { suppliedOn: '2025-01-01' })]),
    row('齐全', 'clear', [paper('present')]),
    row('没有核对结果', 'cannotTell', [paper(undefined)]),
    row('到了这个阶段，没有清单', 'cannotTell', [made('contract', 11, 'design', { signedOn: '2024-01-01' })]),
    row('什么阶段都没有到', 'notApplicable', [works()]),
  ],
  'doubleCount.same': [
    row('同一天同树种同数量', 'flagged', [replanting(45, 27), replanting(46, 27)]),
    row('数量不同', 'clear', [replanting(45, 27), replanting(46, 1186)]),
    row(
      '同一笔付款',
      'flagged',
      [31, 32].map((id) => made('payment', id, 'progress', { paidOn: '2025-01-01', payee: '甲', amount: 5 })),
    ),
    row(
      '同一次会议',
      'flagged',
      [33, 34].map((id) => made('meeting', id, 'scheduling', { on: '2025-01-01', topic: '绿化项目调度' })),
    ),
    row('没有数量', 'cannotTell', [made('replanting', 45, 'replanted', { on: '2025-03-12', species: '香樟' })]),
    row('没有补植、付款和会议', 'notApplicable', [works()]),
  ],
  'doubleCount.sum': [
    row('又登记了1213', ['clear', 'flagged'], [replanting(45, 27), replanting(46, 1186), replanting(47, 1213)]),
    row('差一株', 'clear', [replanting(45, 27), replanting(46, 1186), replanting(47, 1212)]),
    row(
      '有一条没有株数',
      ['cannotTell', 'clear'],
      [
        replanting(45, 27),
        replanting(46, 1186),
        made('replanting', 47, 'replanted', { on: '2025-03-12', species: '香樟' }),
      ],
    ),
    row('少于三条', 'notApplicable', [replanting(45, 27), replanting(46, 1186)]),
  ],
  'tender.splitByBuyer': [
    row('一年内两份给同一家，合计400万元', 'flagged', [
      firm(11, '甲', wan(200)),
      firm(12, '甲', wan(200), { signedOn: '2025-03-01' }),
    ]),
    row('相隔366天', 'clear', [firm(11, '甲', wan(200)), firm(12, '甲', wan(200), { signedOn: '2025-03-02' })]),
    row('合计差一分', 'clear', [firm(11, '甲', wan(200)), firm(12, '甲', wan(200) - 1)]),
    row('给的是两家', 'clear', [firm(11, '甲', wan(200)), firm(12, '乙', wan(200))]),
    row('没有承包方', 'cannotTell', [firm(11, undefined, wan(200)), firm(12, '乙', wan(200))]),
    row('只有一份', 'notApplicable', [firm(11, '甲', wan(200))]),
  ],
  'tender.sameWinner': [
    row('一家占60%', 'flagged', [
      firm(11, '甲', 20),
      firm(12, '甲', 20),
      firm(13, '甲', 20),
      firm(14, '乙', 20),
      firm(15, '丙', 20),
    ]),
    row('一家正好50%', 'clear', [
      firm(11, '甲', 25),
      firm(12, '甲', 25),
      firm(13, '丁', 10),
      firm(14, '乙', 20),
      firm(15, '丙', 20),
    ]),
    row('有一份没有价格', 'cannotTell', [
      ...[11, 12, 13, 14].map((id) => firm(id, '甲', 20)),
      made('contract', 15, 'goods', { contractor: '甲' }),
    ]),
    row(
      '只有四份',
      'notApplicable',
      [11, 12, 13, 14].map((id) => firm(id, '甲', 20)),
    ),
  ],
}
