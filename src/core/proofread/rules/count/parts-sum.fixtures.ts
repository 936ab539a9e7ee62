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
    {
      says: 'a verb stands between 共 and the total',
      text: aNotice({ findings: '1.整顿培训机构。一是取缔无证机构13家，停业整顿9家，共处理24家。' }),
      at: ['24家'],
    },
    {
      says: 'persons and occasions are added and the sum is wrong too',
      text: aNotice({ organisation: '谈话提醒12人次，党纪处分3人，组织处理5人，合计问责18人次。' }),
      at: ['18人次'],
    },
    {
      says: 'persons and occasions are added',
      text: aNotice({ organisation: '谈话提醒12人次，党纪处分3人，组织处理5人，共计20人次。' }),
      at: ['20人次'],
    },
    {
      says: 'classes by amount make more than the whole',
      text: aNotice({ findings: '1.清查维修项目。一是起底维修项目64个，其中20万元以下41个，20万元至50万元25个。' }),
      at: ['64个'],
    },
    {
      says: 'new and revised rules make fewer than all of them',
      text: aNotice({ organisation: '共健全制度11项，其中新建6项、修订4项。' }),
      at: ['11项'],
    },
    {
      says: 'meetings of two kinds make fewer than all meetings',
      text: aNotice({ organisation: '区委召开常委会会议8次、专题会议12次，累计召开会议21次。' }),
      at: ['21次'],
    },
    {
      says: 'what is left is not what was not done',
      text: aNotice({ findings: '1.盘活闲置资产。一是清查闲置房产47处，已盘活31处，剩余15处公开招租。' }),
      at: ['47处'],
    },
    {
      says: 'public and own funds make less than all of them',
      text: aNotice({ findings: '1.改造茶园。一是投入资金350万元，其中财政资金200万元、自筹140万元。' }),
      at: ['350万元'],
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
    {
      says: 'villages and communities are no parts of the problems solved there',
      text: aNotice({ findings: '1.走访群众。一是走访3个村、5个社区，共解决问题9个。' }),
    },
    {
      says: 'classes by amount make the whole',
      text: aNotice({ findings: '1.清查维修项目。一是起底维修项目64个，其中20万元以下41个，20万元至50万元23个。' }),
    },
    {
      says: 'two sentences of one paragraph have wholes of their own',
      text: aNotice({
        organisation: '反馈的15个问题，已完成13个、基本完成2个。开展专项检查3轮，发现问题132个，已整改128个。',
      }),
    },
    {
      says: 'what is left is what was not done',
      text: aNotice({
        findings:
          '1.盘活闲置资产。一是清查闲置房产47处，已盘活31处，剩余16处公开招租。二是清理往来款63笔，核销18笔，其余45笔逐笔核对。三是巡查9次，排查项目64个，整改12个，其余52个没有问题。',
      }),
    },
  ],
}
