/** Natural persons and personal data in a text: what must not be published without thought (privacy rules read these). */

import { matchesIn } from './matches-in.ts'
import type { NameMention } from './notice.ts'
import { inTitle, isFree, nodeOf, type Stretch, textOf, within } from './shade.ts'

// The hundred most frequent family names, without those that open ordinary words too often (于, 任).
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const person = `[${surnames}][一-龥]{1,2}`
const title =
  '书记|局长|处长|主任|镇长|乡长|科长|经理|组长|委员|主席|区长|市长|县长|所长|站长|股长|会计|出纳|干部|负责人|当事人|举报人|信访人|上访人|责任人|联系人|公职人员'

type Form = { readonly kind: NameMention['kind']; readonly needs: RegExp; readonly form: RegExp }
// `needs` is a cheap look whether the form can match at all.
const forms: readonly Form[] = [
  { kind: 'idNumber', needs: /\d{17}/, form: /(?<![\dA-Za-z])(\d{17}[\dXx])(?![\dA-Za-z])/g },
  { kind: 'telephone', needs: /\d{7}/, form: /(?<![\d-])((?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}))(?![\d-])/g },
  { kind: 'email', needs: /@/, form: /(?<![\w.@-])([\w-][\w.-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/g },
  { kind: 'address', needs: /[地住]址|信箱/, form: /(?:地址|住址|邮政信箱)[: ] ?([^。;,( ]{4,60})/g },
  {
    kind: 'person',
    needs: /[某×*]|[一-龥][Xx]/,
    form: new RegExp(
      `([${surnames}](?:某[某一-龥]?(?![一-龥]?(?:项|些|个|种|年|日|月))|[×Xx*]{1,2}(?![A-Za-z])))`,
      'g',
    ),
  },
  {
    kind: 'person',
    needs: /同志|\(/,
    form: new RegExp(
      `(?<=^|[。;:,、!?() 对由给予])(${person})(?=同志|\\((?:男|女)|\\([^()]{0,16}(?:长|书记|主任|科员|干部|职工|经理)\\))`,
      'g',
    ),
  },
  {
    kind: 'person',
    needs: new RegExp(title),
    form: new RegExp(`(?:${title})[:]?(${person})(?=[。;:,、!?() ]|同志|等|于|在|违|因|进行|的|$)`, 'g'),
  },
]
const notPerson =
  /^(?:文件|方案|方面|方式|高度|高质|金额|金融|常态|常委|江河|田间|白天|马上|万元|康养|程序|程度|余额|段落|史料|武装|常务|夏季|文明|文化|江苏|江西|黄河|金属|顾问|毛利|龙头|何时|许可|易地|易于|林业|林长|高标|高效|周期|周边|温馨|方法|万名|周一|周二|周三|周四|周五)/

/** Persons, telephone numbers, identity numbers, e-mail and postal addresses of a stretch, unordered. */
export function peopleOf(stretch: Stretch): NameMention[] {
  const text = textOf(stretch)
  const found: NameMention[] = []
  for (const { kind, needs, form } of forms) {
    if (!needs.test(text)) continue
    for (const match of matchesIn(text, form)) {
      const name = match[1] ?? ''
      const from = match.index + match[0].lastIndexOf(name)
      if (!isFree(stretch.shade, stretch.start + from, inTitle)) continue
      if (kind === 'person' && notPerson.test(name)) continue
      found.push({ ...nodeOf(within(stretch, from, from + name.length)), kind })
    }
  }
  return found
}

const alone = new RegExp(`^(${person})(?:\\(|$)`)
const office = /[长员办局处委组]$|书记$|主任$/

/** Persons in the value of 责任领导 or 责任人, where names stand alone (`周明远、何一舟`). */
export function officersOf(stretch: Stretch): NameMention[] {
  const text = textOf(stretch)
  const found: NameMention[] = []
  for (const item of matchesIn(text, /[^、,;。 ]{2,30}/g)) {
    const name = alone.exec(item[0])?.[1]
    if (!name || office.test(name) || notPerson.test(name)) continue
    found.push({ ...nodeOf(within(stretch, item.index, item.index + name.length)), kind: 'person' })
  }
  return found
}
