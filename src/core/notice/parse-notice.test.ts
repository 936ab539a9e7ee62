import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claims, parsedFixture, sketch, statuses } from '../../../fixtures/notices/parser/parsed.ts'
import { countsOf } from './counts.ts'
import { noticeSchema } from './notice.ts'
import { parseNotice } from './parse-notice.ts'

describe('a notice with findings under （一）…方面 and irregular ordinals', () => {
  const notice = parsedFixture('irregular-ordinals')

  test('reads each list as its writer meant it', () => {
    expect(sketch(notice)).toEqual([
      '1 补上学习的课: 一是 二是',
      '2 管住占用湿地的口子: + 二是',
      '3 规范设计变更: 一是 二是 三',
      '4 抓紧工期: 一是 二是 +',
      '5 补种水生植物: 一是 二是 三是',
      '6 建章立制: 一是',
    ])
    expect(notice.findings.map((finding) => finding.headingOpen)).toEqual([true, false, false, false, false, false])
    expect(notice.findings.flatMap((finding) => finding.measures.map((measure) => measure.ordinal))).toEqual([
      1, 2, 1, 2, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1,
    ])
  })

  test('puts findings under their aspects with the whole path', () => {
    expect(notice.findings.map((finding) => finding.aspect)).toEqual([
      ...Array(2).fill('落实决策部署方面'),
      ...Array(4).fill('重点环节方面'),
    ])
    expect(notice.findings[2]?.path).toEqual(['二', '(二)', '3'])
  })

  test('reads the head: dates, both names of the team, basis, day of publication', () => {
    expect(notice.title).toBe('中共云岭区委关于湿地保护领域专项巡察整改进展情况的通报')
    expect(notice.inspection).toEqual({
      body: '云岭区',
      team: ['市委第五专项巡察组', '市委第五巡察组'],
      from: '2022-08-08',
      to: '2022-10-28',
      feedbackOn: '2022-12-02',
      basis: ['中国共产党巡视工作条例'],
    })
    expect(notice.publishedOn).toBe('2023-08-15')
  })

  test('takes the contact from the closing, not from the footer of the page', () => {
    expect(notice.contact).toEqual({
      telephone: '0000-6600110',
      address: '云岭大道9号',
      email: 'shidi@example.invalid',
      line: 22,
    })
    expect(notice.setAside.map((node) => node.line)).toEqual([1, 2, 4, 23, 24, 25])
  })

  test('keeps organisation and next steps as prose, and what they claim as declared', () => {
    expect(notice.prose.map((node) => node.path.join('/'))).toEqual(['', '一/(一)', '一/(二)', '三/(一)', ''])
    expect(claims(notice)).toEqual(['meeting 2次', 'regulation 5项', 'finding 6个', 'cause 11条', 'measure 24项'])
    expect(countsOf(notice).claims.map(({ parsed, agrees }) => [parsed, agrees])).toEqual([
      [null, null],
      [3, false],
      [6, true],
      [0, false],
      [14, false],
    ])
  })

  test('satisfies the published schema', () => {
    expect(noticeSchema.parse(notice)).toEqual(notice)
  })
})

