/**
 * The one way the rules say no. Everything that is not a Refusal is a fault: logged with a request id, never shown.
 * Each code has one sentence in Chinese and one in English that says what is wrong and what to do.
 */
import type { Language } from './proofread/diagnostic.ts'
import { accountRefusals } from './refusals/accounts.ts'
import { checkRefusals } from './refusals/checks.ts'
import { citationRefusals } from './refusals/citations.ts'
import { deadlineRefusals } from './refusals/deadlines.ts'
import { evidenceRefusals } from './refusals/evidence.ts'
import { exchangeRefusals } from './refusals/exchange.ts'
import { figureRefusals } from './refusals/figures.ts'
import { lifeRefusals } from './refusals/life.ts'
import { peopleRefusals } from './refusals/people.ts'
import { planRefusals } from './refusals/plan.ts'
import { registerRefusals } from './refusals/registers.ts'
import { reportRefusals } from './refusals/reports.ts'
import { type Facts, type Sentence, sentenceIn } from './sentence.ts'

export type { Facts }

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
  'document.fontMissing': {
    zh: '文件“{name}”没有带上中文字体的编码表，无法取出文字。请用 Word、WPS 重新导出 PDF，或另存为 .docx，或把文字粘贴进来。',
    en: 'The PDF “{name}” does not carry the tables of its Chinese fonts, so its text cannot be taken out. Export it again from Word or WPS, save it as .docx, or paste the text.',
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
  'request.invalid': {
    zh: '填写的内容不符合要求：{detail}。',
    en: 'What was entered does not fit: {detail}.',
  },
  'request.tooLarge': {
    zh: '提交的内容超过 {limitMb} MB，未接收。请分成几份。',
    en: 'What was sent is larger than {limitMb} MB and was not taken. Send it in parts.',
  },
  'request.tooMany': {
    zh: '短时间内请求过多，请 {seconds} 秒后再试。',
    en: 'Too many requests in a short time. Try again in {seconds} seconds.',
  },
  'request.foreignOrigin': {
    zh: '这个请求不是从本系统的页面发出的，未执行。请刷新页面后再试。',
    en: 'This request does not come from a page of this system and was not carried out. Reload the page and try again.',
  },
  'request.noSuchPage': { zh: '没有这个地址。', en: 'There is no such address.' },
  'request.controlCharacter': {
    zh: '内容里有无法保存的控制字符，请删去后再试。',
    en: 'The content has control characters that cannot be kept. Remove them and try again.',
  },
  'access.signInFirst': { zh: '请先登录。', en: 'Please sign in first.' },
  'access.roleMissing': {
    zh: '您的岗位没有这项权限。需要时请联系整改办。',
    en: 'Your role does not include this. Ask the rectification office if you need it.',
  },
  'access.otherUnit': {
    zh: '这条记录属于其他单位，您看不到。',
    en: 'This record belongs to another unit; you cannot see it.',
  },
  'access.otherInspection': {
    zh: '您没有参加这一轮巡察的整改，看不到它的台账。',
    en: 'You take no part in this inspection; you cannot see its ledger.',
  },
  'record.notFound': {
    zh: '没有这条记录，可能已被删除，或不在您的权限内。',
    en: 'There is no such record: it was removed, or you may not see it.',
  },
  'setup.alreadyDone': {
    zh: '本系统已经建立。请登录；没有账号请联系整改办。',
    en: 'The system is set up already. Sign in; without an account ask the rectification office.',
  },
  'setup.codeWrong': {
    zh: '启用码不对。它在服务器启动时显示在屏幕上；在服务器本机打开页面则不需要。',
    en: 'The set-up code is wrong. The server shows it on its screen when it starts; on the server itself none is needed.',
  },
  'session.wrong': {
    zh: '登录名或密码不对。连续错误 {allowed} 次，账号将锁定 {minutes} 分钟。',
    en: 'Login name or password is wrong. After {allowed} failures in a row the account is locked for {minutes} minutes.',
  },
  'session.locked': {
    zh: '登录名或密码连续错误多次，已暂停登录，请约 {minutes} 分钟后再试。',
    en: 'Too many failures in a row; signing in is closed. Try again in about {minutes} minutes.',
  },
  'password.wrongCurrent': { zh: '当前密码不对。', en: 'The current password is wrong.' },
  'password.flaws': { zh: '密码{flaws}。', en: 'The password {flaws}.' },
  'password.used': {
    zh: '最近 {count} 次用过的密码不能再用，请换一个。',
    en: 'One of the last {count} passwords cannot be used again. Choose another.',
  },
  'account.loginTaken': {
    zh: '登录名“{loginName}”已有人使用，请换一个。',
    en: 'The login name “{loginName}” is taken. Choose another.',
  },
  'account.loginName': {
    zh: '登录名只能用文字、数字、点、横线和下划线，不能有空格。',
    en: 'A login name has letters, digits, dots, hyphens and underscores, and no blanks.',
  },
  'sample.alreadyLoaded': {
    zh: '示例数据已经载入，不会重复载入。请从台账中选择“{name}”。',
    en: 'The sample is loaded already and is not loaded twice. Choose “{name}” in the ledger.',
  },
  'import.tooLong': {
    zh: '文字超过 {limit} 个字符，一次识别不完，未导入。请按章节拆成几份。',
    en: 'The text is longer than {limit} characters, too long to be read at once. Split it by chapters.',
  },
  'import.applied': {
    zh: '这份材料已写入台账，不能再改动或丢弃。',
    en: 'This document was written to the ledger already and can no longer be changed or discarded.',
  },
  'import.editedMeanwhile': {
    zh: '这份材料刚被他人改动（已存 {stored} 步）。请刷新后在新的内容上继续。',
    en: 'Somebody else changed this document meanwhile ({stored} steps stored). Reload and go on from there.',
  },
  'import.ledgerChanged': {
    zh: '预览之后台账有了新的变化，未写入。请重新预览变更后再写入。',
    en: 'The ledger changed after the preview; nothing was written. Look at the changes again, then write.',
  },
  'import.nameMissing': {
    zh: '请填写新建巡察的名称，或选择一轮已有的巡察。',
    en: 'Name the new inspection, or choose an existing one.',
  },
  'import.nothingToWrite': {
    zh: '没有可写入的内容：全部问题和措施都标为不导入。',
    en: 'There is nothing to write: every finding and measure is marked as left out.',
  },
  'ledger.badCursor': {
    zh: '翻页位置无效，请从第一页重新打开台账。',
    en: 'The place in the list is not valid. Open the ledger from its first page.',
  },
  'system.databaseAway': {
    zh: '数据库暂时连不上，没有完成。系统会自动重新连接，请一分钟后再试；仍不行时请管理员查看服务器。',
    en: 'The database cannot be reached and nothing was done. It is tried again by itself; come back in a minute, or ask your administrator to look at the server.',
  },
  'submission.otherAct': {
    zh: '这个提交编号已用于另一项操作，未执行。请刷新页面后重试。',
    en: 'This submission number was used for another act; nothing was done. Reload the page and try again.',
  },
  ...deadlineRefusals,
  ...reportRefusals,
  ...registerRefusals,
  ...planRefusals,
  ...peopleRefusals,
  ...accountRefusals,
  ...lifeRefusals,
  ...citationRefusals,
  ...evidenceRefusals,
  ...checkRefusals,
  ...exchangeRefusals,
  ...figureRefusals,
} as const satisfies Record<string, Sentence>

export type RefusalCode = keyof typeof refusalSentences

/** The sentence of a code with its facts filled in. */
export function refusalSentence(code: RefusalCode, facts: Facts, language: Language): string {
  return sentenceIn(refusalSentences[code], facts, language)
}

/** One of several things that are wrong with what was filled in, and where: a field, and of a table its row and column. */
export type FieldProblem = {
  readonly field: string
  readonly row?: number
  readonly column?: string
  readonly message: Sentence
}

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Facts
  readonly problems: readonly FieldProblem[]
  constructor(code: RefusalCode, facts: Facts = {}, problems: readonly FieldProblem[] = []) {
    super(refusalSentence(code, facts, 'en'))
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
    this.problems = problems
  }
}
