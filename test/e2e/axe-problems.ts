import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; impact: string | null; nodes: { html: string }[] }

/** What axe finds wrong with the page as it stands: rule, weight, first element. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const violations = (await page.evaluate('axe.run().then((found) => found.violations)')) as Violation[]
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html.slice(0, 160)}`)
}
