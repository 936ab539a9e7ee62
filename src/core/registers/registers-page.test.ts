/** `docs/registers.md` lists every register as it is shipped; `npx vitest run registers-page -u` writes it anew. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Register, registerGroups } from './definition.ts'
import type { Words } from './field.ts'
import { shippedRegisters } from './registers.ts'

const groupNames: Readonly<Record<(typeof registerGroups)[number], string>> = {
  party: '会议与党建 Meetings and party life',
  rules: '制度与检查 Rules and checks',
  land: '土地与资产 Land and assets',
  money: '资金 Funds',
  people: '人员与问责 People and accountability',
  project: '工程项目 Public works',
  planting: '苗木与养护 Plants and upkeep',
  own: '本区自建 Own registers',
}
const readers = { everyone: '本区各单位', unit: '登记单位及上级', restricted: '登记单位和整改办，查阅留痕' }
const names = (named: readonly { readonly zh: string }[]) => named.map(({ zh }) => zh).join('；')

const row = (register: Register): string => {
  const kinds: readonly Words[] = Object.values(register.kinds ?? {})
  const counts = Object.values(register.counts).map(({ name, unit }) => `${name.zh}（${unit}）`)
  return `| **${register.name.zh}** ${register.name.en} \`${register.key}\` | ${names(kinds) || '—'} | ${names(
    Object.values(register.fields).map(({ name }) => name),
  )} | ${counts.join('；')}${register.aggregates ? '；可汇总' : ''} | ${readers[register.readers]} |`
}

const page = () => {
  const registers: readonly Register[] = Object.values(shippedRegisters)
  const groups = registerGroups.flatMap((group) => {
    const rows = registers.filter((register) => register.group === group).map(row)
    const head = '| 登记簿 | 种类 | 栏目 | 计数 | 谁看 |\n|---|---|---|---|---|'
    return rows.length === 0 ? [] : [`## ${groupNames[group]}\n\n${head}\n${rows.join('\n')}`]
  })
  return `# 登记簿 Registers

随产品提供的 ${registers.length} 个登记簿，由定义（\`src/core/registers\`）生成，测试保证一致。怎样用，见[同一件事只登记一次](guides/record-once.zh-CN.md)。

The ${registers.length} registers that are shipped, written from their definitions. How to use them: [Record once](guides/record-once.md).

${groups.join('\n\n')}
`
}

test('the page of registers is what is shipped', async () => {
  await expect(page()).toMatchFileSnapshot(fileURLToPath(new URL('../../../docs/registers.md', import.meta.url)))
})
