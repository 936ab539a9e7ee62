import type { Day } from '../../../deadline/day.ts'
import { aNotice, type Fixtures } from '../fixture.ts'

const knownOn = '2024-01-10' as Day

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the tag says done, the measure plans',
      text: aNotice({ findings: '1.落实移交手续【已完成】\n\n一是移交绿地3处。二是计划于2024年9月移交其余绿地2处。' }),
      at: ['计划于'],
    },
    {
      says: 'the summary says all is done',
      text: aNotice({
        organisation: '目前，反馈问题已全部整改完成。',
        findings: '1.落实移交手续。一是移交绿地3处，其余2处正在办理移交。',
      }),
      at: ['正在办理'],
    },
    {
      says: 'the measure has a deadline that lies after the publication',
      text: aNotice({ findings: '1.落实移交手续【已完成】\n\n一是移交绿地3处。二是其余绿地2处2024年6月底前移交。' }),
      at: ['2024年6月底前'],
      knownOn,
    },
  ],
  negative: [
    {
      says: 'more of the same is promised of what is done',
      text: aNotice({ findings: '1.落实移交手续【已完成】\n\n一是移交绿地3处。二是将进一步加强移交后的管护。' }),
    },
    {
      says: 'done and told as done',
      text: aNotice({ findings: '1.落实移交手续【已完成】\n\n一是移交绿地3处。二是将验收资料归档，签订管养合同2份。' }),
    },
    {
      says: 'a plan under a finding still open',
      text: aNotice({
        findings: '1.落实移交手续【正在整改】\n\n一是移交绿地3处。二是计划于2024年9月移交其余绿地2处。',
      }),
    },
    {
      says: 'the deadline has passed when the notice is published',
      text: aNotice({ findings: '1.落实移交手续【已完成】\n\n一是移交绿地3处。二是其余绿地2处2023年底前移交。' }),
      knownOn,
    },
    {
      says: 'the deadline is one that others were set',
      text: aNotice({
        findings: '1.落实移交手续【已完成】\n\n一是移交绿地3处。二是印发通知，要求各镇2024年6月底前全面自查。',
      }),
      knownOn,
    },
  ],
}
