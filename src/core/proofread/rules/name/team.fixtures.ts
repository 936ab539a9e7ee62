import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the title of the plan gives the team another name',
      text: aNotice({ organisation: '制定《市委第三专项巡察组反馈问题任务分解表》。' }),
      at: ['第三专项巡察组'],
    },
    {
      says: 'one team inspects and another gives the feedback',
      text: aNotice({
        opening:
          '2023年5月8日至7月7日，市委第三巡察组对云岭区开展了巡察。2023年9月6日，市委第二巡察组向云岭区委反馈了意见。',
      }),
      at: ['第二巡察组'],
    },
  ],
  negative: [
    { says: 'one name throughout', text: aNotice() },
    { says: 'two teams with two numbers', text: aNotice({ organisation: '市委第五巡察组同期巡察了青禾镇。' }) },
    { says: 'the team without its number', text: aNotice({ organisation: '巡察组反馈的问题已逐项分解。' }) },
    {
      says: 'two teams share one inspection',
      text: aNotice({
        opening:
          '2023年5月8日至7月7日，市委第三巡察组、第五巡察组对云岭区开展了巡察。2023年9月6日，市委第五巡察组向云岭区委反馈了意见。',
      }),
    },
  ],
}
