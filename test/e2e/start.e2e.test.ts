/** From start to first page, a second start on the same folder, and a clean stop. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openBihuan } from './open-bihuan.ts'
import { type Product, runProduct } from './run-product.ts'

const running: Product[] = []
afterAll(async () => {
  for (const product of running) await product.stop()
})

it('serves a first page in Chinese that asks nothing of any other host, and stops with exit code 0', async () => {
  const bihuan = await openBihuan()
  await bihuan.page.getByRole('button').first().waitFor()
  expect(await bihuan.page.locator('html').getAttribute('lang')).toMatch(/^zh/)
  await bihuan.screenshot('first-visit')
  expect(bihuan.faults).toEqual([])
  expect(await bihuan.close()).toBe(0)
})

it('sends its programs compressed, so that a slow network waits for a third of them', async () => {
  const product = await runProduct()
  running.push(product)
  const page = await (await fetch(product.url)).text()
  const [, script] = /src="(\/assets\/index-[^"]+\.js)"/.exec(page) ?? []
  const answer = await fetch(product.url + script, { headers: { 'accept-encoding': 'gzip, deflate' } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  await answer.arrayBuffer()
})

it('does not wait for a client that has half asked', async () => {
  const product = await runProduct()
  running.push(product)
  const client = connect(Number(new URL(product.url).port), 'localhost')
  await once(client, 'connect')
  client.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: localhost\r\n')
  expect((await fetch(product.url)).ok).toBe(true)
  const begun = performance.now()
  expect(await product.stop()).toBe(0)
  expect(performance.now() - begun).toBeLessThan(20_000)
  client.destroy()
})

it('refuses a second start on the same data folder with a sentence that names the first', async () => {
  const first = await runProduct()
  running.push(first)
  const second = await runProduct({ dataDir: first.dataDir }).catch((error: Error) => error.message)
  expect(second).toContain(`数据文件夹正在被另一个闭环程序使用（进程号 ${first.pid}，${first.url}）`)
  expect(second).toContain(`The data folder is in use by another Bihuan (pid ${first.pid}, ${first.url})`)
  expect((await fetch(first.url)).ok).toBe(true)
})

it('takes over the database of a product that was killed, and leaves nothing behind when it stops', async () => {
  const killed = await runProduct()
  process.kill(killed.pid, 'SIGKILL')
  await killed.stop({ keepData: true })
  const next = await runProduct({ dataDir: killed.dataDir })
  running.push(next)
  expect((await fetch(next.url)).ok).toBe(true)
  expect(await next.stop({ keepData: true })).toBe(0)
  expect(existsSync(join(next.dataDir, 'bihuan.lock'))).toBe(false)
  expect(existsSync(join(next.dataDir, 'database/cluster/postmaster.pid'))).toBe(false)
})
