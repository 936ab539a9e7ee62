/** Robots of the chat groups of an office: where the daily figures are posted. Their addresses are secrets. */
import type { z } from 'zod'
import { blind } from '../core/access/policy.ts'
import { type deadlinesContracts, type RobotKind, robotKinds } from '../core/api/deadlines.ts'
import { parseDay } from '../core/deadline/day.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsOf, permit } from './permit.ts'
import type { Robot } from './ports/deadlines.ts'
import type { Outside, Visitor } from './ports.ts'

type Rows = z.output<(typeof deadlinesContracts)['GET /api/robots']['response']>

const names: Record<RobotKind, { zh: string; en: string }> = {
  wecom: { zh: '企业微信', en: 'WeCom' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  feishu: { zh: '飞书', en: 'Feishu' },
}

export async function readRobots({ data, vault }: Outside, visitor: Visitor | null): Promise<Rows> {
  const { tenantId } = permit(visitor, 'robot.manage')
  const held = await data.read.deadlines.robots(tenantId)
  return robotKinds.map((kind) => {
    const row = held.find((each) => each.kind === kind)
    const address = row === undefined ? null : openedRobot(vault, row)?.address
    const day = parseDay(row?.day ?? '')
    return {
      kind,
      host: address ? new URL(address).host : null,
      signed: (row?.sealedSecret ?? null) !== null,
      last: row === undefined || day === null ? null : { day, state: row.state ?? '', error: row.error },
    }
  })
}

/** @throws Refusal `robot.wrongAddress` */
export async function setRobot(
  { data, vault, now, channels }: Outside,
  visitor: Visitor | null,
  kind: RobotKind,
  { address, secret }: { address: string; secret: string },
): Promise<void> {
  const actor = permit(visitor, 'robot.manage')
  const { tenantId, personId } = actor
  if (address !== '' && !channels.isRobotAddress(kind, address))
    throw new Refusal('robot.wrongAddress', { kind: names[kind], field: 'address' })
  const at = now()
  await data.inTenant({ tenantId, sight: blind }, async ({ deliveries, history }) => {
    const robot =
      address === ''
        ? { kind, sealedAddress: null }
        : {
            kind,
            sealedAddress: vault.seal(address, `robot ${kind}`),
            sealedSecret: secret === '' ? null : vault.seal(secret, `robot secret ${kind}`),
          }
    await deliveries.setRobot(robot, personId, at)
    await history.append([
      eventsOf(actor, 'robot.manage', at)('robot.changed', 'tenant', tenantId, { after: { kind, on: address !== '' } }),
    ])
  })
}

/** Posts a line at once. @throws Refusal `robot.notSet`, `robot.failed` */
export async function tryRobot(outside: Outside, visitor: Visitor | null, kind: RobotKind): Promise<void> {
  const { data, vault, now, channels } = outside
  const { tenantId } = permit(visitor, 'robot.manage')
  const row = (await data.read.deadlines.robots(tenantId)).find((each) => each.kind === kind)
  const robot = row === undefined ? null : openedRobot(vault, row)
  if (robot === null) throw new Refusal('robot.notSet')
  try {
    await channels.post(robot, '闭环：这是一条试发消息。', now())
  } catch (error) {
    throw new Refusal('robot.failed', { detail: error instanceof Error ? error.message : String(error) })
  }
}

/** Null when the key of this server does not open it. */
export function openedRobot(
  vault: Outside['vault'],
  { kind, sealedAddress, sealedSecret }: Robot,
): { kind: RobotKind; address: string; secret: string | null } | null {
  const address = vault.open(sealedAddress, `robot ${kind}`)
  if (address === null) return null
  return { kind, address, secret: sealedSecret === null ? null : vault.open(sealedSecret, `robot secret ${kind}`) }
}
