/**
 * Lays out the lines of a page: what is title, what is the notice's own text, what is page furniture (menu, index
 * table, source line, footer). Furniture is set aside, never lost.
 */
import { markerAt } from './markers.ts'
import { type Shade, type Stretch, textOf, wholeLine } from './shade.ts'

export type Layout = {
  readonly title: readonly Stretch[]
  readonly body: readonly Stretch[]
  readonly aside: readonly Stretch[]
}

const site =
  /当前位置|您的位置|您所在的位置|首页|计算机时间|索\s*引\s*号|主题分类|发布机构|发文机关|信息分类|公开方式|公开目录|发布(?:时间|日期)|成文日期|生成日期|有效性|来\s*源[:]|作\s*者[:]|点击(?:数|量|率)?[: ]|浏览(?:次数|量)?[:]|阅读(?:次数|量)?[:]|访问量|字体|字号|打印|关闭(?:窗口|本页)|分享到|收藏|责任编辑|编辑[:]|审核[:]|备案号|ICP备|公网安备|技术支持|版权所有|copyright|网站地图|网站标识|上一篇|下一篇|扫一扫|返回顶部|无障碍|登录|注册|设为首页|简体|繁体|^主办(?:单位)?[: ]|主办$|协办(?:单位)?[:]|承办(?:单位)?[:]|欢迎(?:访问|光临)|^您好|^今天是|启用脚本|纪律检查委员会$|监察委员会$/i
const footer =
  /备案号|ICP备|公网安备|技术支持|版权所有|copyright|^主办(?:单位)?[:]|^承办(?:单位)?[:]|网站(?:地图|标识)|责任编辑|上一篇|下一篇|打印|关闭(?:窗口|本页)|分享到|扫一扫|返回顶部|设为首页/i
const contactLike = /地址|电话|传真|邮编|邮箱|邮件/
const pageNumber = /^(?:[-—–_] ?\d{1,4} ?[-—–_]|第 ?\d{1,4} ?页(?:,? ?共 ?\d{1,4} ?页)?|\d{1,4} ?\/ ?\d{1,4})$/
const titleEnd = /(?:通报|报告|公告|公示|函|情况|通知|公开|意见|方案|总结|汇报|公开表|一览表|清单)(?:\([^()]{1,12}\))?$/
const organisation = /(?:委|委员会|党组|党委|政府|局|处|办公室|公司|镇|乡|街道|中心|院|校|所|支部|总支)$/
const sentenceStop = /[。;!?]/
const farthestTitle = 80
const titleWithin = 15

/** Sorts the non-blank lines of a page into title, body and furniture. */
export function layOut(shades: readonly Shade[]): Layout {
  const lines: Stretch[] = []
  const aside: Stretch[] = []
  for (const shade of shades) {
    const line = wholeLine(shade)
    if (!line) {
      if (shade.source.trim() !== '') lines.push({ shade, start: 0, end: shade.text.length })
    } else if (pageNumber.test(textOf(line).slice(0, 40))) aside.push(line)
    else lines.push(line)
  }
  const texts = lines.map((line) => textOf(line))
  const bodyStart = bodyAfterTitle(texts)
  const footerStart = firstOfFooter(texts, bodyStart)
  const title = titleLines(texts, bodyStart, lines)
  const body: Stretch[] = []
  for (const [index, line] of lines.entries()) {
    if (title.includes(index)) continue
    const text = texts[index] ?? ''
    const lastOfTitle = title.at(-1)
    const beforeTitle = lastOfTitle !== undefined && index < lastOfTitle
    if (index >= footerStart || (index < bodyStart && (beforeTitle || site.test(text)))) aside.push(line)
    else body.push(line)
  }
  aside.sort((one, other) => one.shade.number - other.shade.number)
  return { title: title.flatMap((index) => lines[index] ?? []), body, aside }
}

/**
 * Where the notice's own text begins. A greeting or news line of the page may read as text too: when a title follows
 * closely, before any heading, the text begins after that title.
 */
