/** A parsed notice as a page of text for the command line: head, claims beside counts, findings with their measures. */
import type { Language } from '../proofread/diagnostic.ts'
import { countsOf } from './counts.ts'
import type { Declared, Notice, ParsedFinding } from './notice.ts'
import { statusWords } from './status-words.ts'

const shown = 40

const words = {
  zh: {
    none: '（未写明）',
    noTitle: '（未识别到标题）',
    inspected: '巡察对象',
    team: '巡察组',
    onSite: '进驻',
    feedback: '反馈',
    published: '发布',
    contact: '联系方式',
    to: '至',
    claims: '文中数字与识别结果',
    claim: (text: string, line: number, parsed: string) => `第 ${line} 行 ${text}，识别到 ${parsed}`,
    nothingToCompare: (text: string, line: number) => `第 ${line} 行 ${text}`,
    findings: (findings: number, measures: number, implied: number) =>
      `问题 ${findings} 个，措施 ${measures} 条${implied > 0 ? `（其中 ${implied} 条无序号）` : ''}`,
    noFindings: '没有识别到问题，全文按段落保留',
    line: (line: number) => `第 ${line} 行`,
    unmarked: '无序号',
    headingOpen: '标题后缺句号',
    noMeasures: '没有识别到措施',
    setAside: (count: number) => `另有 ${count} 行是网页附带文字，已单独保留`,
    separator: '：',
  },
  en: {
    none: '(not stated)',
    noTitle: '(no title found)',
    inspected: 'Inspected',
    team: 'Team',
    onSite: 'On site',
    feedback: 'Feedback',
    published: 'Published',
    contact: 'Contact',
    to: ' to ',
    claims: 'Numbers in the text and what was parsed',
    claim: (text: string, line: number, parsed: string) => `line ${line} ${text}, parsed ${parsed}`,
    nothingToCompare: (text: string, line: number) => `line ${line} ${text}`,
    findings: (findings: number, measures: number, implied: number) =>
      `${findings} findings, ${measures} measures${implied > 0 ? ` (${implied} without a marker)` : ''}`,
    noFindings: 'No findings recognised; the text is kept as paragraphs',
    line: (line: number) => `line ${line}`,
    unmarked: 'no marker',
    headingOpen: 'no stop after the heading',
    noMeasures: 'no measures recognised',
    setAside: (count: number) => `${count} lines of page furniture are kept apart`,
    separator: ': ',
  },
} as const

/** The outline, lines joined with `\n`, without a line end at the end. */
export function outline(notice: Notice, language: Language): string {
  const say = words[language]
  const { counts, claims } = countsOf(notice)
  const { inspection, contact } = notice
  const period =
    inspection.from || inspection.to ? `${inspection.from ?? '?'}${say.to}${inspection.to ?? '?'}` : say.none
  const reach = [contact.telephone, contact.address, contact.email]
    .filter((each) => each !== null)
    .join(language === 'zh' ? '；' : '; ')
  const out = [
    notice.title || say.noTitle,
    `${say.inspected}${say.separator}${inspection.body ?? say.none}`,
    `${say.team}${say.separator}${inspection.team.join(language === 'zh' ? '、' : ', ') || say.none}`,
    `${say.onSite}${say.separator}${period}`,
    `${say.feedback}${say.separator}${inspection.feedbackOn ?? say.none}`,
    `${say.published}${say.separator}${notice.publishedOn ?? say.none}`,
    `${say.contact}${say.separator}${reach || say.none}`,
  ]
  if (claims.length > 0) {
    out.push('', say.claims)
    for (const { declared, parsed } of claims) out.push(`  ${claimLine(declared, parsed, language)}`)
  }
  out.push(
    '',
    counts.findings > 0 ? say.findings(counts.findings, counts.measures, counts.impliedMeasures) : say.noFindings,
  )
  let aspect: string | null = null
  for (const finding of notice.findings) {
    if (finding.aspect !== null && finding.aspect !== aspect) out.push('', finding.aspect)
    aspect = finding.aspect
    for (const line of findingLines(finding, language)) out.push(line)
  }
  if (notice.setAside.length > 0) out.push('', say.setAside(notice.setAside.length))
  return out.join('\n')
}

function claimLine(declared: Declared, parsed: number | null, language: Language): string {
  const say = words[language]
  return parsed === null
    ? say.nothingToCompare(declared.text, declared.line)
    : say.claim(declared.text, declared.line, `${parsed}`)
}

function findingLines(finding: ParsedFinding, language: Language): string[] {
  const say = words[language]
  const notes = [
    finding.status ? statusWords[language][finding.status.bucket] : '',
    finding.headingOpen ? say.headingOpen : '',
  ]
  const tail = notes.filter((note) => note !== '').map((note) => ` [${note}]`)
  const lines = [`${finding.number}. ${beginning(finding.heading)} (${say.line(finding.line)})${tail.join('')}`]
  for (const measure of finding.measures) {
    const marker = measure.marker ?? `(${measure.ordinal}, ${say.unmarked})`
    lines.push(`   ${marker} ${beginning(measure.text)} (${say.line(measure.line)})`)
  }
  if (finding.measures.length === 0) lines.push(`   ${say.noMeasures}`)
  return lines
}

function beginning(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ')]
  return characters.length > shown ? `${characters.slice(0, shown).join('')}…` : characters.join('')
}
