import { z } from 'zod'

/**
 * What a person can do to move a measure through its life (`ledger.md`, "Life of a measure"). `start` happens with the first
 * report; extension, move to long-term and "does not hold" are requests, decided by two others.
 */
export const measureActs = [
  'docket',
  'start',
  'apply',
  'endorse',
  'verify',
  'sign',
  'return',
  'review',
  'reopen',
] as const
export type MeasureAct = (typeof measureActs)[number]
export const measureActSchema = z.enum(measureActs)

/** Asked for, then decided by two: a later date; underway → ongoing; → unsubstantiated. */
export const requestKinds = ['extend', 'settle', 'withdraw'] as const
export type RequestKind = (typeof requestKinds)[number]
export const requestKindSchema = z.enum(requestKinds)
