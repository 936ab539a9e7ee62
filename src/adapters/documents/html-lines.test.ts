import { describe, expect, it } from 'vitest'
import { decodeHtml, htmlLines } from './html-lines.ts'

describe('the lines of a web page', () => {
  it('are its blocks, with white space as a browser shows it', () => {
    expect(htmlLines('<p>一\n  二<b>三</b> 四</p>五<br>六<div>七<span>八</span></div><pre>九\n  十</pre>')).toEqual([
      '一 二三 四',
      '五',
      '六',
      '七八',
      '九',
      '  十',
    ])
  })

  it('leave out what a browser does not show', () => {
    const page =
      '<head><title>题</title></head><script>a</script><style>b</style><p hidden>c</p><p style="DISPLAY : none">d</p><noscript>e</noscript><p>正文</p>'
    expect(htmlLines(page)).toEqual(['正文'])
  })

  it('keep rows of data together and the cells of a layout apart', () => {
    expect(htmlLines('<table><tr><th>序号</th><th>问题</th></tr><tr><td>1</td><td>甲<br>乙</td></tr></table>')).toEqual(
      ['序号\t问题', '1\t甲 乙'],
    )
    const article = Array.from({ length: 12 }, (_, at) => `<p>段${at}</p>`).join('')
    const lines = htmlLines(`<table><tr><td><p>菜单</p></td><td>${article}</td></tr></table>`)
    expect(lines).toHaveLength(13)
    expect(lines.slice(0, 3)).toEqual(['菜单', '段0', '段1'])
  })

  it('come from broken markup too', () => {
    expect(htmlLines('<td>甲</td></tr><p>乙<p>丙</div>&nbsp;&lt;丁&unknown;')).toEqual([
      '甲',
      '乙',
      '丙\u00a0<丁&unknown;',
    ])
  })

  it('are not sought in a page nested deeper than any page is', () => {
    expect(() => htmlLines('<div>'.repeat(5000))).toThrow(expect.objectContaining({ code: 'document.damaged' }))
    expect(htmlLines(`${'<div>'.repeat(500)}甲`)).toEqual(['甲'])
  })
})

describe('the encoding of a web page', () => {
  it('is the one it names when it is neither UTF-8 nor GB18030', () => {
    // 「中文編碼測試」 in Big5.
    const text = [0xa4, 0xa4, 0xa4, 0xe5, 0xbd, 0x73, 0xbd, 0x58, 0xb4, 0xfa, 0xb8, 0xd5]
    const page = Uint8Array.from([...Buffer.from('<meta charset="big5"><p>'), ...text])
    expect(decodeHtml(page)).toEqual({ encoding: 'big5', text: '<meta charset="big5"><p>中文編碼測試' })
    const unnamed = Uint8Array.from([...Buffer.from('<p>'), ...text])
    expect(() => decodeHtml(unnamed)).toThrow(expect.objectContaining({ code: 'document.encoding' }))
  })
})
