import { type CheckFixtures, made, row, works } from './made.fixtures.ts'
import { wan } from './sources.ts'

const plant = (values: Parameters<typeof made<'plant'>>[3], id = 41) =>
  made('plant', id, 'tree', { species: '香樟', ...values })
const replanting = (plants: number, more: Parameters<typeof made<'replanting'>>[3] = {}, id = 45) =>
  made('replanting', id, 'replanted', { on: '2025-03-12', species: '香樟', plants, ...more })
const soil = (id: number, values: Parameters<typeof made<'soilSample'>>[3]) =>
  made('soilSample', id, null, { lot: '一号', plantType: 'cover', sampledOn: '2024-05-01', ...values })
const lot = (count: number, values: Parameters<typeof made<'soilSample'>>[3]) =>
  Array.from({ length: count }, (_, index) => soil(100 + index, values))
const haulage = (values: Parameters<typeof made<'haulage'>>[3]) => made('haulage', 91, 'out', values)
const permits = [
  { number: '1', volume: 600 },
  { number: '2', volume: 400 },
] as const

export const siteFixtures: CheckFixtures = {
  'planting.missing': [
    row('缺27株', 'flagged', [plant({ designed: 100, surviving: 73 })]),
    row('已补齐', 'clear', [plant({ designed: 100, surviving: 73 }), replanting(27)]),
    row('少补一株', 'flagged', [plant({ designed: 100, surviving: 73 }), replanting(26)]),
    row('补的是别的树种', 'flagged', [plant({ designed: 100, surviving: 73 }), replanting(27, { species: '桂花' })]),
    row('地被按面积', 'clear', [made('plant', 41, 'cover', { designedArea: 100, survivingArea: 100 })]),
    row('没有成活数', 'cannotTell', [plant({ designed: 100 })]),
    row('没有苗木', 'notApplicable', [works()]),
  ],
  'planting.survival': [
    row('正好95%', 'clear', [made('survivalCheck', 71, 'final', { planted: 2000, surviving: 1900 })]),
    row('少一株', 'flagged', [made('survivalCheck', 71, 'final', { planted: 2000, surviving: 1899 })]),
    row('合同约定98%', 'flagged', [
      made('contract', 11, 'construction', { survivalShare: 98 }),
      made('survivalCheck', 71, 'final', { planted: 2000, surviving: 1900 }),
    ]),
    row('没有成活株数', 'cannotTell', [made('survivalCheck', 71, 'final', { planted: 2000 })]),
    row('没有核查', 'notApplicable', [works()]),
  ],
  'planting.quantity': [
    row('结算多一株', 'flagged', [plant({ planted: 100, settled: 101 })]),
    row('结算等于实栽', 'clear', [plant({ planted: 100, settled: 100 })]),
    row('没有实栽数', 'cannotTell', [plant({ settled: 100 })]),
    row('没有结算', 'notApplicable', [plant({ planted: 100 })]),
  ],
  'soil.thickness': [
    row('草坪正好30厘米', 'clear', [soil(101, { measured: 30 })]),
    row('草坪29.9厘米', 'flagged', [soil(101, { measured: 29.9 })]),
    row('大乔木正好180厘米', 'clear', [soil(101, { plantType: 'bigTree', measured: 180 })]),
    row('大乔木179.9厘米', 'flagged', [soil(101, { plantType: 'bigTree', measured: 179.9 })]),
    row('小灌木按现行规范40厘米', 'clear', [soil(101, { plantType: 'smallShrub', measured: 40 })]),
    row('设计要求更厚', 'flagged', [soil(101, { required: 40, measured: 35 })]),
    row('没有实测', 'cannotTell', [soil(101, {})]),
    row('没有栽植类型', 'cannotTell', [soil(101, { plantType: undefined, measured: 30 })]),
    row('现行规范施行以前取样', 'notApplicable', [soil(101, { sampledOn: '2013-04-30', measured: 1 })]),
  ],
  'soil.thicknessOld': [
    row('旧规范小灌木45厘米，差一毫米', 'flagged', [
      soil(101, { sampledOn: '2013-04-30', plantType: 'smallShrub', measured: 44.9 }),
    ]),
    row('旧规范小灌木45厘米', 'clear', [soil(101, { sampledOn: '2013-04-30', plantType: 'smallShrub', measured: 45 })]),
    row('没有实测', 'cannotTell', [soil(101, { sampledOn: '2013-04-30' })]),
    row('2013年5月1日起旧数值不再适用', 'notApplicable', [
      soil(101, { sampledOn: '2013-05-01', plantType: 'smallShrub', measured: 1 }),
    ]),
    row('旧规范没有这一类', 'notApplicable', [soil(101, { sampledOn: '2013-04-30', plantType: 'palm', measured: 1 })]),
  ],
  'soil.density': [
    row('2000平方米5点', 'clear', lot(5, { lotArea: 2000 })),
    row('2000平方米4点', 'flagged', lot(4, { lotArea: 2000 })),
    row('1999平方米3点', 'clear', lot(3, { lotArea: 1999 })),
    row('1999平方米2点', 'flagged', lot(2, { lotArea: 1999 })),
    row('500立方米4点', 'flagged', lot(4, { lotVolume: 500 })),
    row('没有面积也没有方量', 'cannotTell', lot(5, {})),
    row('没有取样', 'notApplicable', [works()]),
  ],
  'soil.reduction': [
    row('差5厘米', 'flagged', lot(5, { lotArea: 2000, unitPrice: 30_00, required: 30, measured: 25 })),
    row('没有缺', 'clear', lot(5, { lotArea: 2000, unitPrice: 30_00, required: 30, measured: 30 })),
    row('已核减', 'clear', [
      ...lot(5, { lotArea: 2000, unitPrice: 30_00, required: 30, measured: 25 }),
      made('quantityReview', 95, null, { item: '种植土回填', submitted: 600, verified: 500, unitPrice: 30_00 }),
    ]),
    row('少核减一立方米', 'flagged', [
      ...lot(5, { lotArea: 2000, unitPrice: 30_00, required: 30, measured: 25 }),
      made('quantityReview', 95, null, { item: '种植土回填', submitted: 600, verified: 501, unitPrice: 30_00 }),
    ]),
    row('没有单价', 'cannotTell', lot(5, { lotArea: 2000, required: 30, measured: 25 })),
    row('没有取样', 'notApplicable', [works()]),
  ],
  'haulage.payable': [
    row('付到转运证合计', 'clear', [haulage({ permits, measured: 1200, paid: 1000 })]),
    row('多付0.001立方米', 'flagged', [haulage({ permits, measured: 1200, paid: 1000.001 })]),
    row('多于实测', 'flagged', [haulage({ permits, measured: 900, claimed: 1000 })]),
    row('没有实测', 'cannotTell', [haulage({ permits, paid: 1000 })]),
    row('没有送审也没有付款', 'cannotTell', [haulage({ permits, measured: 1200 })]),
    row('没有外运', 'notApplicable', [works()]),
  ],
  'haulage.dumpSite': [
    row('没有确认', 'flagged', [haulage({ dumpSite: '东坡', dumpSiteConfirmed: false })]),
    row('已确认', 'clear', [haulage({ dumpSite: '东坡', dumpSiteConfirmed: true })]),
    row('没有填写', 'cannotTell', [haulage({})]),
    row('没有外运', 'notApplicable', [works()]),
  ],
  'land.unconverted': [
    row('开工后一天才批准', 'flagged', [
      works({ farmland: 100, conversionApprovedOn: '2024-04-02' }),
      made('schedule', 81, null, { actualStart: '2024-04-01' }),
    ]),
    row('开工当天批准', 'clear', [
      works({ farmland: 100, conversionApprovedOn: '2024-04-01' }),
      made('schedule', 81, null, { actualStart: '2024-04-01' }),
    ]),
    row('已开工没有批准', 'flagged', [
      works({ farmland: 100 }),
      made('schedule', 81, null, { actualStart: '2024-04-01' }),
    ]),
    row('不占农用地', 'clear', [works({ farmland: 0 })]),
    row('没有填写', 'cannotTell', [works()]),
    row('还没有开工', 'notApplicable', [
      works({ farmland: 100 }),
      made('schedule', 81, null, { actualStart: '2025-08-01' }),
    ]),
  ],
  'integrity.hospitality': [
    row('请监理吃饭', 'flagged', [
      made('payment', 31, 'progress', {
        purpose: 'hospitality',
        benefited: 'supervisor',
        amount: wan(1),
        paidOn: '2024-07-01',
      }),
    ]),
    row('不涉及参建单位', 'clear', [
      made('payment', 31, 'progress', {
        purpose: 'hospitality',
        benefited: 'other',
        amount: wan(1),
        paidOn: '2024-07-01',
      }),
    ]),
    row('没有写谁受益', 'cannotTell', [
      made('payment', 31, 'progress', { purpose: 'alcohol', amount: wan(1), paidOn: '2024-07-01' }),
    ]),
    row('工程价款', 'notApplicable', [
      made('payment', 31, 'progress', {
        purpose: 'works',
        benefited: 'supervisor',
        amount: wan(1),
        paidOn: '2024-07-01',
      }),
    ]),
  ],
}
