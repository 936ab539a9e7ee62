import type { DocumentMention } from '../../../notice/notice.ts'
import { groupsBy } from '../../groups.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { likelyOneName, twoNames } from './one-name.ts'
import { placeNameOf, placeRemover } from './place-name.ts'

/** One document cited under two titles. */
export const document: Rule = {
  code: 'name/document',
  severity: 'warning',
  name: { zh: '同一文件疑有两个名称', en: 'One document under two titles' },
  explanation: {
    zh: {
      why: '同一制度写成两个名称，读者会以为是两项制度，制度数会多计，也查不到原文。',
      fix: '以印发的文件标题为准，全文统一；确是两个文件的，写明文号。',
      example: '前文《云岭区“河长”负责制》，后文《云岭区“河长”责任制》。',
    },
    en: {
      why: 'A rule under two titles looks like two rules, is counted twice, and cannot be looked up.',
      fix: 'Use the title as issued throughout; where there are two documents, give their numbers.',
      example: 'First 《云岭区“河长”负责制》, later 《云岭区“河长”责任制》.',
    },
  },
  *check({ notice, passages }) {
    const withoutPlace = placeRemover(placeNameOf(notice))
    const titles = [
      ...groupsBy(
        passages.flatMap((passage) => passage.documents),
        (mention) => plainTitle(mention.title),
      ).entries(),
    ].map(([title, mentions]) => ({ name: withoutPlace(title), mentions }))
    for (const { mentions } of titles) {
      if (mentions.length === 1) continue
      const wrapped = mentions.find((mention) => isWrapped(mention))
      const bare = mentions.find((mention) => !isWrapped(mention))
      if (wrapped && bare) yield twoTitles(bare, wrapped, mentions)
    }
    for (const [first, second] of twoNames(titles, (a, b) => likelyOneName(a.name, b.name))) {
      const [one, other] = [first.mentions[0], second.mentions[0]]
      if (one && other) yield twoTitles(one, other, [...first.mentions, ...second.mentions.slice(1)])
    }
  },
}

/** A notice that issues a document: both have a title, and one is told for the other. */
const wrapper = /^(?:[\p{Script=Han}]{2,20}?)?关于(?:印发|转发|发布|颁布)[〈《<](.+?)[〉》>]的(?:通知|公告|决定)$/u

const isWrapped = (mention: DocumentMention): boolean => wrapper.test(mention.title)

/** The title without quotes, blanks and the covering 关于印发〈…〉的通知. */
function plainTitle(title: string): string {
  const inner = (title.includes('关于') ? wrapper.exec(title)?.[1] : undefined) ?? title
  return inner.normalize('NFKC').replace(/[\s“”"'‘’〈〉《》<>()]/g, '')
}

function twoTitles(one: DocumentMention, other: DocumentMention, mentions: readonly DocumentMention[]) {
  return {
    ...spanOf(other),
    message: {
      zh: `《${other.title}》与《${one.title}》疑为同一文件，名称应统一。`,
      en: `《${other.title}》 and 《${one.title}》 seem to be one document: use one title.`,
    },
    related: mentions
      .filter((mention) => mention !== other)
      .map((mention) => ({ ...spanOf(mention), note: { zh: mention.text, en: mention.text } })),
  }
}
