import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxLines } from './docx-lines.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
type Parts = { body: string; numbering?: string; styles?: string; others?: Record<string, string> }

/** A Word file of the given parts, with the prefix `w:` understood. */
function docx({ body, numbering = '', styles = '', others = {} }: Parts): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    ...others,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const listed = (list: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const definition = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`

const official = definition(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimalEnclosedCircle', '%4'),
)
const restartHere = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'

describe('automatic numbers of a Word file', () => {
  it('are counted per level and start over under each higher number', () => {
    const levels = [0, 1, 2, 2, 3, 1, 2, 0, 1]
    const body = levels.map((at) => p('甲', listed(1, at))).join('')
    expect(docxLines(docx({ body, numbering: official + list(1, 0) }))).toEqual([
      '一、甲',
      '（一）甲',
      '1.甲',
      '2.甲',
      '①甲',
      '（二）甲',
      '1.甲',
      '二、甲',
      '（一）甲',
    ])
  })

  it('go on in another list of the same definition unless that list names its own start', () => {
    const body = [1, 1, 2, 3, 3].map((id) => p('甲', listed(id, 0))).join('')
    const numbering = official + list(1, 0) + list(2, 0) + list(3, 0, restartHere)
    expect(docxLines(docx({ body, numbering }))).toEqual(['一、甲', '二、甲', '三、甲', '一、甲', '二、甲'])
  })

  it('run on through the document where the level never starts over', () => {
    const runOn = definition(
      0,
      level(0, 'chineseCounting', '%1、'),
      level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
    )
    const body = [0, 1, 1, 0, 1].map((at) => p('甲', listed(1, at))).join('')
    expect(docxLines(docx({ body, numbering: runOn + list(1, 0) }))).toEqual([
      '一、甲',
      '1.甲',
      '2.甲',
      '二、甲',
      '3.甲',
    ])
  })

  it('can name several levels, in decimal where the level says so', () => {
    const numbering =
      definition(0, level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list(1, 0)
    const body = p('总则', listed(1, 0)) + p('范围', listed(1, 1))
    expect(docxLines(docx({ body, numbering }))).toEqual(['第一章 总则', '1.1 范围'])
  })

  it('come from the paragraph style, its ancestors and the level tied to it', () => {
    const styles = `
      <w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2a"><w:basedOn w:val="H2"/></w:style>`
    const body =
      ['H1', 'H2a', 'H2'].map((id) => p('甲', `<w:pStyle w:val="${id}"/>`)).join('') +
      p('乙', `<w:pStyle w:val="H1"/>${listed(0, 0)}`)
    expect(docxLines(docx({ body, styles, numbering: official + list(1, 0) }))).toEqual([
      '一、甲',
      '（一）甲',
      '（二）甲',
      '乙',
    ])
  })

  it('are not written for bullets, which count nothing', () => {
    const numbering = definition(0, level(0, 'bullet', '\uf0b7')) + list(1, 0)
    expect(docxLines(docx({ body: p('甲', listed(1, 0)), numbering }))).toEqual(['甲'])
  })

  it('survive hostile numbers without hanging', () => {
    const numbering = `${definition(0, level(0, 'upperRoman', '%1.'))}${list(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="999999"/></w:lvlOverride>')}`
    const body = p('甲', listed(1, 99)) + p('乙', listed(1, 0)) + p('丙', listed(77, 0))
    expect(docxLines(docx({ body, numbering }))).toEqual(['甲', '999999.乙', '丙'])
  })
})

describe('the text of a Word file', () => {
  it('has tracked insertions in and deletions out, the merging of paragraphs included', () => {
    const body = `
      <w:p><w:r><w:t xml:space="preserve">保留 </w:t></w:r><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半，</w:t></w:r></w:p>
      <w:p><w:pPr><w:pPrChange><w:pPr>${listed(1, 0)}</w:pPr></w:pPrChange></w:pPr><w:r><w:t>后半</w:t></w:r></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>整段删去</w:delText></w:r></w:del></w:p>`
    expect(docxLines(docx({ body, numbering: official + list(1, 0) }))).toEqual(['保留 插入', '前半，后半'])
  })

  it('leaves out hidden text, field codes, notes and old versions of drawings', () => {
    const body = `
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
      <w:p><w:r><w:instrText>PAGEREF _Toc</w:instrText></w:r><w:r><w:t>字段结果</w:t></w:r></w:p>
      <w:p><w:r><w:t>锚</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:txbxContent>${p('文本框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('文本框')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>点</w:t></w:r></w:p>`
    const others = { 'word/footnotes.xml': `<w:footnotes ${W}>${p('脚注')}</w:footnotes>` }
    expect(docxLines(docx({ body, others }))).toEqual(['可见', '字段结果', '锚点', '文本框'])
  })

  it('keeps blank paragraphs, tabs and line breaks', () => {
    const body =
      '<w:p/><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>丁</w:t></w:r></w:p>'
    expect(docxLines(docx({ body }))).toEqual(['', '甲\t乙', '丙', '丁'])
  })

  it('gives a table row by row, and a table that only lays out the page as its paragraphs', () => {
    const tc = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => p(text)).join('')}</w:tc>`
    const body = `<w:tbl>
        <w:tr>${tc('序号')}${tc('问题')}${tc('措施')}</w:tr>
        <w:tr>${tc('1')}${tc('甲')}${tc('一是乙。', '二是丙。')}</w:tr>
        <w:tr><w:trPr><w:del/></w:trPr>${tc('2')}${tc('删去的行')}</w:tr>
      </w:tbl><w:tbl><w:tr>${tc('一、标题', '正文')}</w:tr></w:tbl>`
    expect(docxLines(docx({ body }))).toEqual(['序号\t问题\t措施', '1\t甲\t一是乙。 二是丙。', '一、标题', '正文'])
  })

  it('is found wherever the package says that it is', () => {
    const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const others = {
      '_rels/.rels': `<Relationships><Relationship Type="${R}/officeDocument" Target="/word/document7.xml"/></Relationships>`,
      'word/_rels/document7.xml.rels': `<Relationships><Relationship Type="${R}/numbering" Target="lists.xml"/></Relationships>`,
      'word/document7.xml': `<x:document xmlns:x="urn:w"><x:body><x:p><x:pPr><x:numPr><x:numId x:val="1"/></x:numPr></x:pPr><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>`,
      'word/lists.xml': `<w:numbering ${W}>${official}${list(1, 0)}</w:numbering>`,
    }
    expect(docxLines(docx({ body: p('另一处'), others }))).toEqual(['一、甲'])
  })
})

describe('a Word file that is not well-formed', () => {
  const damaged = expect.objectContaining({ code: 'document.damaged' })
  it('is refused, and so are declared entities, without expanding them', () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "啊啊啊啊啊啊啊啊啊啊"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document ${W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
    expect(() => docxLines(docx({ body: '', others: { 'word/document.xml': bomb } }))).toThrow(damaged)
    expect(() => docxLines(docx({ body: '<w:p><w:r>' }))).toThrow(damaged)
    expect(() => docxLines(docx({ body: p('&unknown;') }))).toThrow(damaged)
    expect(() => docxLines(docx({ body: '', numbering: '<' }))).toThrow(damaged)
    expect(() => docxLines(zipSync({ 'word/other.xml': strToU8('<a/>') }))).toThrow(damaged)
  })
})
