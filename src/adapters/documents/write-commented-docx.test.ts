import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../core/proofread/diagnostic.ts'
import { readDocument } from './read-document.ts'
import { writeCommentedDocx } from './write-commented-docx.ts'
import { type XmlElement, xmlTree } from './xml-reader.ts'

const lines = ['云岭区通报', '', '一、制定措施6条，\t完成5条。', '二是补栽<120>株。']
const diagnostics: Diagnostic[] = [
  {
    line: 3,
    column: 3,
    endLine: 3,
    endColumn: 9,
    severity: 'warning',
    code: 'count/declared-measures',
    message: { zh: '文中称措施6条，正文列出2条。', en: '6 measures declared, 2 listed.' },
    related: [{ line: 4, column: 1, endLine: 4, endColumn: 11, note: { zh: '第二项', en: 'the second' } }],
  },
  {
    line: 3,
    column: 7,
    endLine: 4,
    endColumn: 3,
    severity: 'hint',
    code: 'number/first-ordinal',
    message: { zh: '缺少“一是”。', en: '“一是” is missing.' },
    related: [],
  },
]

async function written(language: 'zh' | 'en') {
  const bytes = await writeCommentedDocx(lines, diagnostics, language, (code) =>
    code.startsWith('count/') ? `改 ${code}` : null,
  )
  const files = unzipSync(bytes)
  const part = (name: string) => files[name] ?? new Uint8Array()
  return { bytes, document: part('word/document.xml'), comments: part('word/comments.xml') }
}

const all = (element: XmlElement, name: string): XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
]
/** The text between the borders of comment `id`, tags taken away. */
function anchored(document: Uint8Array, id: number): string {
  const between = strFromU8(document)
    .split(`<w:commentRangeStart w:id="${id}"/>`)[1]
    ?.split(`<w:commentRangeEnd w:id="${id}"/>`)[0]
  return (between ?? '?')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<[^>]*>/g, '')
}

describe('a notice written with its diagnostics as comments', () => {
  it('has the text of the notice, line by line', async () => {
    const { bytes } = await written('zh')
    expect((await readDocument(bytes, 'a.docx')).lines).toEqual(lines)
  })

  it('anchors each comment at its characters, also where two overlap and over two lines', async () => {
    const { document } = await written('zh')
    expect(anchored(document, 0)).toBe('制定措施6条')
    expect(anchored(document, 1)).toBe('6条，\t完成5条。\n二是')
  })

  it('says in each comment what is wrong, where else, and what to do, in the language asked for', async () => {
    const zh = strFromU8((await written('zh')).comments)
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]*>/g, '')
    expect(zh).toContain(
      '警告 count/declared-measures\n文中称措施6条，正文列出2条。\n第4行“二是补栽&lt;120&gt;株”：第二项\n怎样改：改 count/declared-measures\n提示 number/first-ordinal\n缺少“一是”。\n',
    )
    const english = (await written('en')).comments
    expect(strFromU8(english)).toContain('6 measures declared, 2 listed.')
    expect(all(xmlTree(english), 'comment').map(({ attributes }) => attributes.author)).toEqual([
      'Proofreader',
      'Proofreader',
    ])
  })

  it('is well-formed whatever stands in the notice', async () => {
    const wild = ['\u0000\u0008\ud800甲\uffff', '<w:p>&amp;]]>']
    const bytes = await writeCommentedDocx(wild, [], 'zh')
    expect((await readDocument(bytes, 'a.docx')).lines).toEqual(['\ufffd\ufffd\ufffd甲\ufffd', '<w:p>&amp;]]>'])
  })
})
