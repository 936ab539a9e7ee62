import { aNotice, type Fixtures } from '../fixture.ts'

const opening = (feedback: string): string =>
  `按照市委安排，2023年5月8日至7月7日，市委第三巡察组对云岭区开展了巡察。${feedback}，市委第三巡察组向云岭区委反馈了意见。根据《中国共产党巡视工作条例》有关规定，现就整改情况作如下通报：`

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'feedback before the end of the inspection',
      text: aNotice({ opening: opening('2023年6月6日') }),
      at: ['2023年6月6日'],
    },
  ],
  negative: [
    { says: 'feedback after the end', text: aNotice() },
    { says: 'feedback on the last day', text: aNotice({ opening: opening('2023年7月7日') }) },
  ],
}
