/** Status tags after a heading: `【基本完成】`, `[持续推进]`, `（已完成整改）`. */
import { partnerOf, type Stretch, textOf, trimmed } from './shade.ts'
import { statusBucket } from './status.ts'

/** Separates a tag at the end of a heading, before or after its stop. Brackets that say no status stay in the heading. */
export function splitTag(heading: Stretch): { title: Stretch; tag: Stretch | null } {
  const { shade } = heading
  let end = heading.end
  while (end > heading.start && '。:;, '.includes(shade.text.charAt(end - 1))) end--
  const open = '】])'.includes(shade.text.charAt(end - 1)) ? partnerOf(shade, end - 1) : null
  if (open === null || open <= heading.start) return { title: heading, tag: null }
  const tag = trimmed(shade, open + 1, end - 1)
  const title = trimmed(shade, heading.start, open)
  if (!tag || !title || !statusBucket(textOf(tag)) || tag.end - tag.start > 30) return { title: heading, tag: null }
  return { title, tag }
}
