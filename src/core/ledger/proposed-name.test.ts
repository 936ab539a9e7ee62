import { expect, it } from 'vitest'
import { parseNotice } from '../notice/parse-notice.ts'
import { proposedName } from './proposed-name.ts'

const named = (title: string) => {
  const lines = [title, '2023年7月1日至8月30日，市委第三巡察组对云岭区开展了巡察。2023年10月8日，反馈了巡察意见。']
  return proposedName(parseNotice(lines))
}

it('a new inspection is named by the year of the feedback and the theme of the title', () => {
  expect(named('中共云岭区委关于城市绿化工程领域专项巡察整改进展情况的通报')).toBe('2023 城市绿化工程领域专项巡察')
  expect(named('关于巡察整改情况的通报')).toBe('2023 巡察')
})
it('without a theme by the year and the body, and by nothing where the text says nothing', () => {
  expect(named('整改情况公示')).toMatch(/^2023( 云岭区巡察)?$/)
  expect(proposedName(parseNotice(['']))).toBe('')
})
