import { describe, expect, test } from 'vitest'
import { layOut } from './furniture.ts'
import { shadeOf } from './shade.ts'

const read = (...lines: string[]) => {
  const { title, body, aside } = layOut(lines.map((line, index) => shadeOf(line, index + 1)))
  const numbers = (stretches: typeof title) => stretches.map((stretch) => stretch.shade.number)
  return { title: numbers(title), body: numbers(body), aside: numbers(aside) }
}
const text = '现将整改进展情况通报如下：'

describe('titles', () => {
  test('one line', () => {
    expect(read('中共云岭区委关于巡察整改情况的通报', '', text)).toEqual({ title: [1], body: [3], aside: [] })
  })
  test('body and subject on two lines', () => {
    expect(read('中共云岭区委员会', '关于巡察整改情况的通报', text)).toEqual({ title: [1, 2], body: [3], aside: [] })
  })
  test('three lines, the subject broken', () => {
    expect(read('云岭区水利局党组', '关于河道整治领域专项巡察', '整改进展情况的通报', text)).toEqual({
      title: [1, 2, 3],
      body: [4],
      aside: [],
    })
  })
  test('a repeated title counts once, the first goes aside', () => {
    expect(read('关于巡察整改情况的通报', '来源：区委办', '关于巡察整改情况的通报', text)).toEqual({
      title: [3],
      body: [4],
      aside: [1, 2],
    })
  })
  test('no title at all', () => {
    expect(read(text, '一、总体情况')).toEqual({ title: [], body: [1, 2], aside: [] })
  })
  test('a greeting of the page that reads as a sentence is no text', () => {
    expect(read('您好，欢迎访问。', '首页 > 巡察整改', '关于巡察整改情况的通报', text)).toEqual({
      title: [3],
      body: [4],
      aside: [1, 2],
    })
  })
})

describe('the foot of a page', () => {
  test('from the first site line on, lines without a sentence are furniture', () => {
    expect(read(text, '谢谢关注。', '主办：云岭区委办', '地址：云岭大道1号', '备案号：0')).toMatchObject({
      body: [1, 2],
      aside: [3, 4, 5],
    })
  })
  test('contact lines with nothing of the site below them stay', () => {
    expect(read(text, '欢迎监督。', '联系电话：0000-1234567', '邮政地址：云岭区政务中心').aside).toEqual([])
  })
  test('page numbers alone on their line go aside wherever they stand', () => {
    expect(read(text, '— 1 —', '一、总体情况', '第 2 页').aside).toEqual([2, 4])
  })
})
