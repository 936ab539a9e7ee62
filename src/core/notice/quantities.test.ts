import { describe, expect, test } from 'vitest'
import { quantitiesOf } from './quantities.ts'
import { shadeOf, wholeLine } from './shade.ts'

function read(text: string): string[] {
  const line = wholeLine(shadeOf(text, 1))
  return line
    ? quantitiesOf(line).map(({ value, unit, approximate }) => `${approximate ? '~' : ''}${value} ${unit}`)
    : []
}
function context(text: string): (string | null)[] {
  const line = wholeLine(shadeOf(text, 1))
  return line ? quantitiesOf(line).flatMap(({ verb, noun }) => [verb, noun]) : []
}

describe('numbers with units', () => {
  test.each([
    ['补栽1186棵', ['1186 棵']],
    ['补栽１１８６棵', ['1186 棵']],
    ['1,186株', ['1186 株']],
    ['三笔款项', ['3 笔']],
    ['召开两次会议', ['2 次']],
    ['一百二十三份', ['123 份']],
    ['调度30余次', ['~30 次']],
    ['约40人', ['~40 人']],
    ['近三十名党员', ['~30 名']],
    ['3至5个', ['~5 个']],
    ['1万平方米', ['1 万平方米']],
    ['不少于15万元/年', ['~15 万元/年']],
    ['37.5万元', ['37.5 万元']],
    ['完成率92.9%', ['92.9 %']],
    ['完成率９２．９％', ['92.9 %']],
    ['百分之九十五', ['95 %']],
    ['百分之九十五点五', ['95.5 %']],
    ['提高3个百分点', ['3 个百分点']],
    ['6场次', ['6 场']],
    ['36人次', ['36 人次']],
    ['3 次', ['3 次']],
    ['至少一次', ['~1 次']],
    ['0人', ['0 人']],
    ['1套图纸、2宗土地、3公里、4立方米', ['1 套', '2 宗', '3 公里', '4 立方米']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

describe('numbers that count nothing', () => {
  test.each([
    '2024年',
    '9月25日',
    '第3条',
    '第三次全会',
    '二十届三次全会',
    '八届区人大三次会议',
    '一岗双责',
    '三会一课',
    '“三重一大”',
    '二次复审',
    '产业园一期项目',
    '一起努力',
    '两个维护',
    '八项规定',
    '进一步完善',
    '统一个人认识',
    '《关于3个项目的通知》',
    'A4纸',
    '区、乡、村三级',
    '0000-1234567',
    '一批项目',
  ])('%s', (text) => expect(read(text)).toEqual([]))
})

describe('what is counted, by which act', () => {
  test.each([
    ['开展湿地管护专题讲座5次', ['开展', '湿地管护专题讲座']],
    ['召开部署会议4次', ['召开', '部署会议']],
    ['全年共开展巡查96次，发现制止占用行为8起', ['开展', '巡查', '发现制止', '占用行为']],
    ['对枯死水杉进行更换，累计更换74棵', ['更换', '枯死水杉']],
    ['完成湖滨项目沿岸水杉的栽植，共栽植520棵', ['栽植', '沿岸水杉']],
    ['集中学习《云岭区湿地条例》1次', ['学习', '《云岭区湿地条例》']],
    ['编制管护协议并与各村签署共19份', ['签署', '管护协议']],
    ['6个问题', [null, '问题']],
    ['35株银杏于2022年3月栽下', [null, '银杏']],
    ['对7个在建泵站进行查看', [null, '在建泵站']],
    ['召开调度会、碰头会11次', ['召开', '调度会、碰头会']],
    ['参加旁听庭审活动2次', ['参加旁听', '庭审活动']],
    ['支付6笔资金', ['支付', '资金']],
  ])('%s', (text, expected) => expect(context(text)).toEqual(expected))
})
