/**
 * Radicals → the characters they look like, for text out of a PDF or pasted from one. Fonts draw 一 and ⼀ (U+2F00, a radical of dictionaries) with one glyph, and producers such as
 * Chromium write the radical into a PDF for want of knowing better: `⼀是` would be no marker and 整改⼯作 found by no search.
 * Kangxi radicals (U+2F00–2FD5) by their compatibility decomposition; of the supplement (U+2E80–2EF3) those that are words by
 * themselves, after EquivalentUnifiedIdeograph of the Unicode Character Database. One character for one: places stay.
 */
const SUPPLEMENT =
  '⺒巳⺓幺⺜日⺝月⺟母⺠民⺩王⺪疋⺫目⺬示⺶羊⺻聿⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'

const supplement = new Map<string, string>()
for (let at = 0; at < SUPPLEMENT.length; at += 2) supplement.set(SUPPLEMENT.charAt(at), SUPPLEMENT.charAt(at + 1))

/** The text with every radical that stands for a character replaced by it; everything else as it was. */
export function plainIdeographs(text: string): string {
  return text
    .replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2ef3]/g, (radical) => supplement.get(radical) ?? radical)
}
