/** Figures that have a name from the start: those that notices of rectification report, in their usual order. */
import type { Words } from '../registers/field.ts'
import { type Counting, countingSchema, type FigureQuery } from './query.ts'

export type ShippedFigure = { readonly name: Words; readonly query: FigureQuery }

const counted = (of: string, count: string, narrowed: Partial<Counting> = {}): Counting =>
  countingSchema.parse({ of, count, ...narrowed })
const figure = (zh: string, en: string, count: Counting, outOf: Counting | null = null): ShippedFigure => ({
  name: { zh, en },
  query: { count, outOf, asOf: null },
})

const measures = counted('measure', 'records')
const measuresOf = (...status: string[]) => counted('measure', 'records', { where: { status } })
const findings = counted('finding', 'records')
const findingsOf = (...state: string[]) => counted('finding', 'records', { where: { state } })
const ofKind = (of: string, count: string, ...kinds: string[]) => counted(of, count, { kinds })

export const shippedFigures: Readonly<Record<string, ShippedFigure>> = {
  findings: figure('反馈问题', 'Findings', findings),
  findingsSignedOff: figure('已销号问题', 'Findings signed off', findingsOf('signedOff')),
  findingsBasicallyDone: figure('基本完成问题', 'Findings basically done', findingsOf('basicallyDone')),
  findingsOpen: figure('整改中问题', 'Findings open', findingsOf('open')),
  findingsRate: figure('问题整改完成率', 'Findings signed off, share', findingsOf('signedOff'), findings),
  causes: figure('产生原因', 'Causes', counted('cause', 'records')),
  measures: figure('整改措施', 'Measures', measures),
  measuresSignedOff: figure('已完成措施', 'Measures signed off', measuresOf('signedOff')),
  measuresOngoing: figure('长期坚持措施', 'Measures ongoing', measuresOf('ongoing')),
  measuresRate: figure('措施完成率', 'Measures signed off, share', measuresOf('signedOff'), measures),
  weeklyReports: figure('报送周报', 'Weekly reports', counted('report', 'records')),

  meetings: figure('召开会议', 'Meetings', counted('meeting', 'times')),
  topicalMeetings: figure('专题会议', 'Meetings on one topic', ofKind('meeting', 'times', 'topical')),
  studies: figure('组织学习', 'Study sessions', counted('study', 'times')),
  centreGroupStudies: figure('中心组学习', 'Study of the central group', ofKind('study', 'times', 'centreGroup')),
  trainings: figure('开展培训', 'Courses', counted('training', 'times')),
  peopleTrained: figure('培训人次', 'People trained', counted('training', 'people')),
  branchLife: figure('组织生活', 'Party-branch life', counted('branchLife', 'times')),
  rulesMade: figure('制定制度', 'Rules made', ofKind('regulation', 'items', 'made')),
  rulesRevised: figure('修订制度', 'Rules revised', ofKind('regulation', 'items', 'revised')),
  rulesRepealed: figure('废止制度', 'Rules repealed', ofKind('regulation', 'items', 'repealed')),
  patrols: figure('开展巡查', 'Patrols', counted('patrol', 'times')),
  patrolFindings: figure('巡查发现问题', 'Problems found on patrol', counted('patrol', 'found')),
  landReclaimed: figure('复垦土地', 'Land reclaimed', counted('landReclamation', 'reclaimed')),
  checks: figure('开展检查', 'Checks', counted('check', 'times')),
  checkFindings: figure('检查发现问题', 'Problems found by checks', counted('check', 'found')),
  checkFixed: figure(
    '检查问题整改率',
    'Problems of checks fixed, share',
    counted('check', 'fixed'),
    counted('check', 'found'),
  ),
  lookedBack: figure('回头看复核项目', 'Projects looked back at', ofKind('lookBack', 'projects', 'review')),
  agreements: figure('签订廉洁协议', 'Integrity agreements', ofKind('integrityAgreement', 'agreements', 'integrity')),
  impartialityAgreements: figure(
    '签订公正履职协议',
    'Impartiality agreements',
    ofKind('integrityAgreement', 'agreements', 'impartiality'),
  ),
  plantsReplanted: figure('补植苗木', 'Plants replanted', counted('replanting', 'plants')),
  soilPoints: figure('种植土取样', 'Soil points', counted('soilSample', 'points')),
  reduced: figure('结算核减', 'Reduced at settlement', counted('settlement', 'reduction')),
  recovered: figure('追回（扣减）资金', 'Recovered', counted('payment', 'recovered')),
  heldToAccount: figure('追责问责', 'People held to account', counted('accountability', 'people')),
  comments: figure('收到群众意见', 'Comments received', counted('comment', 'comments')),
}
