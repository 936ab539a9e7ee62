import { describe, expect, test } from 'vitest'
import { claims, parsedFixture, sketch, statuses } from '../../../fixtures/notices/parser/parsed.ts'

describe('what different kinds of body publish', () => {
  test('a township: （1） over a second 整改措施 heads a group of measures and is none', () => {
    const notice = parsedFixture('groups-of-labels')
    expect(sketch(notice)).toEqual([
      '1 防范化解基层治理风险有短板的问题: 一是 二是 一是 二是',
      '2 人居环境整治不彻底的问题: 一是 二是 三是',
      '3 惠民资金审核把关不严的问题: 一是 二是',
      '4 村级财务管理不规范的问题: 一是 二是 三是',
      '5 党员发展程序不规范的问题: + +',
    ])
    expect(notice.findings[0]?.lead.map(({ text }) => text)).toEqual([
      '针对“矛盾纠纷排查不彻底”问题。',
      '针对“河道保洁有盲区”问题。',
    ])
    expect(notice.contact).toMatchObject({ telephone: '0000-6611023', address: '云岭区青禾镇政府党政办' })
    expect(notice.setAside).toHaveLength(5)
  })

  test('a bureau: what remains and comes next is no finding, though its parts are called like labels', () => {
    const notice = parsedFixture('next-steps-as-labels')
    expect(sketch(notice)).toEqual([
      '1 理论学习中心组学习重形式轻效果: （1） （2） （3）',
      '2 耕地保护“党政同责”落实有差距: （1） （2） （3）',
      '3 不动产登记办理时限偏长: （1） （2） （3）',
      '4 矿业权审批档案不全: +',
    ])
    expect(statuses(notice)).toEqual(['done', 'done', 'ongoing', 'done'])
    expect(notice.sections.at(-1)).toMatchObject({ heading: '下一步打算', path: ['三', '(二)'] })
    expect(claims(notice)).toEqual([
      'aspect 4个',
      'aspect 9类',
      'finding 23个',
      'measure 61条',
      'done 20个',
      'rate 86.96%',
      'ongoing 3个',
      'meeting 4次',
    ])
  })

  test('a university: the aspect is quoted too', () => {
    const notice = parsedFixture('quoted-aspects')
    expect(sketch(notice).map((line) => line.split(': ')[1])).toEqual([
      '一是 二是',
      '一是 二是',
      '一是 二是 三是',
      '+',
      '+',
    ])
    expect(notice.findings[2]).toMatchObject({
      aspect: '关于“推进全面从严治党不够有力”方面',
      original: '科研经费监管宽松软。差旅费报销审核不严。设备采购化整为零。',
    })
    expect(notice.contact.address).toBe('云岭市学府路1号云岭学院党委办公室')
  })

  test('a hospital: a result that begins with the status and goes on', () => {
    const notice = parsedFixture('results-open-with-status')
    expect(statuses(notice)).toEqual(['done', 'basicallyDone', 'done'])
    expect(notice.findings.map(({ aspect, measures }) => [aspect, measures.length])).toEqual([
      ['药品耗材管理方面', 3],
      ['药品耗材管理方面', 2],
      ['医德医风方面', 3],
    ])
    expect(notice.inspection.body).toBe('云岭区人民医院党委')
  })

  test('an audit office: audited problems under the audits that found them', () => {
    const notice = parsedFixture('audited-problems')
    expect(notice.findings.map(({ path }) => path.join('/'))).toEqual([
      '二/(一)/1',
      '二/(一)/2',
      '二/(一)/3',
      '二/(二)/1',
      '二/(二)/2',
      '二/(三)/1',
      '二/(三)/2',
    ])
    expect(claims(notice)).toContain('rate 90.8%')
  })

  test('environmental inspectors: one task, whose parts are the headings of the whole page', () => {
    const notice = parsedFixture('parts-of-one-task')
    expect(sketch(notice)).toEqual(['1 省生态环境保护督察反馈意见第十二项: 1. 2. 3.'])
    expect(notice.findings[0]?.blocks.map(({ kind }) => kind)).toEqual(['other', 'measure', 'result', 'status'])
    expect(notice.findings[0]?.aspect).toBe(null)
    expect(statuses(notice)).toEqual(['done'])
  })

  test('environmental inspectors: complaints that open with their number', () => {
    const notice = parsedFixture('complaints-by-number')
    expect(sketch(notice)).toEqual(['1 X2YL202405180012: +', '2 D2YL202405190007: 一是 二是 三是'])
    expect(notice.findings.map(({ original }) => original)).toEqual([
      '桥西街道某汽修厂喷漆异味扰民，无污染治理设施。',
      '松溪乡采石场夜间运输扬尘大。',
    ])
  })

  test('a check of canteens: a first sentence that goes on with the problem is no measure', () => {
    const notice = parsedFixture('problem-then-act')
    expect(sketch(notice)).toEqual([
      '1 进货查验不严: +',
      '2 加工操作不规范: +',
      '3 膳食经费公开不及时: +',
      '4 留样管理不到位: +',
    ])
    expect(notice.findings[0]?.lead.map(({ text }) => text)).toEqual(['7所学校索证索票不全。'])
  })

  test('a double report: parts in 【】', () => {
    const notice = parsedFixture('labels-in-brackets')
    expect(sketch(notice).map((line) => line.split(': ')[1])).toEqual(['（1） （2）', '（1） （2）', '（1） （2）'])
    expect(statuses(notice)).toEqual(['done', 'basicallyDoneContinuing', 'done'])
    expect(notice.findings[0]?.blocks.map(({ kind }) => kind)).toEqual([
      'measure',
      'result',
      'result',
      'leader',
      'unit',
    ])
  })

  test('a list to be signed off: 序号1', () => {
    const notice = parsedFixture('serial-numbers')
    expect(sketch(notice)).toEqual([
      '1 关于“桥西公园二期工程未批先建”的问题: +',
      '2 关于“绿化养护考核流于形式”的问题: +',
      '3 关于“苗木采购价格虚高”的问题: +',
    ])
  })

  test('a campaign of study: items `1.` below 问题一', () => {
    const notice = parsedFixture('items-under-labels')
    expect(sketch(notice)).toEqual([
      '1 理论学习联系实际不紧密: 1. 2.',
      '2 老旧小区改造群众意见征求不充分: 1. 2.',
      '3 窗口服务效率有待提升: 1. 2.',
    ])
    expect(statuses(notice)).toEqual(['done', 'continuing', 'done'])
    expect(notice.findings[0]?.original).toBe('中心组学习读文件多、议问题少。')
  })

  test('paragraphs 关于…不够有力。一是…', () => {
    const notice = parsedFixture('topics-without-problem')
    expect(sketch(notice)).toEqual([
      '1 关于落实河湖长制不够有力: 一是 二是',
      '2 关于水利工程建设管理不规范: 一是 二是',
      '3 关于水资源费征收不到位: 一是 二是',
      '4 关于干部队伍建设滞后: 一是 二是',
    ])
    expect(notice.prose.map(({ line }) => line)).toEqual([2, 7, 8, 9])
  })
})
