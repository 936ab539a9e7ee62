import { aNotice, type Fixtures } from '../fixture.ts'

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
  ],
}
