import type { Notice } from '../../../notice/notice.ts'
import { chineseNumber } from '../../../notice/numerals.ts'
import type { Span } from '../../../notice/span.ts'
import { groupsBy } from '../../groups.ts'
import { comparePlace, spanOf } from '../../pieces.ts'
import type { Found, Rule, Words } from '../../rule.ts'

type Entry = { place: Span; path: readonly string[]; label: string; number: number; finding: boolean }

/** Numbers of sections and findings: one after the other, none twice. */
export const headingSequence: Rule = {
  code: 'number/heading-sequence',
  severity: 'error',
  name: { zh: '标题或问题序号不连续', en: 'Numbers of headings or findings out of sequence' },
  explanation: {
    zh: {
      why: '问题序号跳号，读者会认为有问题没有公开；重号、倒序则无法准确引用。',
      fix: '按顺序重新编号；确有问题不公开的，在总述中说明。',
      example: '“3.”之后直接是“5.”：缺少第4个问题。',
    },
    en: {
      why: 'A gap looks as if a finding were withheld; doubles and steps back make references uncertain.',
      fix: 'Number them anew; where a finding is not published, say so in the summary.',
      example: '“3.” is followed by “5.”: number 4 is missing.',
    },
  },
  *check({ notice }) {
    let lastFinding: Entry | null = null
    const lastOfStyle = new Map<string, Entry>()
    const lists = groupsBy(entriesOf(notice), (entry) => `${parentOf(entry)}|${styleOf(entry.label)}`)
    for (const siblings of lists.values()) {
      // Numbers may begin anew under each heading or run on through the document.
      const [first] = siblings
      const running = first && lastOfStyle.get(styleOf(first.label))
      let before: Entry | null = first && running?.number === first.number - 1 ? running : null
      if (before === null && first?.finding) before = lastFinding
      for (const [index, entry] of siblings.entries()) {
        const follows = before !== null && entry.number === before.number + 1
        if (!follows && !(index === 0 && entry.number === 1)) yield found(before, entry)
        before = entry
      }
      if (before === null) continue
      lastOfStyle.set(styleOf(before.label), before)
      if (before.finding) lastFinding = before
    }
  },
}

function found(before: Entry | null, entry: Entry): Found {
  return before === null
    ? { ...spanOf(entry.place), message: firstMissing(entry) }
    : {
        ...spanOf(entry.place),
        message: wordsOn(before, entry),
        related: [{ ...spanOf(before.place), note: { zh: '前一个', en: 'the one before' } }],
      }
}

function entriesOf(notice: Notice): Entry[] {
  const entries: Entry[] = []
  const add = (place: Span, path: readonly string[], finding: boolean): void => {
    const label = path.at(-1) ?? ''
    const number = numberOf(label)
    if (number !== null) entries.push({ place, path, label, number, finding })
  }
  for (const section of notice.sections) if (section.marker !== null) add(section, section.path, false)
  for (const finding of notice.findings) if (finding.numbered) add(finding.headingSpan, finding.path, true)
  return entries.sort((a, b) => comparePlace(a.place, b.place))
}

const parentOf = (entry: Entry): string => entry.path.slice(0, -1).join('/')

/** `一`, `(一)`, `1`, `(1)` and `①` under one parent are lists of their own. */
const styleOf = (label: string): string =>
  label
    .replace(/\d+/g, '1')
    .replace(/[一二三四五六七八九十百]+/g, '一')
    .replace(/[①-⒇]/g, '①')

function numberOf(label: string): number | null {
  const bare = label.replace(/[()（）.、]/g, '')
  if (/^\d+$/.test(bare)) return Number(bare)
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(bare)
  return bare.length === 1 && circled >= 0 ? circled + 1 : chineseNumber(bare)
}

const firstMissing = (entry: Entry): Words => ({
  zh: `序号从“${entry.label}”开始，前面的序号缺失。`,
  en: `The numbers begin with “${entry.label}”: the ones before are missing.`,
})

function wordsOn(before: Entry, entry: Entry): Words {
  if (entry.number === before.number) {
    return { zh: `序号“${entry.label}”重复。`, en: `The number “${entry.label}” stands twice.` }
  }
  return entry.number > before.number
    ? {
        zh: `序号从“${before.label}”跳到“${entry.label}”，中间缺${entry.number - before.number - 1}个。`,
        en: `The numbers go from “${before.label}” to “${entry.label}”, ${entry.number - before.number - 1} missing.`,
      }
    : {
        zh: `序号“${entry.label}”排在“${before.label}”之后，顺序颠倒。`,
        en: `The number “${entry.label}” comes after “${before.label}”.`,
      }
}