function bodyAfterTitle(texts: readonly string[]): number {
  let start = firstOfBody(texts, 0)
  for (let index = start; index < Math.min(texts.length, start + titleWithin); index++) {
    const text = texts[index] ?? ''
    if (markerAt(text) || text.length > 70) break
    const isTitle =
      text.length >= 12 && isTitleLike(text) && titleEnd.test(text) && /整改|巡察|巡视|审计|检查|督查/.test(text)
    if (isTitle) start = firstOfBody(texts, index + 1)
  }
  return start
}

/** The first line from `from` on that reads as text: it has a sentence, a heading marker, or introduces something with a colon. */
function firstOfBody(texts: readonly string[], from: number): number {
  for (let index = from; index < texts.length; index++) {
    const text = texts[index] ?? ''
    if (index > farthestTitle) return index
    if (site.test(text) && text.length < 200 && !text.includes('。')) continue
    if (/^(?:您好|今天是|欢迎)/.test(text) && text.length < 60) continue
    if (sentenceStop.test(text) || markerAt(text) || /[:]$/.test(text) || text.length > 90) return index
    if (/^(?:关于|针对)[“"]/.test(text) && /问题/.test(text) && !titleEnd.test(text)) return index
  }
  return texts.length
}

/** The first line of the footer: from there on only furniture, contact lines and short lines without a sentence. */
function firstOfFooter(texts: readonly string[], bodyStart: number): number {
  let start = texts.length
  for (let index = texts.length - 1; index >= bodyStart; index--) {
    const text = texts[index] ?? ''
    const isFooter = footer.test(text) && text.length < 200 && !text.includes('。')
    if (!isFooter && !contactLike.test(text) && (text.length > 40 || sentenceStop.test(text))) break
    if (markerAt(text)) break
    if (isFooter) start = index
  }
  if (start === texts.length) return start
  // An address line right above the footer belongs to the page when the notice has given its own contact before.
  const own = texts.slice(Math.max(bodyStart, start - 6), start)
  const last = own.at(-1) ?? ''
  const isPageContact =
    contactLike.test(last) &&
    last.length < 120 &&
    own.slice(0, -1).some((text) => contactLike.test(text) && sentenceStop.test(text))
  return isPageContact ? start - 1 : start
}

/** Indexes of the title's lines: the last group before the body that ends as titles do. */
function titleLines(texts: readonly string[], bodyStart: number, lines: readonly Stretch[]): number[] {
  for (let last = bodyStart - 1; last >= 0; last--) {
    const text = texts[last] ?? ''
    if (!isTitleLike(text) || !titleEnd.test(text)) continue
    const group = [last]
    const ready = (): boolean => group.some((index) => (texts[index] ?? '').includes('关于'))
    for (let above = last - 1; above >= 0 && group.length < 3; above--) {
      const line = texts[above] ?? ''
      const adjacent = (lines[above + 1]?.shade.number ?? 0) - (lines[above]?.shade.number ?? 0) <= 2
      if (!adjacent || !isTitleLike(line) || (titleEnd.test(line) && !isRestOfTitle(text))) break
      const first = texts[group[0] ?? last] ?? ''
      const fits = ready()
        ? first.startsWith('关于') && organisation.test(line)
        : organisation.test(line) || line.includes('关于') || text.length < 12
      if (!fits) break
      group.unshift(above)
      if (organisation.test(line) && ready()) break
    }
    const joined = group.map((index) => texts[index] ?? '').join('')
    if (joined.length >= 8) return group
  }
  return []
}

/** The second half of a broken title: `整改落实情况的报告`. */
function isRestOfTitle(text: string): boolean {
  return (
    text.length < 16 &&
    /^(?:集中|巡察|巡视)?(?:整改|落实|进展|情况|工作|反馈|办理)/.test(text) &&
    !text.includes('关于')
  )
}

function isTitleLike(text: string): boolean {
  return (
    text.length <= 70 &&
    !sentenceStop.test(text) &&
    !markerAt(text) &&
    !site.test(text.replace(/(?:纪律检查委员会|监察委员会)$/, '')) &&
    !/[:>|]/.test(text)
  )
}
