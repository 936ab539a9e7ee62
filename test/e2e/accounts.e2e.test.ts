/** From an invitation on a slip to an account with a second factor; what administrators do; signing in elsewhere; the command line. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { OAuth2Server } from 'oauth2-mock-server'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../../scripts/set-up.mjs'
import { axeProblems } from './axe-problems.ts'
import { loadSample, office, setUpDistrict } from './first-visit.ts'
import { type OpenBihuan, openBihuan } from './open-bihuan.ts'

const provider = new OAuth2Server()
const password = 'Shuishan-2031-lv'
let bihuan: OpenBihuan
let admin: Page
let code: string
let secret: string
let recoveryCodes: string[]

beforeAll(async () => {
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, 'localhost')
  bihuan = await openBihuan({
    env: {
      BIHUAN_OIDC_ISSUER: provider.issuer.url ?? '',
      BIHUAN_OIDC_CLIENT_ID: 'bihuan',
      BIHUAN_OIDC_NAME: '区统一认证',
    },
  })
  admin = bihuan.page
  await setUpDistrict(admin)
  await loadSample(admin)
})
afterAll(async () => {
  const elsewhere = bihuan.faults.filter((fault) => !fault.includes(provider.issuer.url ?? '-'))
  expect(elsewhere).toEqual([])
  await bihuan.close()
  await provider.stop()
})

/** A browser of somebody else. */
async function another(path: string, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const context = await bihuan.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport })
  const page = await context.newPage()
  await page.goto(bihuan.product.url + path)
  return page
}

async function signIn(page: Page, loginName: string, given: string): Promise<void> {
  await page.getByLabel('登录名').fill(loginName)
  await page.getByLabel('密码', { exact: true }).fill(given)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

async function invite(name: string): Promise<string> {
  await admin.goto(`${bihuan.product.url}/admin/accounts?q=${encodeURIComponent(name)}`)
  await admin.getByRole('checkbox', { name: `选择${name}` }).check()
  await admin.getByRole('button', { name: '给 1 人发放邀请码' }).click()
  const given = await admin.getByRole('dialog').locator('code').first().textContent()
  return given ?? ''
}

const codeNow = (): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** The person's line in the list. */
const rowOf = (name: string) =>
  admin.getByRole('row').filter({ has: admin.getByRole('rowheader', { name, exact: true }) })

let person: string

it('the administrator invites a person of the ledger, and gets a slip to print', async () => {
  await admin.goto(`${bihuan.product.url}/admin/accounts`)
  await admin.getByRole('heading', { name: '账号' }).waitFor()
  expect(await axeProblems(admin)).toEqual([])
  await bihuan.screenshot('accounts')
  person = (await admin.getByRole('rowheader').nth(1).textContent()) ?? ''
  code = await invite(person)
  expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/)
  expect(await axeProblems(admin)).toEqual([])
  await bihuan.screenshot('accounts-slips')
  await admin.emulateMedia({ media: 'print' })
  expect(await admin.locator('.slip').textContent()).toContain(code)
  expect(await admin.getByRole('dialog').isVisible()).toBe(false)
  await bihuan.screenshot('accounts-slips-printed')
  await admin.emulateMedia({ media: 'screen' })
  await admin.getByRole('button', { name: '我已打印或抄录' }).click()
  await rowOf(person).getByText('已邀请').waitFor()
})

it('the person opens the account with the code and sets up a second factor', async () => {
  const page = await another('/login', { width: 390, height: 844 })
  await page.getByRole('link', { name: '收到了邀请码？开通账号' }).click()
  await page.getByLabel('邀请码').fill('2222-2222-2222')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('邀请码不对、已用过或已过期').waitFor()
  await page.getByLabel('邀请码').fill(code.toLowerCase())
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText(`${person}，您好`).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('invite-390', page)
  await page.getByLabel('登录名').fill('linxiao')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输入一次').fill(password)
  await page.getByRole('button', { name: '开通并登录' }).click()
  await page.waitForURL((address) => address.pathname !== '/invite')
  await page.goto(`${bihuan.product.url}/account`)
  await page.getByRole('heading', { name: '我的账号' }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('account-390', page)
  await page.getByRole('button', { name: '启用二次验证' }).click()
  await page.getByRole('dialog').getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('img', { name: '二次验证密钥的二维码' }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('second-factor-390', page)
  secret = ((await page.getByRole('dialog').locator('code').textContent()) ?? '').replace(/\s/g, '')
  await page.getByLabel('验证器显示的 6 位数字').fill(codeNow())
  await page.getByRole('button', { name: '验证并启用' }).click()
  await page.getByRole('dialog').getByRole('list', { name: '备用码' }).waitFor()
  recoveryCodes = await page.getByRole('dialog').locator('.factor-codes code').allTextContents()
  expect(recoveryCodes).toHaveLength(10)
  await page.getByRole('button', { name: '我已保存好' }).click()
  await page.getByText('备用码还剩 10 个').waitFor()
  await page.context().close()
})

it('signing in asks for the second step; a recovery code takes it; other sessions can be ended', async () => {
  const page = await another('/login')
  await signIn(page, 'linxiao', password)
  await page.getByRole('heading', { name: '二次验证' }).waitFor()
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '验证并登录' }).click()
  await page.getByText('验证码不对或已用过').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await bihuan.screenshot('second-step', page)
  await page.getByLabel('验证码').fill(recoveryCodes[0] ?? '')
  await page.getByRole('button', { name: '验证并登录' }).click()
  await page.getByRole('button', { name: new RegExp(person) }).click()
  await page.getByRole('link', { name: '我的账号' }).click()
  await page.getByText('备用码还剩 9 个').waitFor()
  await bihuan.screenshot('account', page)
  // The session in which the account was opened is still there.
  await page.getByRole('button', { name: '结束其他所有会话' }).click()
  await page.getByText('已结束其他 1 个会话').waitFor()
  await page.getByText('只有本设备登录着').waitFor()
  await page.context().close()
})

