import { expect, it } from 'vitest'
import { parseNotice } from '../../core/notice/parse-notice.ts'
import type { Inspection } from '../boot.ts'
import { targetInspection } from './target-inspection.ts'

const notice = parseNotice([
  '中共云岭区委关于巡察整改情况的通报',
  '2024年3月11日至5月24日，市委第七巡察组对云岭区开展了巡察。2024年7月5日，向云岭区委反馈了巡察意见。',
])
const inspection = (id: number, changed: Partial<Inspection> = {}): Inspection => ({
  ...notice.inspection,
  id,
  name: '巡察',
  counts: { findings: 1, causes: 0, measures: 1 },
  createdAt: '2025-01-01T00:00:00Z',
  ...changed,
})

it('a notice belongs to where the same file was written, or to the same body and days', () => {
  const other = inspection(3, { from: null })
  const same = { id: 5, appliedAt: '2025-01-01T00:00:00Z', inspectionId: 7 }
  expect(targetInspection({ notice, sameAs: same }, [inspection(4)])).toBe(7)
  expect(targetInspection({ notice, sameAs: null }, [other, inspection(4)])).toBe(4)
})

it('and to a new inspection where body or days differ, or the text names none', () => {
  expect(targetInspection({ notice, sameAs: null }, [inspection(4, { body: '清溪区' })])).toBeNull()
  const silent = parseNotice(['通报'])
  const empty = inspection(4, { body: null, from: null, feedbackOn: null })
  expect(targetInspection({ notice: silent, sameAs: null }, [empty])).toBeNull()
})
