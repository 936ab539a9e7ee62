/** Ways out of the house, against servers of the test. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smtpMail } from './mail.ts'
import { isRobotAddress, postToRobot, robotRequest } from './robots.ts'

const at = new Date('2026-11-25T00:30:00Z')

describe('robots', () => {
  const posted: { url: string; body: unknown }[] = []
  let answer = '{"errcode":0,"errmsg":"ok"}'
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      posted.push({ url: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) })
      response.end(answer)
    })
  })
  let address = ''
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=very-secret`
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  test('a line is posted as the service wants it', async () => {
    await postToRobot({ kind: 'wecom', address, secret: null }, '逾期 2 项', at)
    expect(posted.at(-1)).toEqual({
      url: '/hook?key=very-secret',
      body: { msgtype: 'text', text: { content: '逾期 2 项' } },
    })
  })
  test('a service that does not take it is told by its own words, without the address', async () => {
    answer = '{"errcode":93000,"errmsg":"invalid webhook url"}'
    const failed = postToRobot({ kind: 'wecom', address, secret: null }, '逾期', at)
    await expect(failed).rejects.toThrow(/^wecom: .*93000/)
    await expect(failed).rejects.not.toThrow(/very-secret/)
    const gone = postToRobot({ kind: 'feishu', address: 'http://127.0.0.1:1/very-secret', secret: null }, '逾期', at)
    await expect(gone).rejects.toThrow(/^feishu: no answer/)
    await expect(gone).rejects.not.toThrow(/very-secret/)
  })
  test('signatures are those of the documentation of DingTalk and Feishu', () => {
    // Worked out apart from this code: HMAC-SHA256 of `timestamp\nsecret` under the secret, and of nothing under it.
    const dingtalk = robotRequest(
      { kind: 'dingtalk', address: 'https://oapi.dingtalk.com/robot/send?access_token=a', secret: 'SEC1' },
      '逾期',
      at,
    )
    const url = new URL(dingtalk.address)
    expect(url.searchParams.get('timestamp')).toBe('1795566600000')
    expect(url.searchParams.get('sign')).toBe('Dd72cV8q7t0EKqHFJXtWO9De4FU67okKdVkQCZ08cd0=')
    const feishu = robotRequest(
      { kind: 'feishu', address: 'https://open.feishu.cn/open-apis/bot/v2/hook/a', secret: 'SEC1' },
      '逾期',
      at,
    )
    expect(feishu.body).toMatchObject({
      timestamp: '1795566600',
      sign: '1IbZgbetofSNiOC7Tv6uvvMCd7OuFISCFlufqZUpALk=',
      msg_type: 'text',
    })
  })
  test('only the services themselves, or the relay that the operator names, are posted to', () => {
    expect(isRobotAddress('wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a', null)).toBe(true)
    for (const wrong of [
      'http://qyapi.weixin.qq.com/x',
      'https://qyapi.weixin.qq.com.evil.cn/x',
      'https://127.0.0.1/',
      'no',
    ])
      expect(isRobotAddress('wecom', wrong, null)).toBe(false)
    expect(isRobotAddress('wecom', 'http://10.0.0.5:8080/wecom?key=a', 'http://10.0.0.5:8080')).toBe(true)
  })
})

describe('mail', () => {
  const letters: string[] = []
  let refuse = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString())
        done(refuse ? Object.assign(new Error('mailbox full'), { responseCode: 452 }) : null)
      })
    },
  })
  let send: ReturnType<typeof smtpMail>
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.server.address() as AddressInfo
    send = smtpMail(`smtp://127.0.0.1:${port}`, 'bihuan@yunling.example')
  })
  afterAll(() => new Promise<void>((closed) => server.close(closed)))

  test('a letter arrives with subject and text', async () => {
    await send({ to: 'fang@yunling.example', subject: 'ledger', text: 'Measure 13-2 is due' })
    expect(letters.at(-1)).toMatch(/To: fang@yunling\.example/)
    expect(letters.at(-1)).toMatch(/Measure 13-2 is due/)
  })
  test('a refusal tells the code of the server', async () => {
    refuse = true
    await expect(send({ to: 'fang@yunling.example', subject: 'x', text: 'x' })).rejects.toThrow(/^mail: \w+ 452$/)
  })
})
