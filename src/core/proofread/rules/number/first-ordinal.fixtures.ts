import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the list begins with 二是',
      text: aNotice({
        findings:
          '1.完善巡查机制。区、镇、村三级开展巡查88次。二是出台《云岭区河道巡查办法》。三是制定《云岭区巡查问题移交办法》。',
      }),
      at: ['开展巡查88次'],
    },
  ],
  negative: [
    { says: 'the list begins with 一是', text: aNotice() },
    { says: 'measures without ordinals', text: aNotice({ findings: '1.完善巡查机制。区、镇、村三级开展巡查88次。' }) },
  ],
}
