/** Which list a paragraph style puts its paragraphs in (`styles.xml`, ECMA-376 Part 1, 17.7), inherited through `basedOn`. */
import { childOf, propertyOf, type XmlElement } from './xml-reader.ts'

export type StyleList = { list: string; level: number | undefined; style: string }
export type ParagraphStyles = { listOf: (style: string | undefined) => StyleList | null }

type Style = { basedOn: string | undefined; list: string | undefined; level: number | undefined }

/** Chains longer than this are a loop. */
const LONGEST_CHAIN = 50

export function readStyles(root: XmlElement | null): ParagraphStyles {
  const styles = new Map<string, Style>()
  let defaultStyle: string | undefined
  for (const element of root?.children ?? []) {
    if (element.name !== 'style' || element.attributes.type !== 'paragraph') continue
    const id = element.attributes.styleId ?? ''
    const numbering = childOf(childOf(element, 'pPr'), 'numPr')
    const level = propertyOf(numbering, 'ilvl')
    styles.set(id, {
      basedOn: propertyOf(element, 'basedOn'),
      list: propertyOf(numbering, 'numId'),
      level: level === undefined ? undefined : Number(level),
    })
    if (element.attributes.default === '1' || element.attributes.default === 'true') defaultStyle = id
  }

  return {
    listOf: (named) => {
      let id = named ?? defaultStyle
      let level: number | undefined
      for (let step = 0; step < LONGEST_CHAIN && id !== undefined; step++) {
        const style = styles.get(id)
        level ??= style?.level
        if (style?.list !== undefined) return { list: style.list, level, style: id }
        id = style?.basedOn
      }
      return null
    },
  }
}
