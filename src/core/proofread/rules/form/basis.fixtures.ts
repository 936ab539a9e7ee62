import { aNotice, type Fixtures } from '../fixture.ts'

const opening =
  '2023年5月8日至7月7日，市委第三巡察组对云岭区开展了巡察。2023年9月6日，市委第三巡察组向云岭区委反馈了意见。现就整改情况作如下通报：'

export const fixtures: Fixtures = {
  positive: [{ says: 'no regulation is named', text: aNotice({ opening }), at: ['专项巡察整改进展情况的通报'] }],
  negative: [{ says: 'the regulation is named', text: aNotice() }],
}
