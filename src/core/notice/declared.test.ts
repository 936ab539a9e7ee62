import { describe, expect, test } from 'vitest'
import { declaredOf } from './declared.ts'
import { shadeOf, wholeLine } from './shade.ts'

function read(text: string): string[] {
  const line = wholeLine(shadeOf(text, 1))
  return line ? declaredOf(line).map(({ what, value, unit, text }) => `${what} ${value}${unit} ${text}`) : []
}

describe('what a text claims', () => {
  test.each([
    [
      '围绕6个问题，剖析原因11条，提出整改措施24项',
      ['finding 6个 6个问题', 'cause 11条 原因11条', 'measure 24项 整改措施24项'],
    ],
    ['反馈问题46个，分解整改任务112项', ['finding 46个 问题46个', 'task 112项 整改任务112项']],
    [
      '反馈3个方面6个问题14个具体表现',
      ['aspect 3个 3个方面', 'finding 6个 6个问题', 'manifestation 14个 14个具体表现'],
    ],
    ['涉及2类3个问题', ['aspect 2类 2类', 'finding 3个 3个问题']],
    [
      '已完成26个，基本完成1个，持续推进1个，完成率92.9%',
      ['done 26个 已完成26个', 'basicallyDone 1个 基本完成1个', 'underway 1个 持续推进1个', 'rate 92.9% 完成率92.9%'],
    ],
    ['尚未完成2个，长期坚持3个', ['notDone 2个 尚未完成2个', 'ongoing 3个 长期坚持3个']],
    ['立行立改10项、限期整改12项', ['other 10项 立行立改10项', 'other 12项 限期整改12项']],
    ['问责0人，挽回资金132.7万元', ['accountability 0人 问责0人', 'money 132.7万元 132.7万元']],
    ['召开部署会议4次，健全制度机制7项', ['meeting 4次 部署会议4次', 'regulation 7项 制度机制7项']],
    ['召开民主生活会1次，开展业务培训3次', ['meeting 1次 民主生活会1次', 'training 3次 业务培训3次']],
    ['组织集中学习12次', ['study 12次 集中学习12次']],
    ['问题总数16个，措施总数45条', ['finding 16个 问题总数16个', 'measure 45条 措施总数45条']],
    ['已完成２６个', ['done 26个 已完成２６个']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each(['对26个项目开展检查', '栽植苗木300棵', '共3个村', '“已完成26个”'])('%s claims nothing', (text) =>
    expect(read(text)).toEqual([]),
  )
})
