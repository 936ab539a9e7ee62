/**
 * What is written across a picture that is given out, as SVG of the picture's size: slanted lines of it, white with a dark edge,
 * so that it is read on light and dark and cannot be cut off. Letters need a font of the machine; digits are drawn as strokes and
 * need none.
 */

/** @returns for a picture of this width and height */
export type MarkOf = (width: number, height: number) => string

export const textMark =
  (text: string): MarkOf =>
  (width, height) => {
    const size = sizeFor(width, height)
    const look = `font-family="Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif" font-size="${size}" stroke="#000" stroke-opacity="0.4" stroke-width="${size / 12}" paint-order="stroke" fill="#fff" fill-opacity="0.5"`
    return slanted(
      width,
      height,
      size,
      [...text].length * size,
      (x, y) => `<text x="${x}" y="${y}">${escaped(text)}</text>`,
      look,
    )
  }

export const digitMark =
  (digits: string): MarkOf =>
  (width, height) => {
    const size = sizeFor(width, height)
    const path = strokesOf(digits)
    const scale = size / 12
    const drawn = (x: number, y: number): string =>
      ['stroke="#000" stroke-opacity="0.4" stroke-width="3"', 'stroke="#fff" stroke-opacity="0.6" stroke-width="1.2"']
        .map((look) => `<path transform="translate(${x} ${y}) scale(${scale})" d="${path}" fill="none" ${look}/>`)
        .join('')
    return slanted(width, height, size, digits.length * 8 * scale, drawn, '')
  }

const sizeFor = (width: number, height: number): number => Math.max(9, Math.round(Math.min(width, height) / 28))

/** Lines across the whole picture, each beginning elsewhere. */
function slanted(
  width: number,
  height: number,
  size: number,
  length: number,
  draw: (x: number, y: number) => string,
  look: string,
): string {
  const reach = Math.hypot(width, height)
  const stepX = length + size * 4
  const stepY = size * 6
  const marks: string[] = []
  for (let row = 0, y = -reach / 2; y <= reach / 2; y += stepY, row += 1)
    for (let x = -reach / 2 - (row % 2) * (stepX / 2); x <= reach / 2; x += stepX)
      marks.push(draw(Math.round(x), Math.round(y)))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="translate(${width / 2} ${height / 2}) rotate(-24)" ${look}>${marks.join('')}</g></svg>`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/\p{Cc}/gu, '')

/** Strokes of the digits on a field 6 wide and 12 high, as on a calculator: a top, b c right, d bottom, e f left, g middle. */
const segments: Readonly<Record<string, string>> = {
  a: 'M0 -12h6',
  b: 'M6 -12v6',
  c: 'M6 -6v6',
  d: 'M0 0h6',
  e: 'M0 -6v6',
  f: 'M0 -12v6',
  g: 'M0 -6h6',
  dot: 'M3 0v-1',
  colon: 'M3 -3v-1M3 -8v-1',
}
const figures: Readonly<Record<string, readonly string[]>> = {
  '0': ['a', 'b', 'c', 'd', 'e', 'f'],
  '1': ['b', 'c'],
  '2': ['a', 'b', 'g', 'e', 'd'],
  '3': ['a', 'b', 'g', 'c', 'd'],
  '4': ['f', 'g', 'b', 'c'],
  '5': ['a', 'f', 'g', 'c', 'd'],
  '6': ['a', 'f', 'g', 'e', 'c', 'd'],
  '7': ['a', 'b', 'c'],
  '8': ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
  '9': ['a', 'b', 'c', 'd', 'f', 'g'],
  '-': ['g'],
  '.': ['dot'],
  ':': ['colon'],
}

const strokesOf = (digits: string): string =>
  [...digits]
    .map((figure, place) =>
      (figures[figure] ?? [])
        .map((name) => segments[name]?.replace(/M(\d+)/g, (_, x: string) => `M${Number(x) + place * 8}`))
        .join(''),
    )
    .join('')
