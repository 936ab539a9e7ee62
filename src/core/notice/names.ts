/** Names in a text: units, projects, natural persons, and personal data (telephone, identity number, e-mail, address). */
import type { NameMention } from './notice.ts'
import { inTitle, isFree, nodeOf, type Stretch, textOf, within } from './shade.ts'

type Kind = NameMention['kind']

const patterns: readonly [Kind, RegExp][] = [
  ['idNumber', /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g],
  ['telephone', /(?<![\d-])(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9})(?![\d-])/g],
  ['email', /(?<![\w.@-])[\w-][\w.-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g],
]
const address = /(?:地址|住址)[:] ?/g
const cut =
  /[。;:,、!?()“”"《》【】<> 的和与及由向对将把被在经给请于从到为是并已了各等让就因按同跟受或]|开展|组织|邀请|督促|召开|成立|要求|通过|针对|聘请|发现|进行|协调|配合|移交|报送|完成|涉及|包括|其中|目前|推动|推进|约谈|联合|原|全区|全市|全县/
const unitEnd =
  /(?:委员会|办公室|管理处|工程处|管理局|公司|集团|街道办事处|街道|社区|居委会|村委会|党组|党委|党支部|支部|巡察组|巡视组|事务所|研究院|设计院|分局|中心|医院|学校|银行|(?<=[一-龥]{2})(?:局|处|镇|乡|区委|市委|县委|政府|委|办|站|所|院))(?![一-龥]{0,2}(?:制度|办法|规定|方案|会议|班子|意见|公开|项目|工程))/g
const genericUnit =
  /^(?:建设|设计|施工|监理|责任|牵头|相关|有关|各|全体|本|该|某|勘察|参建|审计|审核|检查|领导|服务|管理|数据|行政|工作|其他|结算|配合|项目|中心|党)*(?:单位|公司|部门|处|局|办|委|所|站|中心|镇|乡|院|支部|党支部|党组|党委|政府|街道|社区|委员会|办公室)$/
const projectEnd =
  /(?:工程项目|建设项目|改造项目|治理项目|修复项目|项目|工程|产业园|示范区)(?![一-龥]?(?:负责|管理|建设处|建设管理|领域|变更|进度|质量|资料|款|量|处|长|部|管|公司|局|中心|竣工|完工|施工|验收))/g
const genericProject =
  /^(?:(?:在建|重点|所有|全部|相关|有关|招商引资|建设|政府|投资|绿化|城市|重大|民生|竣工|未竣工|一批|区级|省级|市级|中央|预算内|基础设施|部分|主要|实施|亿元|以上|上报|谋划|正在|多个|各类|该|本|新建|续建|开工|整改|巡察|审计|未完成|未|问题|老旧|改造|小区|施工|公共|工程|进度|不快|园林|水利|河道|道路|二期|一期|年度|[一二三四五六七八九十两\d]+个|等|个))*(?:建设|改造|治理|工程)?(?:项目|工程|示范区|产业园)$/
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const masked = new RegExp(`([${surnames}](?:某某?|[×Xx*]{1,2}))(?![一-龥]?(?:项|些|个|种|年|日|月))`, 'g')
const comrade = new RegExp(
  `(?<=^|[。;:,、!?() 对由给予])([${surnames}][一-龥]{1,2})(?=同志|\\((?:男|女)|(?:任|担任)组长)`,
  'g',
)
const titled = new RegExp(
  `(?:书记|局长|处长|主任|镇长|乡长|科长|经理|组长|委员|主席|区长|市长|县长|所长|站长|股长|会计|出纳|干部|负责人|当事人|举报人|信访人|上访人|责任人|联系人|公职人员)[:]?([${surnames}][一-龥]{1,2})(?=[。;:,、!?() ]|同志|等|于|在|违|因|进行|的|$)`,
  'g',
)
const notPerson =
  /^(?:任务|文件|方案|方面|方式|高度|高质|石化|金额|金融|常态|常委|江河|田间|白天|马上|万元|康养|成员|安排|安全|严格|程序|程度|余额|段落|史料|任何|任职|于是|武装|常务|夏季|文明|文化|江苏|江西|黄河|金属|顾问|毛利|龙头|于今|何时|许可|应当|时任|易地|易于|林业|林长|水利|高标|高效|周期|周边|温馨|方法|万名)/

/** Names of a stretch in order of place; overlapping ones are kept when their kinds differ. */
export function namesOf(stretch: Stretch): NameMention[] {
  const text = textOf(stretch)
  const found: NameMention[] = []
  const add = (kind: Kind, from: number, to: number): void => {
    if (to > from && isFree(stretch.shade, stretch.start + from, inTitle))
      found.push({ ...nodeOf(within(stretch, from, to)), kind })
  }
  for (const [kind, form] of patterns)
    for (const match of text.matchAll(form)) add(kind, match.index, match.index + match[0].length)
  for (const match of text.matchAll(address)) {
    const from = match.index + match[0].length
    const length = text.slice(from, from + 80).search(/[。;,]|$| {2}/)
    add('address', from, from + length)
  }
  for (const [from, to] of runsBefore(text, unitEnd, 24)) {
    const name = text.slice(from, to)
    if (name.length >= 3 && !genericUnit.test(name)) add('unit', from, to)
  }
  for (const [from, to] of runsBefore(text, projectEnd, 40)) {
    const name = text.slice(from, to)
    if (name.length >= 6 && !genericProject.test(name)) add('project', from, to)
  }
  for (const form of [masked, comrade, titled]) {
    for (const match of text.matchAll(form)) {
      const name = match[1] ?? ''
      const from = match.index + match[0].indexOf(name)
      if (name && !notPerson.test(name)) add('person', from, from + name.length)
    }
  }
  return found.sort((one, other) => one.column - other.column)
}

/** For each end of a name, the run of words before it back to the nearest word that cannot be part of a name. */
function* runsBefore(text: string, ends: RegExp, longest: number): Generator<[number, number]> {
  let floor = 0
  for (const match of text.matchAll(ends)) {
    const to = match.index + match[0].length
    const start = Math.max(floor, to - longest)
    const head = text.slice(start, match.index)
    let offset = 0
    for (const stop of head.matchAll(new RegExp(cut, 'g'))) offset = stop.index + stop[0].length
    // A name longer than the window is cut in the middle: say nothing rather than half a name.
    if (offset === 0 && start > floor) continue
    const from = start + offset
    if (/[一-龥A-Za-z]/.test(text.charAt(from))) yield [from, to]
    floor = to
  }
}
