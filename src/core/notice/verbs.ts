/** Verbs of official texts, longest first where one contains another; for use inside regular expressions. */

/** Verbs that take an event or a document as their object: 开展培训, 召开会议, 制定办法. */
export const lightVerbs =
  '组织开展|集中开展|组织召开|组织|开展|召开|举办|举行|进行|参加|观看|制定|制订|出台|建立健全|建立完善|建立|新签订|签订|签署|支付|聘请|完成|梳理|印发|编制|实施|通过'

/** Verbs that name the act itself: 补栽, 核减, 学习. */
export const actVerbs =
  '补栽|补植|栽植|种植|移栽|替换|增补|更换|修订|完善|学习|传达|核查|排查|检查|巡查|查找|发现|制止|整改|核减|扣除|收缴|退缴|追缴|追回|挽回|处理|问责|追责|约谈|谈话|查处|处分|办理|办结|化解|解决|移交|转出|落户|招引|引进|谋划|上报|旁听|新增|调整|受理|收到|走访|调度|协调|抽查|取点|培训|开工|建成|清理|清运|拆除|整治|修复|更新|落实|推进|确认|涉及|节约|投入|安排|下达|拨付|发放|提醒|通报|批评|警示|立案|移送|召集|包保|围绕|反馈|指出|减少|增加|补付|补充|回收|返还|审计|审减|补齐|销号|达到|观摩|研讨|座谈'
