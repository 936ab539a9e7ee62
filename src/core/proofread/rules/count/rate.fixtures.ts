import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the rate counts what is basically done without saying so',
      text: aNotice({ organisation: '对反馈的28个问题，已完成26个，基本完成1个，持续推进1个，完成率96.4%。' }),
      at: ['96.4%'],
    },
    {
      says: 'the rate does not follow from its figures',
      text: aNotice({ organisation: '对反馈的28个问题，已完成26个，持续推进2个，完成率95%。' }),
      at: ['95%'],
    },
    {
      says: 'the rate names no total',
      text: aNotice({ organisation: '目前已完成26个，基本完成1个，完成率96.4%。' }),
      at: ['96.4%'],
    },
    {
      says: 'no whole number gives the rate',
      text: aNotice({ organisation: '对反馈的28个问题逐项整改，整改完成率95%。' }),
      at: ['95%'],
    },
    {
      says: 'the figures of a later check stand beside those of the findings',
      text: aNotice({
        organisation:
          '反馈的15个问题中，已完成13个、基本完成2个，完成率100%。开展专项检查3轮，发现问题132个，已整改128个，整改率97%。',
      }),
      at: ['100%'],
    },
    {
      says: 'a rate in a measure does not follow from the numbers beside it',
      text: aNotice({ findings: '1.缩短审批时限。一是受理申请211件，办结211件，办结率98.5%。' }),
      at: ['98.5%'],
    },
  ],
  negative: [
    {
      says: 'the rate is done by total',
      text: aNotice({ organisation: '对反馈的28个问题，已完成26个，持续推进2个，完成率92.9%。' }),
    },
    {
      says: 'the rate is cut, not rounded',
      text: aNotice({ organisation: '对反馈的28个问题，已完成26个，持续推进2个，完成率92.8%。' }),
    },
    {
      says: 'the definition is printed',
      text: aNotice({
        organisation: '对反馈的28个问题，已完成26个，基本完成1个，持续推进1个，完成率96.4%（含基本完成）。',
      }),
    },
    {
      says: 'a percentage in a measure is no completion rate',
      text: aNotice({ findings: '1.补植苗木。一是补植苗木成活率达到95%。' }),
    },
    {
      says: 'each rate follows from the numbers of its own sentence',
      text: aNotice({
        organisation:
          '反馈的15个问题中，已完成13个、正在推进2个，完成率86.7%。开展专项检查3轮，发现问题132个，已整改128个，整改率97%。',
      }),
    },
    {
      says: 'a rate in a measure follows from one of the numbers beside it',
      text: aNotice({ findings: '1.缩短审批时限。一是受理申请220件，转办30件，办结28件，办结率93.3%。' }),
    },
  ],
}
