/**
 * A notice as a Word file in which every diagnostic is a comment at its place. One paragraph per line of the source, in the type area
 * and body type of GB/T 9704-2012 (A4, margins 37/35/28/26 mm, 仿宋 3号, lines of 28.95 pt), so that it looks like the paper it will
 * become. Fonts are named, never embedded.
 */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  convertMillimetersToTwip,
  Document,
  type ICommentOptions,
  LineRuleType,
  Packer,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx'
import type { Diagnostic, Language } from '../../core/proofread/diagnostic.ts'
import { type LinePart, markLines } from './comment-marks.ts'
import { commentAuthor, commentInitials, commentText, type FixOf } from './comment-text.ts'
import { legalXml } from './legal-xml.ts'

const BODY_FONT = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
/** 3号 in half points, 28.95 pt in twentieths. */
const BODY_SIZE = 32
const BODY_LINE = 579
/** 小五号: comments are read beside the page. */
const COMMENT_SIZE = 18

export async function writeCommentedDocx(
  lines: readonly string[],
  diagnostics: readonly Diagnostic[],
  language: Language,
  fixOf: FixOf = () => null,
): Promise<Uint8Array> {
  const comments = diagnostics.map(
    (diagnostic, id): ICommentOptions => ({
      id,
      author: commentAuthor[language],
      initials: commentInitials[language],
      children: commentText(lines, diagnostic, fixOf(diagnostic.code, language), language).map(
        (text) => new Paragraph({ children: [new TextRun({ text: legalXml(text), size: COMMENT_SIZE })] }),
      ),
    }),
  )
  const parts = markLines(lines.map(legalXml), diagnostics)
  const document = new Document({
    creator: 'Bihuan 闭环',
    title: legalXml(lines.find((line) => line.trim() !== '')?.trim() ?? ''),
    styles: { default: { document: { run: { font: BODY_FONT, size: BODY_SIZE } } } },
    comments: { children: comments },
    sections: [{ properties: { page: pageOfOfficialPaper() }, children: parts.map(paragraph) }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function pageOfOfficialPaper() {
  const mm = convertMillimetersToTwip
  return {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
  }
}

function paragraph(parts: readonly LinePart[]): Paragraph {
  const first = parts.find((part) => part.kind === 'text')
  const indented = first?.kind === 'text' && /^\s/.test(first.text)
  return new Paragraph({
    children: parts.flatMap(runs),
    spacing: { line: BODY_LINE, lineRule: LineRuleType.EXACT },
    widowControl: false,
    ...(indented ? {} : { indent: { firstLine: BODY_SIZE * 20, firstLineChars: 200 } }),
  })
}

function runs(part: LinePart): ParagraphChild[] {
  if (part.kind === 'start') return [new CommentRangeStart(part.comment)]
  if (part.kind === 'end') {
    return [new CommentRangeEnd(part.comment), new TextRun({ children: [new CommentReference(part.comment)] })]
  }
  const pieces = part.text.split('\t')
  return [new TextRun({ children: pieces.flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece])) })]
}
