/**
 * The value a notice parses to: what `bihuan parse --json` prints and what every later step reads.
 * Nothing in it is repaired: each node carries its place in the source, and `textAt(lines, node)` gives `node.text`.
 */
import { z } from 'zod'
import { daySchema } from '../deadline/day.ts'
import { spanShape } from './span.ts'

const node = { ...spanShape, text: z.string() }

/** Where the year of a date comes from: written in the date itself, taken from an earlier date, or nowhere. */
export const yearSources = ['written', 'context', 'none'] as const

/** A date or period as written. `from`/`to` are null when the date is impossible or has no year to take. */
export const dateMentionSchema = z.object({
  ...node,
  precision: z.enum(['day', 'month', 'quarter', 'year', 'period']),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  yearSource: z.enum(yearSources),
  /** False for a date the calendar does not have (2月30日, 13月). */
  possible: z.boolean(),
})

/** A number with its unit (`1186棵`, `三笔`, `37.5万元`, `95%`). `value` is in `unit` as written, never converted. */
export const quantitySchema = z.object({
  ...node,
  value: z.number(),
  unit: z.string(),
  /** `余`, `多`, `近`, `约` …: the number is not exact. */
  approximate: z.boolean(),
  /** What is counted, when the clause says so next to the number (`缺失部分苗木`, `招投标专题培训`). */
  noun: z.string().nullable(),
  /** The act that produced it (`补栽`, `开展`, `召开`). */
  verb: z.string().nullable(),
})

export const documentVerbs = ['made', 'revised', 'repealed', 'issued', 'studied', 'followed', 'mentioned'] as const

/** A document in 《》. `title` is without the outer brackets; nested 〈〉 are kept as written. */
export const documentMentionSchema = z.object({
  ...node,
  title: z.string(),
  verb: z.enum(documentVerbs),
  verbText: z.string().nullable(),
})

export const deadlineKinds = ['immediate', 'fixedTerm', 'ongoing', 'duringInspection'] as const

/** A deadline phrase (`2024年底前，并长期坚持`). */
export const deadlineMentionSchema = z.object({
  ...node,
  kind: z.enum(deadlineKinds),
  by: daySchema.nullable(),
  thenOngoing: z.boolean(),
})

export const nameKinds = ['unit', 'project', 'person', 'telephone', 'idNumber', 'email', 'address'] as const

/** A unit, project, natural person or personal datum named in the text. */
export const nameMentionSchema = z.object({ ...node, kind: z.enum(nameKinds) })

/** What is recognised inside any stretch of text. */
export const factsShape = {
  dates: z.array(dateMentionSchema),
  quantities: z.array(quantitySchema),
  documents: z.array(documentMentionSchema),
  deadlines: z.array(deadlineMentionSchema),
  names: z.array(nameMentionSchema),
}

/** Buckets of status words (glossary of `notices.md`). */
export const statusBuckets = [
  'done',
  'basicallyDone',
  'basicallyDoneContinuing',
  'underway',
  'continuing',
  'ongoing',
  'partlyDone',
  'notDone',
  'unsubstantiated',
] as const
export const statusMentionSchema = z.object({ ...node, bucket: z.enum(statusBuckets) })

/** One measure under a finding. `text` excludes the marker. */
export const parsedMeasureSchema = z.object({
  ...node,
  /** 1-based place in the finding, as the markers say (`二是` → 2) or, without a marker, as it follows. */
  ordinal: z.number().int().positive(),
  /** The marker as written (`一是`, `六`, `（1）`, `①`); null when the text has none. */
  marker: z.string().nullable(),
  /** True where no marker stands in the text and the parser says that an act begins here. */
  implied: z.boolean(),
  ...factsShape,
})

export const blockKinds = [
  'problem',
  'cause',
  'measure',
  'result',
  'nextStep',
  'leader',
  'unit',
  'officer',
  'deadline',
  'status',
  'other',
] as const

/** A labelled part of a finding (`存在问题：…`, `责任单位：…`); `text` excludes the label. */
export const blockSchema = z.object({ ...node, kind: z.enum(blockKinds), label: z.string(), ...factsShape })

