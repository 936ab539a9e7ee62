/** Robots of chat groups: one text, signed where the robot asks for it. */
import { createHmac } from 'node:crypto'
import type { RobotKind } from '../../core/api/deadlines.ts'

const hosts: Record<RobotKind, RegExp> = {
  wecom: /^qyapi\.weixin\.qq\.com$/,
  dingtalk: /^o?api\.dingtalk\.com$/,
  feishu: /^open\.(?:feishu\.cn|larksuite\.com)$/,
}
const answersWithinMs = 10_000

/** @param also a further host that is accepted, for a relay inside the network */
export function isRobotAddress(kind: RobotKind, address: string, also: string | null): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return (url.protocol === 'https:' && hosts[kind].test(url.hostname)) || (also !== null && url.origin === also)
}

type Request = { address: string; body: object }

/** What is sent, as each service documents it. */
export function robotRequest(
  { kind, address, secret }: { kind: RobotKind; address: string; secret: string | null },
  text: string,
  at: Date,
): Request {
  if (kind === 'wecom') return { address, body: { msgtype: 'text', text: { content: text } } }
  if (kind === 'dingtalk') {
    const body = { msgtype: 'text', text: { content: text } }
    if (secret === null) return { address, body }
    // Signed: HMAC-SHA256 of `milliseconds\nsecret` under the secret, in the address.
    const timestamp = String(at.getTime())
    const url = new URL(address)
    url.searchParams.set('timestamp', timestamp)
    url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
    return { address: url.href, body }
  }
  const body = { msg_type: 'text', content: { text } }
  if (secret === null) return { address, body }
  // Signed: HMAC-SHA256 of nothing under `seconds\nsecret`, in the body.
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return {
    address,
    body: { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64'), ...body },
  }
}

/** @throws Error with what the service said; the address, which is a secret, is not in it */
export async function postToRobot(
  robot: { kind: RobotKind; address: string; secret: string | null },
  text: string,
  at: Date,
): Promise<void> {
  const { address, body } = robotRequest(robot, text, at)
  let answer: Response
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(answersWithinMs),
    })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new Error(`${robot.kind}: no answer ${code}`.trim())
  }
  const said = (await answer.text()).slice(0, 200)
  if (!answer.ok) throw new Error(`${robot.kind}: HTTP ${answer.status}`)
  const code = codeIn(said)
  if (code !== 0) throw new Error(`${robot.kind}: ${said}`)
}

/** Services answer 200 and say in `errcode` (WeCom, DingTalk) or `code` (Feishu) whether they took it. */
function codeIn(said: string): number {
  try {
    const value: unknown = JSON.parse(said)
    if (typeof value !== 'object' || value === null) return -1
    if ('errcode' in value) return Number(value.errcode)
    return 'code' in value ? Number(value.code) : 'StatusCode' in value ? Number(value.StatusCode) : -1
  } catch {
    return -1
  }
}