it('a disabled account is shown out, and told why it cannot sign in', async () => {
  const page = await another('/login')
  await signIn(page, 'linxiao', password)
  await page.getByLabel('验证码').fill(recoveryCodes[1] ?? '')
  await page.getByRole('button', { name: '验证并登录' }).click()
  await page.getByRole('button', { name: new RegExp(person) }).waitFor()
  await admin.goto(`${bihuan.product.url}/admin/accounts?q=linxiao`)
  await admin.getByRole('button', { name: `${person}的账号：更多操作` }).click()
  await bihuan.screenshot('accounts-menu')
  await admin.getByRole('button', { name: '停用账号' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: '停用账号' }).click()
  await admin.getByText('请写明停用的原因').waitFor()
  await admin.getByLabel('停用原因').fill('已调离')
  await bihuan.screenshot('accounts-disable')
  await admin.getByRole('dialog').getByRole('button', { name: '停用账号' }).click()
  await rowOf(person).getByText('已停用').waitFor()
  await page.goto(`${bihuan.product.url}/account`)
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  await signIn(page, 'linxiao', password)
  await page.getByText('这个账号已停用').waitFor()
  await admin.getByRole('button', { name: `${person}的账号：更多操作` }).click()
  await admin.getByRole('button', { name: '恢复账号' }).click()
  await rowOf(person).getByText('正常').waitFor()
  await page.context().close()
})

/** `bihuan user …` on the data folder of the running product. */
function user(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const { dataDir } = bihuan.product
  const env = { ...process.env, BIHUAN_DATA: dataDir, LANG: 'zh_CN.UTF-8' }
  return spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'user', ...words], { env, encoding: 'utf8' })
}

it('the operator at the server adds, invites and appoints beside the running server; the security administrator sets rules', async () => {
  expect(user('add', '严守正', '--title', '科长').stdout).toContain('已添加严守正')
  expect(user('grant', '严守正', 'securityAdmin').stdout).toContain('securityAdmin')
  expect(user('grant', '严守正', 'auditAdmin')).toMatchObject({ status: 2, stdout: '' })
  expect(user('disable', '无此人').stderr).toContain('没有“无此人”')
  const [given] = JSON.parse(user('invite', '严守正', '--json').stdout) as { code: string }[]
  const page = await another('/invite')
  await page.getByLabel('邀请码').fill(given?.code ?? '')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('登录名').fill('yanshouzheng')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输入一次').fill(password)
  await page.getByRole('button', { name: '开通并登录' }).click()
  await page.getByRole('button', { name: /严守正/ }).waitFor()
  await page.goto(`${bihuan.product.url}/admin/security`)
  await page.getByRole('heading', { name: '安全设置' }).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await page.getByLabel('无操作自动退出').fill('3')
  await page.getByRole('button', { name: '保存安全设置' }).click()
  await page.getByText('请填写提示范围内的整数').waitFor()
  await page.getByLabel('无操作自动退出').fill('20')
  await page.getByRole('radio', { name: /管理员和整改办必须/ }).check()
  await page.getByRole('button', { name: '保存安全设置' }).click()
  await page.getByText('安全设置已保存').waitFor()
  await bihuan.screenshot('security', page)
  await page.setViewportSize({ width: 390, height: 844 })
  await bihuan.screenshot('security-390', page)
  await page.context().close()
})

it('who needs a second factor is led to set it up before anything else', async () => {
  const page = await another('/login?next=/ledger')
  await signIn(page, office.loginName, office.password)
  await page.getByText('请先启用，之后才能继续使用').waitFor()
  expect(new URL(page.url()).pathname).toBe('/account')
  await bihuan.screenshot('second-factor-due', page)
  await page.goto(`${bihuan.product.url}/ledger`)
  await page.getByText('请先启用，之后才能继续使用').waitFor()
  await page.context().close()
})

it('somebody with an account signs in at the identity provider; anybody else is told to ask', async () => {
  let claim = 'linxiao'
  provider.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    token.payload.preferred_username = claim
  })
  const page = await another('/login')
  await page.getByRole('link', { name: '用区统一认证登录' }).waitFor()
  await bihuan.screenshot('login', page)
  await page.getByRole('link', { name: '用区统一认证登录' }).click()
  await page.getByRole('button', { name: new RegExp(person) }).waitFor()
  await page.context().close()
  claim = 'stranger'
  const other = await another('/login')
  await other.getByRole('link', { name: '用区统一认证登录' }).click()
  await other.getByText('在本系统没有可用的账号').waitFor()
  await other.context().close()
})
