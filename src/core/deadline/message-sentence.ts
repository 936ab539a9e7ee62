/** A message in words. */
import type { Language } from '../proofread/diagnostic.ts'
import { type Facts, sentenceIn } from '../sentence.ts'
import { type MessageKind, messageKinds } from './messages.ts'

const isKind = (kind: string): kind is MessageKind => kind in messageKinds

/** @param kind as stored; one that this version does not know is shown by its name */
export const messageSentence = (kind: string, facts: Facts, language: Language): string =>
  isKind(kind) ? sentenceIn(messageKinds[kind], facts, language) : kind
