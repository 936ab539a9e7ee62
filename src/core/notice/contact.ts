/** Where readers can turn to: telephone, address and e-mail that the notice itself gives, never those of the page footer. */
import { namesOf } from './names.ts'
import type { Notice } from './notice.ts'
import { type Stretch, textOf } from './shade.ts'

const mentions = /电话|地址|邮箱|邮件|联系|@/

/** Reads the paragraphs outside findings from the end; the last one that gives a datum wins. */
export function contactOf(prose: readonly Stretch[]): Notice['contact'] {
  const contact: Notice['contact'] = { telephone: null, address: null, email: null, line: null }
  for (const paragraph of prose.toReversed()) {
    if (!mentions.test(textOf(paragraph))) continue
    for (const name of namesOf(paragraph)) {
      if (name.kind !== 'telephone' && name.kind !== 'address' && name.kind !== 'email') continue
      if (contact[name.kind] !== null) continue
      contact[name.kind] = name.text
      contact.line = Math.min(contact.line ?? name.line, name.line)
    }
  }
  return contact
}