describe('notices of other structures', () => {
  test('关于…问题 under problem headings, measures under 整改情况, organisation with ordinals is no finding', () => {
    const notice = parsedFixture('problems-with-progress')
    expect(sketch(notice)).toEqual([
      '1 关于理论学习不深入的问题: 一是 二是',
      '2 关于节水宣传不够的问题: +',
      '1 关于廉政谈话不及时的问题: 一是 二是 三是',
    ])
    expect(statuses(notice)).toEqual([null, 'done', null])
    expect(notice.findings[2]?.blocks.map((block) => block.kind)).toEqual(['result', 'nextStep'])
    expect(notice.publishedOn).toBe('2023-12-20')
  })

  test('sub-problems （1）（2） with ordinals of their own stay within their finding', () => {
    const notice = parsedFixture('sub-problems')
    expect(sketch(notice)).toEqual([
      '1 关于党建责任落实不力的问题: 一是 二是 一是 二是',
      '2 关于组织生活不严肃的问题: 一是 二是',
      '3 关于专项资金使用不规范的问题: 一是 二是',
      '4 关于固定资产账实不符的问题: 一是 二是',
    ])
    expect(notice.findings[0]?.lead.map((node) => node.text)).toEqual([
      '针对“党建工作会议少”的问题，',
      '针对“支部换届不及时”的问题，',
    ])
  })

  test('numbered lines under a quoted problem are measures, the tag after it its status', () => {
    const notice = parsedFixture('numbered-measures')
    expect(sketch(notice)).toEqual([
      '1 关于“垃圾清运不及时”的问题: 1. 2. 3.',
      '2 关于“路灯损坏无人修”的问题: 1. 2.',
      '3 关于“排水口堵塞”的问题: 1.',
    ])
    expect(statuses(notice)).toEqual(['done', 'continuing', 'notDone'])
    expect(notice.findings.map((finding) => finding.original)).toEqual([
      '垃圾清运不及时',
      '路灯损坏无人修',
      '排水口堵塞',
    ])
  })

  test('findings at （一） beside organising parts at （一）', () => {
    const notice = parsedFixture('problems-at-second-level')
    expect(sketch(notice)).toEqual([
      '1 理论武装不扎实: 一是 二是',
      '2 项目监管不严: 一是 二是',
      '3 作风建设有差距: + +',
    ])
    expect(notice.title).toBe('中共云岭区青禾镇委员会关于巡察整改进展情况的通报')
  })

  test('findings at 一、 with measures after an opener, in sequence words, at （一）, and in a sentence', () => {
    const notice = parsedFixture('problems-at-first-level')
    expect(sketch(notice)).toEqual([
      '1 关于“学习不深”问题: 一是 二是',
      '2 关于“执法不严”问题: 首先 其次 最后',
      '3 关于“公路养护不到位”问题: （一） （二） （三）',
      '4 关于“项目超概算”问题: +',
    ])
    expect(notice.findings[0]?.measures[0]?.endLine).toBe(4)
    expect(notice.findings[3]?.measures[0]?.names).toMatchObject([{ kind: 'person', text: '李某某' }])
  })

  test('a report of audited problems: chain, rate, money and accountability are declared', () => {
    const notice = parsedFixture('audit-report')
    expect(sketch(notice)).toEqual([
      '1 预算编制不够细化问题: +',
      '2 资金拨付不及时问题: 一方面 另一方面',
      '3 政府采购程序不规范问题: ① ②',
    ])
    expect(claims(notice)).toEqual([
      'finding 46个',
      'done 41个',
      'underway 5个',
      'rate 89.13%',
      'money 1327.6万元',
      'regulation 9项',
      'accountability 12人',
      'meeting 2次',
    ])
    expect(notice.titleLines).toHaveLength(3)
    expect(notice.publishedOn).toBe('2024-11-05')
  })

  test('labels alone on their lines cover the lines below; persons under them are named', () => {
    const notice = parsedFixture('labels-on-own-lines')
    expect(sketch(notice)).toEqual([
      '1 针对“党建与业务‘两张皮’”的问题: (1) (2)',
      '2 针对“校园食堂采购不公开”的问题: (1) (2)',
    ])
    const [first] = notice.findings
    expect(first?.blocks.map((block) => block.kind)).toEqual([
      'measure',
      'result',
      'leader',
      'unit',
      'officer',
      'deadline',
    ])
    expect(
      first?.blocks.flatMap((block) => block.names.filter((name) => name.kind === 'person').map((name) => name.text)),
    ).toEqual(['周明远', '何一舟'])
  })

  test('问题1： with 整改情况：1.…2.… and a result that is only a status', () => {
    const notice = parsedFixture('numbered-problems')
    expect(sketch(notice)).toEqual([
      '1 关于“投资决策论证不充分”的问题: 1. 2. 3.',
      '2 关于“应收账款清收不力”的问题: 1. 2.',
    ])
    expect(statuses(notice)).toEqual(['ongoing', 'basicallyDoneContinuing'])
    expect(claims(notice)).toEqual(['accountability 2人', 'accountability 3人', 'accountability 0人', 'money 1.2万元'])
  })

  test('unmarked sentences are implied measures, a closing status sentence is none', () => {
    const notice = parsedFixture('unmarked-sentences')
    expect(sketch(notice)).toEqual([
      '1 关于“未按规定公开招标”的问题: + +',
      '2 关于“多付工程款”的问题: + +',
      '3 关于超标准采购办公设备的问题: ',
    ])
    expect(statuses(notice)).toEqual(['done', 'done', 'unsubstantiated'])
  })

  test('lines broken in the middle of a sentence go on with the measure', () => {
    const notice = parsedFixture('wrapped-lines')
    expect(sketch(notice)).toEqual(['1 规范移交手续: 一是 二是', '2 严格养护考核: 一是 二是'])
    expect(notice.findings[0]?.measures[0]?.text).toBe('核对移交清单126份，逐项签字确认，对缺\n少资料的退回重办。')
  })

  test('a feedback of the inspectors gives findings in their words and no measures', () => {
    const notice = parsedFixture('feedback-of-inspectors')
    expect(sketch(notice)).toEqual([
      '1 学习贯彻不深入: ',
      '2 生态保护责任落实不力: ',
      '3 “三重一大”决策不规范: ',
      '4 公务接待管理不严: ',
    ])
    expect(notice.findings[1]?.original).toBe('生态保护责任落实不力。河道垃圾清理不及时，3处排口未整治。')
  })

  test('flat paragraphs: each 关于…问题 or 针对…问题 is a finding, the rest is prose', () => {
    const notice = parsedFixture('flat-paragraphs')
    expect(sketch(notice)).toEqual([
      '1 针对药品采购不规范的问题: +',
      '2 针对“挂号费管理混乱”的问题: 一是 二是',
      '3 关于设备闲置问题的整改情况: +',
    ])
    expect(notice.findings.map((finding) => finding.numbered)).toEqual([false, false, false])
    expect(notice.prose.map((node) => node.line)).toEqual([2, 6, 7])
    expect(claims(notice)).toEqual([
      'aspect 6个',
      'finding 18个',
      'other 10个',
      'other 5个',
      'ongoing 3个',
      'rate 83.3%',
    ])
  })

  test('numbers that run on under aspects, with sentences for measures', () => {
    const notice = parsedFixture('unmarked-under-aspects')
    expect(sketch(notice)).toEqual([
      '1 加强机关党建: + +',
      '2 严肃组织生活: +',
      '3 优化干部结构: +',
      '4 深化作风建设: +',
    ])
    expect(statuses(notice)).toEqual([null, null, null, 'ongoing'])
  })

  test('存在问题： opens each finding where nothing is numbered, and where every number stands before it', () => {
    expect(sketch(parsedFixture('cards'))).toEqual(['1 接访记录不完整: + +', '2 回复不及时: +'])
    expect(statuses(parsedFixture('cards'))).toEqual([null, 'done'])
    const notice = parsedFixture('labels-open-findings')
    expect(sketch(notice)).toEqual(['1 出入库台账不全: 一是 二是', '2 仓房漏雨: +'])
    expect(notice.findings[0]?.original).toBe('出入库台账不全。')
  })

  test('一是关于…的问题 on a line of its own opens a finding', () => {
    const notice = parsedFixture('ordinals-open-findings')
    expect(sketch(notice)).toEqual([
      '1 关于“议事规则不健全”的问题: +',
      '2 关于“请示报告不及时”的问题: 一方面 另一方面',
      '1 关于“调查研究少”的问题: +',
    ])
    expect(statuses(notice)).toEqual(['done', 'basicallyDoneContinuing', null])
  })

  test('a list goes on over the line, begun in a result or a measure; the part that says 方面 is the aspect', () => {
    const notice = parsedFixture('lists-over-lines')
    expect(sketch(notice)).toEqual([
      '1 物业纠纷调处慢: ① ② ③',
      '2 便民服务不优: ① ② ③ ④',
      '1 消防通道堵塞: ① ②',
      '1 印章管理松散: (1) (2)',
    ])
    expect(notice.findings[1]?.measures.map(({ text }) => text)).toEqual([
      '延长窗口服务时间;',
      '增设自助终端4台;',
      '公布办事清单;',
      '开展业务培训2次。',
    ])
    expect(notice.findings.map(({ aspect }) => aspect)).toEqual([
      '关于基层治理责任方面存在的问题',
      '关于基层治理责任方面存在的问题',
      '关于基层治理责任方面存在的问题',
      '整改工作中存在的其他问题',
    ])
  })

  test('numbered groups that all have a list are headings of their items; 第一是 and 唯一是 are words', () => {
    const notice = parsedFixture('numbered-groups')
    expect(sketch(notice)).toEqual([
      '1 关于“田长制”落实不细的问题: 一是 二是 三是 首先 其次 最后',
      '2 关于“撂荒耕地底数不清”的问题: 1． 2．',
      '3 关于农机补贴发放的问题: + + +',
    ])
    expect(notice.findings[0]?.lead.map(({ text }) => text)).toEqual(['压实责任方面。', '执法检查方面。'])
    expect(notice.findings.map(({ original }) => original)).toEqual([null, '撂荒耕地底数不清', null])
    expect(notice.titleLines).toHaveLength(3)
  })

  test('text in which nothing marks a finding stays prose', () => {
    const notice = parseNotice([
      '关于绿化工作的通报',
      '今年以来，反馈问题12个，已完成整改10个。',
      '区委多次研究，一是抓学习，二是抓落实。',
    ])
    expect(notice.findings).toEqual([])
    expect(claims(notice)).toEqual(['finding 12个', 'done 10个'])
    expect(notice.prose).toHaveLength(2)
  })

  test('numbers on one level of a report of rectification are findings, those of an instruction are not', () => {
    const numbered = ['1.加强理论学习。组织集中学习12次。', '2.规范财务管理。修订《财务制度》。']
    expect(sketch(parseNotice(['关于巡察整改情况的通报', ...numbered]))).toEqual([
      '1 加强理论学习: +',
      '2 规范财务管理: +',
    ])
    expect(parseNotice(['关于做好巡察工作的通知', ...numbered]).findings).toEqual([])
  })

  test('parts of a report that only tells how the work was done are no findings', () => {
    const parts = [
      '一、总体情况',
      '反馈问题12个，已完成10个。',
      '二、主要做法',
      '（一）加强领导。召开会议3次。',
      '三、下一步打算',
      '1.抓落实。',
    ]
    expect(parseNotice(['关于巡察整改情况的报告', ...parts]).findings).toEqual([])
  })

  test('no lines at all give an empty notice', () => {
    expect(parseNotice([])).toMatchObject({ title: '', findings: [], prose: [], setAside: [], publishedOn: null })
  })
})

