/** The guide shows the table that the product follows, in both languages. `bihuan transitions` prints it anew. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { transitionDiagram, transitionTable } from '../core/measure/transitions-text.ts'

const guides = { en: 'life-of-a-measure.md', zh: 'life-of-a-measure.zh-CN.md' } as const

test('table and diagram of the guide are those of the transitions', () => {
  for (const language of ['en', 'zh'] as const) {
    const guide = readFileSync(fileURLToPath(new URL(`../../docs/guides/${guides[language]}`, import.meta.url)), 'utf8')
    expect(guide).toContain(`\n${transitionTable(language)}\n`)
    expect(guide).toContain(`\`\`\`mermaid\n${transitionDiagram(language)}\n\`\`\``)
  }
})
