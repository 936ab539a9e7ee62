/** fixtures/documents: one invented notice saved as text, web page, Word file (its numbers automatic) and PDF (wrapped, page numbers). */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

const folder = new URL('../../../fixtures/documents/', import.meta.url)
const read = async (name: string) => readDocument(await readFile(new URL(name, folder)), name)
const notice = (await read('notice.txt')).lines

describe('one notice saved in several formats', () => {
  it('has the same lines in UTF-8 and GB18030', async () => {
    expect(await read('notice.gb18030.txt')).toEqual({ format: 'txt', encoding: 'gb18030', lines: notice })
  })

  it('has the same lines as a Word file with automatic numbers', async () => {
    expect(await read('notice.docx')).toEqual({ format: 'docx', encoding: null, lines: notice })
  })

  it('has the same lines as a PDF that wraps them and numbers its pages', async () => {
    expect(await read('notice.pdf')).toEqual({ format: 'pdf', encoding: null, lines: notice })
  })

  it('has the same lines on a web page, among the furniture of the site', async () => {
    const { format, encoding, lines } = await read('notice.html')
    const shown = lines.map((line) => line.trim())
    expect({ format, encoding }).toEqual({ format: 'html', encoding: 'gb18030' })
    expect(shown.slice(0, 5)).toEqual([
      '网站首页',
      '政务公开',
      '巡察整改',
      '索引号：\t000000/2023-00012\t信息分类：\t巡察整改',
      '发布机构：\t云岭区水务局\t发文日期：\t2023-03-20',
    ])
    expect(shown.slice(5)).toEqual([
      notice[0],
      '来源：区水务局\u2003发布时间：2023-03-20',
      ...notice.slice(1),
      '主办：云岭区水务局',
      '技术支持：云岭区大数据中心',
    ])
  })
})
