/** Files that cannot be imported: a sentence at the place where they were dropped, nothing stored, the page goes on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

let bihuan: OpenBihuan
const folder = mkdtempSync(join(tmpdir(), 'bihuan-refused-'))
beforeAll(async () => {
  bihuan = await openBihuan()
  await setUpDistrict(bihuan.page)
  await bihuan.page.getByRole('link', { name: '导入', exact: true }).click()
  await bihuan.page.getByRole('heading', { name: '导入记录' }).waitFor()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await bihuan.close()
  expect(bihuan.faults).toEqual([])
})

const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])

/** A page without any text, as a scanner makes it. */
const scan = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>endobj
trailer<</Root 1 0 R>>
%%EOF`

/** Text of which one line was damaged on its way. */
const damaged = (): Uint8Array =>
  Buffer.concat([
    Buffer.from('整改情况通报\n一、整改情况\n1.管好'),
    Uint8Array.from([0xff, 0xfe, 0x80]),
    Buffer.from('苗木。\n'),
  ])

const bomb = (): Uint8Array =>
  zipSync({
    '[Content_Types].xml': new TextEncoder().encode('<Types/>'),
    'word/document.xml': new Uint8Array(300_000_000),
  })

const refused: readonly [string, () => Uint8Array | string, RegExp][] = [
  ['空文件.txt', () => '', /“空文件\.txt”是空的/],
  ['照片.docx', () => photo, /“照片\.docx”的内容是.*与扩展名不符/],
  ['扫描件.pdf', () => scan, /“扫描件\.pdf”里没有文字，像是扫描件/],
  ['压缩炸弹.docx', bomb, /“压缩炸弹\.docx”解压后过大/],
  ['乱码.txt', () => damaged(), /“乱码\.txt”第 3 行的编码/],
  ['过大.txt', () => new Uint8Array(60_000_000).fill(0x61), /“过大\.txt”超过 \d+ MB/],
]

for (const [name, content, sentence] of refused) {
  test(`${name} is refused by a sentence that names it, and nothing is stored`, async () => {
    const { page } = bihuan
    const path = join(folder, name)
    writeFileSync(path, content())
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByRole('alert').getByText(sentence).waitFor()
    expect(new URL(page.url()).pathname).toBe('/imports')
    const stored = await page.evaluate(async () => (await fetch('/api/imports')).json())
    expect(stored).toEqual([])
  })
}

test('after refusals the page still takes a text that is pasted', async () => {
  const { page } = bihuan
  await page.getByRole('button', { name: '或粘贴文字' }).click()
  await page
    .getByLabel('通报或反馈意见的文字')
    .fill(
      '整改情况通报\n一、整改情况\n1.管好苗木。一是补植苗木12株。二是清点苗木。\n2.管好合同。一是规范签订。二是按月核对。',
    )
  await page.getByRole('button', { name: '识别这段文字' }).click()
  await page.locator('.finding-card').nth(1).waitFor()
  expect(await page.locator('.finding-card').count()).toBe(2)
})
