/** Words that tell talk (study, training, meetings) from work. */
import type { Node } from '../../pieces.ts'

const talk =
  /学习|学深|学懂|研学|培训|研讨|传达|宣讲|党课|观看|旁听|会议(?!记录|纪要|材料|制度|室)|召开|教育|交流|批评与自我批评|自我检讨|对照检查|作检讨|表态|座谈|参会|宣传|领会|提高认识|思想认识|政治站位/
/** A meeting or lesson that only prepares for work is still talk; these words say that something was changed. */
const work =
  /补栽|补植|栽植|移栽|移交|移送|核减|扣除|扣减|追缴|追回|收缴|退还|退回|清退|清理|签订|签署|支付|拨付|追责|问责|处分|约谈|出台|制定(?![^，,。；;]*学习[^，,。；;]*计划)|修订|印发|废止|建立|完善(?![^，,。；;]*学习[^，,。；;]*计划)|验收|审计|结算|复核|复审|核查|核实|调查|排查|检查|巡查|督查|督促|责令|取点|测量|测绘|整改完成|完成[^，,。；;]{0,12}(?:整改|移交|补办|施工|改造|建设|审查)|补齐|补办|补签|归档|整理|更换|增补|替换|修复|拆除|恢复|复垦|聘请|回头看|转出|编制|扣分|公示|公开|考核|发现|帮助|解决|包保|招引|成立|减少|压减|降至|降到|提高到|规范[^，,。；;]{0,8}(?:程序|流程|手续|记录|行为|合同)/

/** What a document or a quoted name says is not what was done: 学习《审计法》 is no audit. */
const withoutNames = (text: string): string => text.replace(/《[^》]*》|“[^”]*”/g, '')

/** True when a text tells of something that was changed, made or checked. */
export const tellsOfWork = (text: string): boolean => work.test(withoutNames(text))

/** True when a measure tells of study, training and meetings and of nothing that was changed. */
export const isTalk = ({ text }: Node): boolean => talk.test(text) && !tellsOfWork(text)
