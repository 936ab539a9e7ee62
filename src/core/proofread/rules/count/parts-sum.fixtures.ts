import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'three kinds of measures make 27, the text says 28',
      text: aNotice({ organisation: '整改措施分为立行立改10项、限期整改12项、长期坚持5项，共28项。' }),
      at: ['28项'],
    },
    {
      says: 'status figures make 29 of 28 findings',
      text: aNotice({ organisation: '对反馈的28个问题，已完成26个，基本完成1个，持续推进2个。' }),
      at: ['28个'],
    },
    {
      says: 'the status figures are wrong beside other parts that are wrong too',
      text: aNotice({
        organisation:
          '对反馈的28个问题，已完成26个，基本完成1个，持续推进2个。问责35人，其中给予处分18人、诫勉谈话20人。',
      }),
      at: ['35人', '28个'],
    },
    {
      says: 'the parts of a sum in a measure are wrong',
      text: aNotice({ findings: '1.补植苗木。一是在东园补植香樟30株、桂花45株、海棠20株，共计100株。' }),
      at: ['100株'],
    },
  ],
  negative: [
    {
      says: 'the parts make the whole',
      text: aNotice({ organisation: '整改措施分为立行立改10项、限期整改12项、长期坚持6项，共28项。' }),
    },
    {
      says: 'the status figures make the whole',
      text: aNotice({ organisation: '对反馈的28个问题，已完成26个，基本完成1个，持续推进1个。' }),
    },
    {
      says: 'two totals stand side by side',
      text: aNotice({ findings: '1.签订协议。一是与施工单位签署廉洁协议共14份，与监理单位签署履职协议共21份。' }),
    },
    {
      says: 'only some of the whole are named',
      text: aNotice({ organisation: '对反馈的28个问题，其中涉及资料管理的6个、涉及合同管理的4个。' }),
    },
  ],
}
