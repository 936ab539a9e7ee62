/**
 * The one way the rules say no. Everything that is not a Refusal is a fault: logged with a request id, never shown.
 * Each code has one sentence in Chinese and one in English that says what is wrong and what to do.
 */
import type { Language } from './proofread/diagnostic.ts'

export type Facts = Readonly<Record<string, string | number>>
type Sentence = { zh: string; en: string }

/** Sentences with `{name}` for facts. A code is `area.reason`. */
export const refusalSentences = {
  'document.empty': {
    zh: '文件“{name}”是空的，没有可以识别的文字。请换一份有内容的文件。',
    en: 'The file “{name}” is empty. Choose a file that has text in it.',
  },
  'document.tooLarge': {
    zh: '文件“{name}”超过 {limitMb} MB，未读取。请去掉图片或拆成几份后再试。',
    en: 'The file “{name}” is larger than {limitMb} MB and was not read. Remove pictures or split it.',
  },
  'document.notAsNamed': {
    zh: '文件“{name}”的内容是 {found}，与扩展名不符。请用 Word、WPS 另存为 .docx，或另存为纯文本后再试。',
    en: 'The content of “{name}” is {found}, not what its extension says. Save it again as .docx or plain text.',
  },
  'document.noText': {
    zh: '文件“{name}”里没有文字，像是扫描件。请提供可以选中文字的文件，或把文字粘贴进来。',
    en: 'The file “{name}” has no text; it looks like a scan. Provide a file with selectable text, or paste the text.',
  },
  'document.damaged': {
    zh: '文件“{name}”已损坏或不完整，无法打开。请重新获取一份再试。',
    en: 'The file “{name}” is damaged or incomplete. Get a fresh copy and try again.',
  },
  'document.zipBomb': {
    zh: '文件“{name}”解压后过大（超过 {limitMb} MB 或压缩比异常），为安全起见未打开。',
    en: 'The file “{name}” unpacks to more than {limitMb} MB or has an abnormal compression ratio; it was not opened.',
  },
  'document.encrypted': {
    zh: '文件“{name}”设有密码或已加密，无法读取。请去掉密码后再试。',
    en: 'The file “{name}” is protected by a password and cannot be read. Remove the password and try again.',
  },
  'document.unknownFormat': {
    zh: '不认识文件“{name}”的格式（{found}）。可以导入 .txt、.html、.docx、带文字的 .pdf。',
    en: 'The format of “{name}” ({found}) is not known. Import .txt, .html, .docx or a .pdf with text.',
  },
  'document.encoding': {
    zh: '文件“{name}”第 {line} 行的编码既不是 UTF-8 也不是 GB18030。请另存为 UTF-8 文本后再试。',
    en: 'Line {line} of “{name}” is neither UTF-8 nor GB18030. Save it as UTF-8 text and try again.',
  },
  'document.tooComplex': {
    zh: '读取文件“{name}”需要的内存过多，已停止。请拆成几份，或另存为纯文本后再试。',
    en: 'Reading “{name}” takes too much memory and was stopped. Split it, or save it as plain text and try again.',
  },
  'document.tooSlow': {
    zh: '文件“{name}”{seconds} 秒内没有读完，已停止。请另存为 .docx 或纯文本后再试。',
    en: 'The file “{name}” could not be read within {seconds} seconds. Save it as .docx or plain text and try again.',
  },
} as const satisfies Record<string, Sentence>

export type RefusalCode = keyof typeof refusalSentences

/** The sentence of a code with its facts filled in. */
export function refusalSentence(code: RefusalCode, facts: Facts, language: Language): string {
  return refusalSentences[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Facts
  constructor(code: RefusalCode, facts: Facts = {}) {
    super(refusalSentence(code, facts, 'en'))
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}
