/** The daily digest: one letter per person and day, without what was read, and in spite of a channel that fails. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World, wholeScope } from '../../test/world.ts'
import { deliver } from './deliver.ts'
import type { Letter } from './ports/deadlines.ts'
import { writeDigests } from './write-digests.ts'

let world: World
let outside: TestOutside
let tenantId: number
let personId: number
const letters: Letter[] = []
let broken = false
beforeAll(async () => {
  world = await openWorld()
  const made = outsideOf(world)
  const mail = async (letter: Letter) => {
    if (broken) throw new Error('mail: ECONNECTION')
    letters.push(letter)
  }
  outside = { ...made, channels: { ...made.channels, mail, publicUrl: 'http://yunling.example' } }
  tenantId = await world.aTenant()
  personId = await world.anAccount(tenantId)
  await world.data.inTenant(wholeScope(tenantId), ({ inbox }) => inbox.setMailAddress(personId, 'yun@yunling.example'))
})
afterAll(async () => {
  outside.close()
  await world.close()
})

const on = (instant: string) => outside.setNow(new Date(instant))
const tell = (number: string) =>
  world.data.inTenant(wholeScope(tenantId), ({ messages }) =>
    messages.send([
      {
        personId,
        kind: 'measure.urged',
        inspectionId: null,
        recordKind: 'measure',
        recordId: 1,
        facts: { number, by: '云某' },
        at: outside.now(),
        key: null,
      },
    ]),
  )
const ids = () => writeDigests(outside, tenantId)
const state = (id: number) =>
  world.asOwner('select state, attempts, last_error from delivery where delivery_id = $1', [id])

test('goes once on a working day from half past eight, with what is unread', async () => {
  await tell('1-1')
  on('2024-09-11T00:29:00Z')
  expect(await ids()).toEqual([])
  on('2024-09-15T02:00:00Z')
  expect(await ids()).toEqual([])
  on('2024-09-11T00:30:00Z')
  const [id = 0] = await ids()
  expect(await ids()).toEqual([id])
  await deliver(outside, tenantId, id, false)
  await deliver(outside, tenantId, id, false)
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ to: 'yun@yunling.example', subject: '整改台账：1 条未读消息' })
  expect(letters[0]?.text).toContain('云某请您抓紧第 1-1 条措施')
  await tell('1-2')
  expect(await ids()).toEqual([])
})

test('what was read meanwhile is left out; nothing left, nothing sent', async () => {
  on('2024-09-12T02:00:00Z')
  const [id = 0] = await ids()
  await world.data.inTenant(wholeScope(tenantId), ({ inbox }) =>
    inbox.markRead([personId], { upTo: 1e12 }, outside.now()),
  )
  await deliver(outside, tenantId, id, false)
  expect(letters).toHaveLength(1)
  expect(await state(id)).toEqual([{ state: 'nothing', attempts: 1, last_error: null }])
})

test('a channel that fails is tried again, and given up with its reason', async () => {
  on('2024-09-13T02:00:00Z')
  await tell('1-3')
  const [id = 0] = await ids()
  broken = true
  await expect(deliver(outside, tenantId, id, false)).rejects.toThrow('ECONNECTION')
  expect(await state(id)).toEqual([{ state: 'waiting', attempts: 1, last_error: 'mail: ECONNECTION' }])
  await expect(deliver(outside, tenantId, id, true)).rejects.toThrow('ECONNECTION')
  expect(await state(id)).toEqual([{ state: 'failed', attempts: 2, last_error: 'mail: ECONNECTION' }])
  broken = false
  on('2024-09-14T02:00:00Z')
  const [next = 0] = await ids()
  await deliver(outside, tenantId, next, false)
  expect(letters.at(-1)?.text).toContain('第 1-3 条')
})
