/** What is wrong with a history, in one sentence for each fault. */
import type { Language } from '../proofread/diagnostic.ts'
import type { Fault } from './verify-history.ts'

type Sentences = { [Code in Fault['code']]: (fault: Extract<Fault, { code: Code }>) => string }

const zh: Sentences = {
  eventChanged: ({ event, seal }) => `记录 ${event} 的内容被改动${seal === null ? '' : `（第 ${seal} 次封存）`}`,
  eventMissing: ({ event, seal }) => `记录 ${event} 被删除（第 ${seal} 次封存）`,
  eventUnsealed: ({ event }) => `记录 ${event} 不在任何封存中，也不在待封存之列`,
  eventTwice: ({ event, seal }) => `记录 ${event} 被重复封存（第 ${seal} 次封存）`,
  sealChanged: ({ seal }) => `第 ${seal} 次封存被改动`,
  sealMissing: ({ seal }) => `缺少第 ${seal} 次封存`,
  sealMoved: ({ seal }) => `第 ${seal} 次封存不接上一次`,
  sealSignature: ({ seal }) => `第 ${seal} 次封存的签名不对`,
  truncated: ({ seal, last }) => `检查点有第 ${seal} 次封存，库中只到第 ${last} 次：末尾被截去`,
  checkpointDiffers: ({ seal }) => `第 ${seal} 次封存与库外检查点不符`,
  checkpointSignature: ({ seal }) => `检查点 ${seal} 的签名不对`,
}
const en: Sentences = {
  eventChanged: ({ event, seal }) => `Event ${event} was changed${seal === null ? '' : ` (seal ${seal})`}`,
  eventMissing: ({ event, seal }) => `Event ${event} was removed (seal ${seal})`,
  eventUnsealed: ({ event }) => `Event ${event} is in no seal and does not wait for one`,
  eventTwice: ({ event, seal }) => `Event ${event} was sealed twice (seal ${seal})`,
  sealChanged: ({ seal }) => `Seal ${seal} was changed`,
  sealMissing: ({ seal }) => `Seal ${seal} is missing`,
  sealMoved: ({ seal }) => `Seal ${seal} does not follow the one before`,
  sealSignature: ({ seal }) => `The signature of seal ${seal} is wrong`,
  truncated: ({ seal, last }) => `A checkpoint names seal ${seal}, the database ends with ${last}: the end was cut off`,
  checkpointDiffers: ({ seal }) => `Seal ${seal} differs from its checkpoint`,
  checkpointSignature: ({ seal }) => `The signature of checkpoint ${seal} is wrong`,
}
const sentences: Record<Language, Sentences> = { zh, en }

export const faultSentence = (fault: Fault, language: Language): string =>
  (sentences[language][fault.code] as (fault: Fault) => string)(fault)
