import { z } from 'zod'

/** States in the life of a measure (`ledger.md`, "Life of a measure"). */
export const measureStatuses = [
  'planned',
  'docketed',
  'underway',
  'applied',
  'endorsed',
  'verified',
  'signedOff',
  'ongoing',
  'unsubstantiated',
] as const
export type MeasureStatus = (typeof measureStatuses)[number]
export const measureStatusSchema = z.enum(measureStatuses)

/** Deadline kinds (`glossary.md`): 立行立改, 限期整改, 长期坚持, 边巡边改. */
export const measureKinds = ['immediate', 'fixedTerm', 'ongoing', 'duringInspection'] as const
export type MeasureKind = (typeof measureKinds)[number]
export const measureKindSchema = z.enum(measureKinds)
