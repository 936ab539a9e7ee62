/**
 * Carries out one delivery of the daily digest. What was read meanwhile is left out; when nothing is left, nothing goes. The
 * network is never waited for inside a transaction, so a slow channel holds up no act.
 */
import { wholeSight } from '../core/access/policy.ts'
import { messageSentence } from '../core/deadline/message-sentence.ts'
import { languages } from '../core/proofread/diagnostic.ts'
import type { Delivery, Letter, MessageRow } from './ports/deadlines.ts'
import type { Outside } from './ports.ts'
import { openedRobot } from './robots.ts'

type Parts = Pick<Outside, 'data' | 'now' | 'channels' | 'vault'>
type Prepared = { send: () => Promise<void>; mailed: number[] }

/**
 * @param last true for the last attempt: then the delivery ends as failed
 * @throws what the channel threw, so that the worker tries again later
 */
export async function deliver(outside: Parts, tenantId: number, deliveryId: number, last: boolean): Promise<void> {
  const { data, now } = outside
  const scope = { tenantId, sight: wholeSight }
  const delivery = await data.inTenant(scope, ({ deliveries }) => deliveries.lock(deliveryId))
  if (delivery === null || delivery.state !== 'waiting') return
  const prepared = await prepare(outside, tenantId, delivery)
  if (prepared === null) {
    await data.inTenant(scope, ({ deliveries }) =>
      deliveries.end(deliveryId, { state: 'nothing', error: null, at: now() }),
    )
    return
  }
  try {
    await prepared.send()
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    await data.inTenant(scope, ({ deliveries }) =>
      deliveries.end(deliveryId, { state: last ? 'failed' : 'waiting', error: said, at: now() }),
    )
    throw error
  }
  await data.inTenant(scope, async ({ deliveries }) => {
    await deliveries.markMailed(prepared.mailed, now())
    await deliveries.end(deliveryId, { state: 'sent', error: null, at: now() })
  })
}

async function prepare(outside: Parts, tenantId: number, delivery: Delivery): Promise<Prepared | null> {
  const { data, channels, vault, now } = outside
  const scope = { tenantId, sight: wholeSight }
  const { channel, personId } = delivery
  if (channel === 'mail') {
    const { mail } = channels
    const letter = await data.inTenant(scope, ({ deliveries }) => deliveries.letter(personId))
    if (mail === null || letter === null || letter.messages.length === 0) return null
    const written = letterOf(letter, channels.publicUrl)
    return { send: () => mail(written), mailed: letter.messages.map((message) => message.id) }
  }
  const { robots, figures } = await data.inTenant(scope, async ({ deliveries }) => ({
    robots: await deliveries.robots(),
    figures: await deliveries.groupFigures(),
  }))
  const held = robots.find((each) => each.kind === channel)
  const robot = held === undefined ? null : openedRobot(vault, held)
  if (robot === null || (figures.unread === 0 && figures.red === 0 && figures.yellow === 0)) return null
  const { people, unread, red, yellow } = figures
  const link = channels.publicUrl === null ? '' : `\n${channels.publicUrl}/messages`
  const text = `整改台账今日提醒：逾期 ${red} 项，临期 ${yellow} 项；${people} 人有 ${unread} 条未读消息，请登录查看。${link}`
  return { send: () => channels.post(robot, text, now()), mailed: [] }
}

const words = {
  zh: {
    subject: (count: number) => `整改台账：${count} 条未读消息`,
    head: '您有以下未读消息：',
    foot: '请登录闭环办理。此邮件每个工作日最多一封，可在“消息 · 通知方式”中停用。',
  },
  en: {
    subject: (count: number) => `Rectification ledger: ${count} unread`,
    head: 'You have unread messages:',
    foot: 'Sign in to Bihuan to act on them. At most one letter per working day; turn it off under Messages.',
  },
}

/** Messages grouped by kind, oldest first. */
function letterOf(
  { address, language, messages }: { address: string; language: string; messages: MessageRow[] },
  publicUrl: string | null,
): Letter {
  const spoken = languages.find((each) => each === language) ?? 'zh'
  const kinds = [...new Set(messages.map((message) => message.kind))]
  const groups = kinds.map((kind) =>
    messages
      .filter((message) => message.kind === kind)
      .map((message) => `· ${messageSentence(kind, message.facts, spoken)}`)
      .join('\n'),
  )
  const { subject, head, foot } = words[spoken]
  return {
    to: address,
    subject: subject(messages.length),
    text: [head, ...groups, ...(publicUrl === null ? [] : [`${publicUrl}/messages`]), foot].join('\n\n'),
  }
}
