/** Every register that is shipped, opened as the office does: its list, an entry of the sample, and the form for a new one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Register } from '../../src/core/registers/definition.ts'
import { isOfKind } from '../../src/core/registers/read-values.ts'
import { shippedRegisters } from '../../src/core/registers/registers.ts'
import { axeProblems } from './axe-problems.ts'
import { loadSample, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

const registers: readonly Register[] = Object.values(shippedRegisters)

let bihuan: OpenBihuan
beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await loadSample(bihuan.page)
})
afterAll(async () => {
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

/** Kinds stand side by side, or in a list where there are many. */
async function choose(kind: string): Promise<void> {
  const { page } = bihuan
  const [radio, list] = [
    page.getByRole('radio', { name: kind, exact: true }),
    page.getByRole('combobox', { name: '类别' }),
  ]
  await radio.or(list).first().waitFor()
  if (await radio.isVisible()) await radio.check()
  else await list.selectOption({ label: kind })
}

test.each(registers.map((register) => [register.name.zh, register] as const))(
  '%s has entries in the sample, and a form that asks for what it needs',
  async (name, register) => {
    const { page, product } = bihuan
    await page.goto(`${product.url}/registers/${register.key}`)
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    const first = page.getByRole('row').nth(1)
    await first.waitFor()
    await first.getByRole('link').first().click()
    await page.waitForURL('**/entries/*')
    const title = page.getByRole('heading', { level: 1 })
    await title.waitFor()
    expect(await title.textContent()).not.toMatch(/[{}#]|undefined|null/)

    await page.goto(`${product.url}/registers/${register.key}/new`)
    await page.getByRole('heading', { level: 1, name: `登记${name}` }).waitFor()
    const [kind] = Object.entries(register.kinds ?? {})
    if (kind !== undefined) await choose(kind[1].zh)
    for (const field of Object.values(register.fields))
      if (field.required && isOfKind(field, kind?.[0] ?? null))
        await page.getByText(field.name.zh, { exact: false }).first().waitFor()
    expect(await axeProblems(page)).toEqual([])
  },
)
