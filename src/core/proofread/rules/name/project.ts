import { groupsBy } from '../../groups.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { likelyOneName, twoNames } from './one-name.ts'
import { placeNameOf, placeRemover } from './place-name.ts'

/** One public-works project under two names. */
export const project: Rule = {
  code: 'name/project',
  severity: 'warning',
  name: { zh: '同一项目疑有两个名称', en: 'One project under two names' },
  explanation: {
    zh: {
      why: '项目名称不一致，合同、结算和移交资料对不上，读者也会以为是两个项目。',
      fix: '以立项批复的项目名称为准，全文统一；第一次出现写全称，并注明以下简称。',
      example: '前文“青禾湖生态环境修复项目”，后文“青禾湖生态修复项目”。',
    },
    en: {
      why: 'With two names a project cannot be matched with its contract, settlement and handover, and looks like two projects.',
      fix: 'Use the name of the approval throughout; give the full name first and announce the short one.',
      example: 'First “青禾湖生态环境修复项目”, later “青禾湖生态修复项目”.',
    },
  },
  *check({ notice, passages }) {
    const withoutPlace = placeRemover(placeNameOf(notice))
    const projects = [
      ...groupsBy(
        passages.flatMap((passage) => passage.names.filter((name) => name.kind === 'project')),
        (name) => name.text.normalize('NFKC'),
      ).entries(),
    ].map(([name, mentions]) => ({ full: name, name: withoutPlace(name), mentions }))
    for (const [first, second] of twoNames(projects, areOne)) {
      const [one, other] = [first.mentions[0], second.mentions[0]]
      if (!one || !other) continue
      yield {
        ...spanOf(other),
        message: {
          zh: `“${other.text}”与“${one.text}”疑为同一项目，名称应统一。`,
          en: `“${other.text}” and “${one.text}” seem to be one project: use one name.`,
        },
        related: [...first.mentions, ...second.mentions.slice(1)].map((mention) => ({
          ...spanOf(mention),
          note: { zh: mention.text, en: mention.text },
        })),
      }
    }
  },
}

type Named = { full: string; name: string }

/** The bare end of a long name is a usual short form; another beginning is another name. */
const areOne = (a: Named, b: Named): boolean =>
  !a.full.endsWith(b.full) && !b.full.endsWith(a.full) && (a.name === b.name || likelyOneName(a.name, b.name))
