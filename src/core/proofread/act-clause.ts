/**
 * One clause of a measure, reduced to what tells whether two clauses report the same act: who acted, what was counted,
 * which documents, and what remains of the words when those and the words of every report are taken away.
 */
import type { DocumentMention, Facts, NameMention, Notice } from '../notice/notice.ts'
import { type Bigrams, bigramsOf, likeness, sharedCount } from './bigrams.ts'
import { clausesOf, dealt, type Node } from './pieces.ts'

export type ActClause = {
  findingIndex: number
  measureIndex: number
  node: Node
  /** The words without punctuation, particles and subject. */
  key: string
  /** Who acted, when the clause names a unit first; null otherwise. */
  subject: string | null
  /** `value unit` of each quantity, sorted and joined; empty when there is none. */
  quantities: string
  /** The one quantity of the clause; null when it has none or several. */
  quantity: { value: number; unit: string } | null
  /** Titles of the documents, sorted and joined; empty when there is none. */
  documents: string
  documentVerb: DocumentMention['verb'] | null
  /** Bigrams of what the act is about; empty where nothing is counted. */
  topic: Bigrams
  /** Says enough by itself to be recognised elsewhere. */
  telling: boolean
}

const particles = /[^\p{L}\p{N}%]|已经|已|了|共计|共|目前|并(?=[\p{Script=Han}])/gu
const bodies = '党组会议|党组会|党组|党委|党支部|党员干部|全体党员|领导班子'
const unitThenVerb = new RegExp(
  `^(?:各|区|镇|乡|村)?[\\p{Script=Han}]{0,14}?(?:局|处|办|委|镇|乡|街道|公司|中心|政府|单位|${bodies})(?:${bodies})?(?=集中|组织|召开|开展|学习|就|对|制定|出台|印发|完善|聘请|邀请|完成|建立|督促)`,
  'u',
)
const bodyAtEnd = new RegExp(`(?:${bodies})$`, 'u')
const afterUnit = new RegExp(`^(?:${bodies})+`, 'u')
const reportWords =
  /开展|进行|组织|召开|专题|集中|专项|学习|培训|教育|会议|领域|相关|有关|等|工作|事宜|活动|情况|就|对|及|和|与|的|在|将/gu
/** Kinds of act: of two clauses that count the same about one topic, both must name one of them. */
const actKinds = [
  '培训',
  '会议',
  '推进会',
  '专题会',
  '检查',
  '排查',
  '学习',
  '研讨',
  '教育',
  '督查',
  '调度',
  '走访',
  '宣传',
  '回头看',
]

/** Clauses of all measures of a notice, in order. */
export function actClausesOf(notice: Notice): ActClause[] {
  const found: ActClause[] = []
  for (const [findingIndex, finding] of notice.findings.entries()) {
    for (const [measureIndex, measure] of finding.measures.entries()) {
      const clauses = clausesOf(measure)
      const quantities = dealt(clauses, measure.quantities)
      const documents = dealt(clauses, measure.documents)
      const names = dealt(clauses, measure.names)
      for (const [index, node] of clauses.entries()) {
        const facts = {
          quantities: quantities[index] ?? [],
          documents: documents[index] ?? [],
          names: names[index] ?? [],
        }
        found.push(reduced(findingIndex, measureIndex, node, facts))
      }
    }
  }
  return found
}

function reduced(
  findingIndex: number,
  measureIndex: number,
  node: Node,
  { quantities, documents, names }: Pick<Facts, 'quantities' | 'documents' | 'names'>,
): ActClause {
  const subject = subjectOf(node, names)
  const act = node.text.slice(subject?.length ?? 0)
  const key = actKey(act)
  const [only] = quantities
  return {
    findingIndex,
    measureIndex,
    node,
    key,
    subject: subject === null ? null : subject.replace(bodyAtEnd, ''),
    quantities: sorted(quantities, ({ value, unit }) => `${value} ${unit}`),
    quantity: only !== undefined && quantities.length === 1 ? { value: only.value, unit: only.unit } : null,
    documents: sorted(documents, ({ title }) => actKey(title)),
    documentVerb: documents[0]?.verb ?? null,
    topic: quantities.length > 0 ? topicOf(act, [...quantities, ...documents]) : none,
    telling: key.length >= 8 && (quantities.length > 0 || documents.length > 0 || key.length >= 14),
  }
}

/** Names of facts in one order, whatever order the clause has. */
const sorted = <Fact>(facts: readonly Fact[], nameOf: (fact: Fact) => string): string =>
  facts.length === 0 ? '' : facts.map(nameOf).sort().join('|')

const none: Bigrams = new Set()

function topicOf(act: string, facts: readonly Node[]): Bigrams {
  const words = facts.reduce((rest, fact) => rest.replace(fact.text, ' '), act)
  return bigramsOf(words.replace(reportWords, ' ').replace(particles, ''))
}

/** Wording without what does not change an act: punctuation, width of characters, particles. */
export const actKey = (text: string): string => text.normalize('NFKC').replace(particles, '')

function subjectOf(node: Node, names: readonly NameMention[]): string | null {
  const named = names.find(({ kind, column }) => kind === 'unit' && column === node.column)
  if (named === undefined) return unitThenVerb.exec(node.text)?.[0] ?? null
  const rest = node.text.slice(named.text.length)
  return named.text + (afterUnit.exec(rest)?.[0] ?? '')
}

const madeVerbs: readonly unknown[] = ['made', 'revised', 'issued']

/** Shorter words are alike by chance. */
export const shortestAlike = 8

/** True when two clauses, word for word or in other words, report what seems one act. Subjects are not compared. */
export function sameAct(a: ActClause, b: ActClause): boolean {
  if (a.key === b.key) return true
  if (a.documents !== b.documents) return false
  if (a.documents !== '') {
    // A rule is made once; a study session is the same one only when its count agrees.
    if (madeVerbs.includes(a.documentVerb) && madeVerbs.includes(b.documentVerb)) return true
    if (a.documentVerb === b.documentVerb && a.quantities !== '' && a.quantities === b.quantities) return true
  }
  if (a.quantities !== b.quantities) return false
  const alike = a.documents === '' || a.documentVerb === b.documentVerb
  if (
    alike &&
    Math.min(a.key.length, b.key.length) >= shortestAlike &&
    digitsOf(a) === digitsOf(b) &&
    likeness(bigramsOf(a.key), bigramsOf(b.key)) >= 0.8
  ) {
    return true
  }
  const narrow = Math.min(a.topic.size, b.topic.size)
  return (
    a.quantities !== '' &&
    narrow >= 2 &&
    sharedCount(a.topic, b.topic) === narrow &&
    actKinds.some((kind) => a.node.text.includes(kind) && b.node.text.includes(kind))
  )
}

/** Two acts with other years, days or counts are two acts. */
const digitsOf = ({ key }: ActClause): string => (key.match(/\d+/g) ?? []).sort().join(' ')

/** Two subjects that may be one: one is missing, or one name begins the other. */
export const sameSubject = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a)
