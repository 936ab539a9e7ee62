/** Status of a finding: words, tags and first sentences that say how far its rectification is. */
import type { StatusMention } from './notice.ts'
import { nodeOf, type Stretch, textOf, within } from './shade.ts'

export type StatusBucket = StatusMention['bucket']

// Order matters: 基本完成并持续整改 contains 基本完成, which contains 完成.
const buckets: readonly [RegExp, StatusBucket][] = [
  [/不属实|查无实据|失实|不存在该问题/, 'unsubstantiated'],
  [/尚未|未完成|未整改|没有完成/, 'notDone'],
  [/部分(?:完成|整改|销号)|完成部分/, 'partlyDone'],
  [/基本(?:完成|整改到位|整改完成).{0,8}(?:持续|长期|坚持|推进)/, 'basicallyDoneContinuing'],
  [/基本(?:完成|整改|解决)/, 'basicallyDone'],
  [/长期坚持|常态坚持|长期整改|常态化(?:坚持|推进|整改)/, 'ongoing'],
  [/正在(?:整改|推进|办理|进行)|整改中|进行中|推进中|办理中/, 'underway'],
  [/持续(?:推进|整改|坚持|深化|跟进|巩固)/, 'continuing'],
  [/完成|已整改|整改到位|已销号|已办结|已解决/, 'done'],
]

/** The bucket of a status phrase; null when it says no status. */
export function statusBucket(phrase: string): StatusBucket | null {
  for (const [words, bucket] of buckets) if (words.test(phrase)) return bucket
  return null
}

const word =
  '(?:已经?|均已|目前已?|现已|尚未|尚|未|正在|基本|部分|全面|全部|整改|完成|到位|销号|办结|解决|落实|持续|长期|坚持|推进|深化|常态化|并|且|,|、|巩固|中|进行|办理|不属实|查无实据|转入)'
const subject =
  '(?:经(?:核查|调查|核实|查证|查|了解),?)?(?:目前,?|截至目前,?|现,?)?(?:(?:该|此|本|上述)(?:项|个|条|类)?(?:问题|事项|任务|整改事项|整改任务|情况)|整改(?:状态|情况)|问题)(?:目前)?(?:为|是)?[:,]?'
const sentence = new RegExp(`^(${subject})?(${word}{1,12})(?:了)?[。;!]?$`)

/** Reads a whole sentence that says nothing but the status (`该问题已完成整改。`); null for any other sentence. */
export function statusSentence(stretch: Stretch): StatusMention | null {
  if (stretch.end - stretch.start > 40) return null
  const match = sentence.exec(textOf(stretch))
  const phrase = match?.[2]
  if (!match || !phrase) return null
  const bucket = statusBucket(phrase)
  if (!bucket) return null
  // Without its subject a sentence must be unmistakable: 推进落实 alone is no status.
  if (match[1] === undefined && !/整改|完成|长期坚持|持续推进|销号/.test(phrase)) return null
  const start = match[1]?.length ?? 0
  return { ...nodeOf(within(stretch, start, start + phrase.length)), bucket }
}

/** Reads the words of a tag or a status block (`基本完成`, `已完成，长期坚持`); null when they say no status. */
export function statusTag(stretch: Stretch): StatusMention | null {
  if (stretch.end - stretch.start > 30) return null
  const bucket = statusBucket(textOf(stretch))
  return bucket ? { ...nodeOf(stretch), bucket } : null
}