describe('the problem that a heading quotes', () => {
  const original = (heading: string) =>
    parseNotice(['关于巡察整改情况的通报', `1.${heading}`, '整改情况：召开会议1次。']).findings[0]?.original
  test.each([
    ['关于“学习不深”的问题', '学习不深'],
    ['关于“学习不深。没有计划。”问题的整改', '学习不深。没有计划。'],
    ['针对巡察反馈的“学习不深”问题', '学习不深'],
    ['“学习不深”问题整改情况', '学习不深'],
    ['关于“学习不深”方面', '学习不深'],
    ['“学习不深”', '学习不深'],
    // A term in quotation marks is not the problem.
    ['关于“三保障”排查不细的问题', null],
    ['关于部分干部“四风”问题', null],
    ['“第一议题”制度落实不严格', null],
    ['关于落实“三会一课”方面的问题', null],
  ])('%s', (heading, expected) => expect(original(heading)).toBe(expected))
})

describe('who was inspected', () => {
  const body = (sentence: string) => parseNotice(['云岭区住建局关于巡察整改情况的通报', sentence]).inspection.body
  test.each([
    ['区委第一巡察组对云岭区城市绿化工程领域开展了巡察。', '云岭区'],
    ['区委第一巡察组对市城市管理局市政工程领域进行了专项巡察。', '市城市管理局'],
    ['区委第一巡察组对云岭区开展了城市绿化领域专项巡察。', '云岭区'],
    ['区委第一巡察组对区民政局党组进行了巡察。', '区民政局'],
    ['审计组对我局政府投资项目开展了检查。', '云岭区住建局'],
    ['审计组对云岭区中心医院药品采购情况进行了审计。', '云岭区中心医院'],
  ])('%s', (sentence, expected) => expect(body(sentence)).toBe(expected))
})

