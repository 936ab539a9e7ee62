/**
 * Names in a text. Units and projects are found by how they end; a name reaches back to the nearest word that no name
 * contains. What cannot be told from ordinary words is left out: a missing name costs less than a wrong one.
 */

import { matchesIn } from './matches-in.ts'
import type { NameMention } from './notice.ts'
import { peopleOf } from './people.ts'
import { inTitle, isFree, nodeOf, type Stretch, textOf, within } from './shade.ts'
import { actVerbs, lightVerbs } from './verbs.ts'

const cut = new RegExp(
  `[。;:,、!?()“”"《》【】<> 的和与及由向对将把被在经给予请于从到为是并已了各等让就因按同跟受或—]|${lightVerbs}|${actVerbs}|单位|邀请|督促|成立|要求|针对|配合|报送|补报|报请|包括|其中|目前|推动|联合|全区|全市|全县|利用|纳入|加强|强化|规范|研究|先后|个|届|对接|驻点|支持|责成|责令|会同|根据|结合|协助|指导|监督|重新|复算|过期|逾期|到期|送进|作出|选派|选聘|委托`,
  'g',
)
// The last word of a unit's name, and what must not follow it: 政府采购 is no government, 中心城区 no centre.
const unitWords =
  '委员会|办公室|公司(?!化)|集团(?!化)|街道办事处|街道(?!两侧|沿线|绿化|保洁|照明|清扫|路面)|社区(?!矫正)|居委会|村委会|巡察组|巡视组|事务所|研究院|设计院|中心(?!组|区|城|工作|任务|环节|思想|小学|学校|幼儿园|卫生院|[线点镇村校])|医院|学校|大学(?![习生])|学院|小学(?!生)|幼儿园|合作社|银行|支队|大队|政府(?!采购|投资|购买|专项|补贴|[债性令])'
// A single last character needs two before it, and must not be half of another word (处分, 局面, 站位, 补办, 所需).
const unitCharacters =
  '局(?![面部限势长域促])|处(?![分理置罚于在境所以方级事决长])|镇(?![区长村级域定压])|乡(?![村镇长级土愁贤间亲情])|委(?![托派员任屈以])|站(?![位在稳点长立台])|院(?![长内落校士区子线外墙])|所(?<=(?:财政|派出|司法|国土|资源|规划|看守|拘留|卫生|监督|监管|检疫|水利|水务|设计|戒毒|测绘|服务|林业|农技|土地|环保|税务|供电|交管|房管|质检|检测|检验|计量|公路|运管|鉴定|执法|城建|建设|环卫|园林|研究|科研)所)|办(?![法函理公案学好事结])(?<![补重督承主协经交查催申代兴创开联停领帮转移迁公民包合自速缓难未必]办)'
const unitEnd = new RegExp(
  `(?:${unitWords}|(?:${unitCharacters})(?<=[一-龥]{3}))(?!(?:工作|管理|考核|内部)?(?:制度|办法|规定|方案|会议|班子|意见|公开|项目|工程))`,
  'g',
)
const genericUnit =
  /^(?:建设|设计|施工|监理|责任|牵头|相关|有关|所属|各|全体|本|我|该|某|进|入|驻|乡|村|社|勘察|参建|审计|审核|检查|领导|服务|管理|数据|行政|工作|其他|结算|配合|项目|中心|党|专业|第三方|绿化|施工方|物业|保洁|区级|市级|县级|[一二三]级|乡镇|医疗)*(?:单位|公司|部门|处|局|办|委|所|站|中心|镇|乡|院|党委|党工委|政府|街道|社区|委员会|居委会|办公室|学校|医院|卫生院|学院)$/
const projectEnd =
  /(?:工程项目|建设项目|改造项目|治理项目|修复项目|项目|工程|产业园|示范区)(?!建设|[一-龥]?(?:负责|管理|领域|变更|进度|质量|资料|款|量|处|长|部|管|公司|局|中心|竣工|完工|施工|验收))/g
const genericProject =
  /^(?:(?:在建|重点|所有|全部|相关|有关|招商引资|建设|政府|投资|绿化|城市|重大|民生|竣工|完工|未竣工|一批|区级|省级|市级|中央|预算内|基础设施|部分|主要|实施|亿元|以上|上报|谋划|正在|多个|各类|该|本|新建|续建|开工|整改|巡察|审计|未完成|未|问题|老旧|改造|小区|施工|公共|工程|应审|未审|无|进度|不快|园林|水利|河道|道路|二期|一期|年度|核定|[一二三四五六七八九十两\d]+个|等|个))*(?:建设|改造|治理|工程)?(?:项目|工程|示范区|产业园)$/
const longestUnit = 30
const longestProject = 45

/** Names of a stretch in order of place. */
export function namesOf(stretch: Stretch): NameMention[] {
  const text = textOf(stretch)
  const found = peopleOf(stretch)
  const addresses = found.filter((name) => name.kind === 'address')
  const add = (kind: NameMention['kind'], from: number, to: number): void => {
    if (!isFree(stretch.shade, stretch.start + from, inTitle)) return
    const node = nodeOf(within(stretch, from, to))
    const isInAddress = addresses.some((other) => other.column <= node.column && node.endColumn <= other.endColumn)
    if (!isInAddress) found.push({ ...node, kind })
  }
  for (const [from, to] of runsBefore(text, unitEnd, longestUnit)) {
    const name = text.slice(from, to)
    if (name.length >= 3 && !genericUnit.test(name)) add('unit', from, to)
  }
  for (const [from, to] of runsBefore(text, projectEnd, longestProject)) {
    const name = text.slice(from, to)
    if (name.length >= 6 && !genericProject.test(name)) add('project', from, to)
  }
  found.sort((one, other) => one.column - other.column || one.endColumn - other.endColumn)
  return found.filter(({ kind, column, endColumn }, index) => {
    const previous = found[index - 1]
    return previous?.kind !== kind || previous.column !== column || previous.endColumn !== endColumn
  })
}

/** The runs of words before each end of a name, back to the nearest cut. */
function runsBefore(text: string, ends: RegExp, longest: number): [number, number][] {
  const runs: [number, number][] = []
  let floor = 0
  for (const match of matchesIn(text, ends)) {
    const to = match.index + match[0].length
    // A name longer than the window would be cut in the middle: say nothing rather than half a name.
    const from = Math.max(floor, to - longest - 1)
    const last = matchesIn(text.slice(from, match.index), cut).at(-1)
    if (last) floor = from + last.index + last[0].length
    if (to - floor > longest || !/[一-龥A-Za-z]/.test(text.charAt(floor))) continue
    // 青禾镇长河管理处: an end inside a longer name.
    if (runs.at(-1)?.[0] === floor) runs.pop()
    runs.push([floor, to])
  }
  return runs
}
