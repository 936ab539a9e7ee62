import { matchesIn } from '../../../notice/matches-in.ts'
import { groupsBy } from '../../groups.ts'
import type { Passage } from '../../passages.ts'
import { comparePlace, type Node, pieceOf, spanOf, within } from '../../pieces.ts'
import type { Rule } from '../../rule.ts'
import { noName, surname } from './surnames.ts'

/** State leaders are named in the documents that are studied; that is no personal datum. */
const leaders = /习近平|毛泽东|邓小平|江泽民|胡锦涛|李强|李克强|赵乐际|王沪宁|蔡奇|丁薛祥|李希|韩正|孙中山|雷锋|焦裕禄/
const offices =
  '书记|副书记|主任|副主任|局长|副局长|镇长|副镇长|区长|副区长|县长|副县长|乡长|副乡长|处长|科长|所长|站长|院长|校长|经理|董事长|负责人|委员|干部|职工|党员|村民|居民|会计|出纳|教师|老师|医生|护士|民警|司机|队长|组长|支书'
/** Two or three characters; 某 in the place of a given name is already redacted. */
const name = `${surname}(?!某|姓)[\\p{Script=Han}]{1,2}`
const full = `${surname}(?!某|姓)[\\p{Script=Han}]{2}`
const misdeeds = '挪用|侵占|贪污|违规|违纪|违法|涉嫌|收受|失职|失责|擅自|虚报|套取|骗取'
/** After an office a name stands before what was done to the person; before a comma only a full name is taken for one. */
const named = new RegExp(
  `(?:${offices})(?:(${name}?)(?=同志|等\\d|等人|被|给予|受到)|(${full})(?=[，,、。；（(]|${misdeeds}))|(?<=[，,。；、：:“]|对|给予|由|经|查明|^)(${name}?)(?=同志|等\\d+[名人位])`,
  'gu',
)
/** The name of a natural person. */
export const personName: Rule = {
  code: 'privacy/person-name',
  severity: 'warning',
  name: { zh: '出现自然人姓名', en: 'The name of a natural person' },
  explanation: {
    zh: {
      why: '通报公开后长期留在网上。普通人员的姓名属于个人信息，公开必须有依据。',
      fix: '改为职务或者“王某”“李某某”；依法应当公开的，经审核后保留。',
      example: '“对项目管理员陈志远给予提醒谈话”改为“对1名项目管理人员给予提醒谈话”。',
    },
    en: {
      why: 'A published notice stays on the web for years. Names are personal data and need a legal basis.',
      fix: 'Give the office, or “王某”; keep the name only where the law requires it and somebody has approved it.',
      example: '“职工陈志远被提醒谈话” becomes “1名职工被提醒谈话”.',
    },
  },
  *check({ notice, passages }) {
    const answerable = notice.findings.flatMap((finding) =>
      finding.blocks.filter(({ kind }) => kind === 'leader' || kind === 'officer'),
    )
    const starts = new Set(answerable.map(({ line, column }) => `${line}:${column}`))
    const mentions = passages.flatMap((passage) => {
      const inBlock = passage.role === 'block' && starts.has(`${passage.line}:${passage.column}`)
      return personsIn(passage)
        .filter((place) => place.line !== notice.contact.line)
        .map((place) => ({ place, key: inBlock ? '' : place.text }))
    })
    for (const [key, group] of groupsBy(mentions, (each) => each.key)) {
      const [first, ...others] = group.map(({ place }) => place)
      if (!first) continue
      const count = group.length
      yield {
        ...spanOf(first),
        // Who answers is often meant to be published: one question for all of them.
        ...(key === '' ? { severity: 'hint' as const } : {}),
        message:
          key === ''
            ? {
                zh: `责任领导、责任人写了姓名${count > 1 ? `，共${count}处` : ''}，公开前应核实是否改为职务。`,
                en: `Those responsible are given by name${count > 1 ? ` in ${count} places` : ''}: check whether their offices should stand there.`,
              }
            : {
                zh: `“${first.text}”疑为自然人姓名，公开前应核实是否需要隐去。`,
                en: `“${first.text}” looks like the name of a person: check whether it may be published.`,
              },
        related: others.map((place) => ({ ...spanOf(place), note: { zh: place.text, en: place.text } })),
      }
    }
  },
}

/** Persons that the parser or this rule's own pattern finds in a passage, each once. */
function personsIn(passage: Passage): Node[] {
  const places: Node[] = matchesIn(passage.text, named).map((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? ''
    const start = match.index + match[0].indexOf(written)
    return pieceOf(passage, start, start + written.length)
  })
  for (const mention of passage.names) {
    const known = places.some((place) => within(mention, place) || within(place, mention))
    if (mention.kind === 'person' && !known) places.push(mention)
  }
  return places.filter(({ text }) => !leaders.test(text) && !/某/.test(text) && !noName.test(text)).sort(comparePlace)
}