describe('the source notice', () => {
  const shared = process.env.BIHUAN_SHARED ?? join(import.meta.dirname, '../../../../shared')
  const file = join(shared, 'inputs/notice.txt')
  const isHere = existsSync(file)

  test(
    isHere ? 'gives 28 findings, 118 measures, and its irregular lists' : 'is not on this machine: nothing to compare',
    () => {
      if (!isHere) return expect(isHere).toBe(false)
      const notice = parseNotice(readFileSync(file, 'utf8').split('\n'))
      const { findings } = notice
      expect(findings.map((finding) => finding.number)).toEqual(
        Array.from({ length: 28 }, (_, index) => `${index + 1}`),
      )
      expect(findings.map((finding) => finding.measures.length)).toEqual([
        4, 4, 5, 3, 1, 4, 3, 5, 4, 6, 4, 5, 4, 7, 3, 5, 7, 4, 5, 4, 6, 5, 3, 3, 3, 4, 3, 4,
      ])
      const aspects = findings.map((finding) => finding.path[1])
      expect(['(一)', '(二)', '(三)'].map((aspect) => aspects.filter((each) => each === aspect).length)).toEqual([
        6, 18, 4,
      ])
      expect(findings.filter((finding) => finding.headingOpen).map((finding) => finding.number)).toEqual([
        '1',
        '8',
        '9',
        '27',
      ])
      const implied = findings.flatMap(({ number, measures }) =>
        measures.filter((measure) => measure.implied).map((measure) => `${number}/${measure.ordinal}`),
      )
      expect(implied).toEqual(['16/5', '19/5', '22/1', '25/1'])
      expect(findings[9]?.measures[5]?.marker).toBe('六')
      expect(findings.filter((finding) => finding.endLine > finding.line).map((finding) => finding.number)).toEqual([
        '8',
        '9',
      ])
      expect(notice.inspection).toMatchObject({ from: '2023-07-11', to: '2023-09-15', feedbackOn: '2023-11-23' })
      expect(notice.inspection.team).toHaveLength(2)
      expect(notice.inspection.basis).toHaveLength(2)
      expect(notice.publishedOn).toBe('2024-12-24')
      expect(notice.contact.line).toBe(96)
      expect(claims(notice)).toEqual([
        'meeting 1次',
        'meeting 1次',
        'meeting 16次',
        'regulation 16项',
        'finding 28个',
        'cause 73条',
        'measure 133项',
      ])
      expect(notice.setAside.map((node) => node.line)).toEqual([1, 2, 3, 4, 8, 99, 100, 101, 103, 105])
    },
  )

  test('a sum of all problems after the last unnumbered one is not its measure', () => {
    const lines = [
      '关于云岭区园林站整改情况的公示',
      '针对“苗木台账不全”的问题，补录苗木315株。该问题已完成整改。',
      '针对“养护巡查流于形式”的问题，每月巡查4次。正在整改。',
      '目前，2个问题已完成1个，整改完成率50%。',
    ]
    const notice = parseNotice(lines)
    expect(notice.findings.map(({ status, measures }) => [status?.bucket, measures.length])).toEqual([
      ['done', 1],
      ['underway', 1],
    ])
    expect(notice.declared.map(({ what, value }) => `${what} ${value}`)).toEqual(['finding 2', 'done 1', 'rate 50'])
  })

  test('numbers under parallel headings are alike, whatever their words', () => {
    const lines = [
      '关于云岭区园林站整改情况的通报',
      '一、问题整改',
      '（一）苗木管理',
      '1.台账登记不及时。补录苗木315株。',
      '2.移栽手续不规范。补办移栽审批7件。',
      '（二）工程管理',
      '3.标段化整为零。合并招标6个标段。',
      '二、下一步工作',
      '（一）加强养护',
      '1.定期巡查。每月巡查4次。',
    ]
    expect(parseNotice(lines).findings.map(({ number }) => number)).toEqual(['1', '2', '3'])
  })
})