export const parsedFindingSchema = z.object({
  /** From heading to the end of the last measure. */
  ...spanShape,
  /** The number as counted by readers: `1`, `2` … as written, or the running number when the text has none. */
  number: z.string(),
  /** True where the text numbers the finding (`3.`, `（二）`), false where the number was counted by the parser. */
  numbered: z.boolean(),
  /** Numbers of the headings above and of the finding itself: `["二", "(二)", "7"]`, brackets normalised to half width. */
  path: z.array(z.string()),
  aspect: z.string().nullable(),
  /** Heading without number and closing stop, as the text has it. */
  heading: z.string(),
  headingSpan: z.object(spanShape),
  /** True when the heading runs into its text without a full stop (`1.强化理论学习一是…`). */
  headingOpen: z.boolean(),
  /** The problem in the inspectors' words, when quoted or given in a 存在问题 block. */
  original: z.string().nullable(),
  status: statusMentionSchema.nullable(),
  /** Text between heading and first measure that is no measure itself. */
  lead: z.array(z.object({ ...node, ...factsShape })),
  causes: z.array(z.object({ ...node, ...factsShape })),
  measures: z.array(parsedMeasureSchema),
  blocks: z.array(blockSchema),
})

export const sectionSchema = z.object({
  ...node,
  level: z.number().int().min(1).max(5),
  marker: z.string().nullable(),
  path: z.array(z.string()),
  heading: z.string(),
})

export const declaredKinds = [
  'aspect',
  'finding',
  'manifestation',
  'cause',
  'measure',
  'task',
  'regulation',
  'meeting',
  'study',
  'training',
  'done',
  'basicallyDone',
  'underway',
  'notDone',
  'ongoing',
  'rate',
  'accountability',
  'money',
  'other',
] as const

/** A number the text claims about the rectification as a whole (28个问题, 完成率92.9%, 问责0人). */
export const declaredSchema = z.object({
  what: z.enum(declaredKinds),
  value: z.number(),
  unit: z.string(),
  ...node,
})

export const noticeSchema = z.object({
  schema: z.literal('bihuan.notice/1'),
  /** Lines of the title joined; empty when the text has none. */
  title: z.string(),
  titleLines: z.array(z.object(node)),
  inspection: z.object({
    body: z.string().nullable(),
    /** Every name the text gives the team, in order of first use. */
    team: z.array(z.string()),
    from: daySchema.nullable(),
    to: daySchema.nullable(),
    feedbackOn: daySchema.nullable(),
    basis: z.array(z.string()),
  }),
  /** Day of publication from page furniture or signature; null when the text has none. */
  publishedOn: daySchema.nullable(),
  declared: z.array(declaredSchema),
  sections: z.array(sectionSchema),
  /** Paragraphs outside findings: preamble, organisation, statistics, next steps. */
  prose: z.array(z.object({ ...node, path: z.array(z.string()), ...factsShape })),
  findings: z.array(parsedFindingSchema),
  contact: z.object({
    telephone: z.string().nullable(),
    address: z.string().nullable(),
    email: z.string().nullable(),
    line: z.number().int().positive().nullable(),
  }),
  /** Page furniture: kept, but no part of the notice. */
  setAside: z.array(z.object(node)),
})

export type Notice = z.infer<typeof noticeSchema>
export type ParsedFinding = z.infer<typeof parsedFindingSchema>
export type ParsedMeasure = z.infer<typeof parsedMeasureSchema>
export type Block = z.infer<typeof blockSchema>
export type Section = z.infer<typeof sectionSchema>
export type Declared = z.infer<typeof declaredSchema>
export type DateMention = z.infer<typeof dateMentionSchema>
export type Quantity = z.infer<typeof quantitySchema>
export type DocumentMention = z.infer<typeof documentMentionSchema>
export type DeadlineMention = z.infer<typeof deadlineMentionSchema>
export type NameMention = z.infer<typeof nameMentionSchema>
export type StatusMention = z.infer<typeof statusMentionSchema>
export type Facts = Pick<ParsedMeasure, 'dates' | 'quantities' | 'documents' | 'deadlines' | 'names'>
