/** Escalation papers through the hands of several people. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVisitor, outsideOf, type TestOutside } from '../../test/outside.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { PaperAct, PaperKind } from '../core/paper/paper.ts'
import { actOnPaper, draftPaper, editPaper } from './change-paper.ts'
import type { Visitor } from './ports.ts'
import { readPaper } from './read-papers.ts'

let world: World
let outside: TestOutside
let inspectionId: number
let measureId: number
let office: Visitor
let secondOffice: Visitor
let group: Visitor
let head: Visitor
beforeAll(async () => {
  world = await openWorld()
  outside = outsideOf(world)
  const tenantId = await world.aTenant()
  inspectionId = await world.anInspection(tenantId)
  const unitId = await world.aUnit(tenantId)
  measureId = await world.aMeasure(tenantId, inspectionId, { status: 'underway', leadUnitId: unitId })
  const as = async (role: 'office' | 'leadingGroup' | 'unitHead') =>
    (await aVisitor(world, outside, tenantId, [{ role, unitId: role === 'unitHead' ? unitId : null, inspectionId }]))
      .visitor
  office = await as('office')
  secondOffice = await as('office')
  group = await as('leadingGroup')
  head = await as('unitHead')
})
afterAll(async () => {
  outside.close()
  await world.close()
})

let count = 0
const submission = () => `paper-submission-${count++}`
const draft = async (kind: PaperKind) =>
  (
    await draftPaper(outside, office, {
      inspection: inspectionId,
      kind,
      measureIds: [measureId],
      submissionId: submission(),
    })
  ).id
async function act(who: Visitor, id: number, what: PaperAct, words = '') {
  const { version } = await readPaper(outside, office, id, 'zh')
  return actOnPaper(outside, who, id, { act: what, words, version, submissionId: submission() })
}
const reason = '理由写明在案，共十个字以上。'
const refused = (code: string) => expect.objectContaining({ code })

test('a notice is numbered when it is sent, seen by the unit from then on, answered and closed', async () => {
  const dropped = await draft('notice')
  const id = await draft('notice')
  await expect(readPaper(outside, head, id, 'zh')).rejects.toEqual(refused('record.notFound'))
  await act(office, dropped, 'withdraw', reason)
  expect((await act(office, id, 'send')).number).toBe('通知〔2024〕1 号')
  expect((await readPaper(outside, head, id, 'zh')).state).toBe('sent')
  await act(head, id, 'receive')
  await expect(act(head, id, 'reply', '好')).rejects.toEqual(refused('paper.wordsMissing'))
  await act(head, id, 'reply', reason)
  await expect(act(head, id, 'close')).rejects.toEqual(refused('paper.notYours'))
  await act(office, id, 'close')
  const { state, steps, receivedAt } = await readPaper(outside, office, id, 'zh')
  expect([state, steps.map((step) => step.act), receivedAt !== null]).toEqual([
    'closed',
    ['send', 'receive', 'reply', 'close'],
    true,
  ])
  // It stands on the timeline of the measure too.
  const events = await world.asOwner(
    `select act from history_event where record_kind = 'measure' and record_id = $1 and act like 'paper.%'`,
    [measureId],
  )
  expect(events).toEqual([{ act: 'paper.send' }])
})

test('accountability goes out only after the leading group approved it', async () => {
  const id = await draft('accountability')
  await expect(act(office, id, 'send')).rejects.toEqual(refused('paper.wrongState'))
  await act(office, id, 'submit')
  await expect(act(secondOffice, id, 'approve')).rejects.toEqual(refused('paper.notYours'))
  await act(group, id, 'approve')
  expect((await act(office, id, 'send')).number).toBe('问责〔2024〕1 号')
})

test('who submitted does not approve, also when holding both roles', async () => {
  const id = await draft('accountability')
  await act(office, id, 'submit')
  const both: Visitor = { ...office, roles: [...office.roles, ...group.roles] }
  await expect(act(both, id, 'approve')).rejects.toEqual(refused('paper.wasYou'))
  const deputy: Visitor = {
    ...group,
    roles: [
      ...group.roles,
      ...office.roles.map((role) => ({ ...role, onBehalfOf: { id: office.personId, name: office.name } })),
    ],
  }
  await expect(act(deputy, id, 'approve')).rejects.toEqual(refused('paper.wasYou'))
})

test('an appeal is decided by somebody else than who sent the paper', async () => {
  const id = await draft('warning')
  await act(office, id, 'send')
  await act(head, id, 'appeal', reason)
  await expect(act(office, id, 'revoke', reason)).rejects.toEqual(refused('paper.wasYou'))
  await act(secondOffice, id, 'revoke', reason)
  expect((await readPaper(outside, head, id, 'zh')).state).toBe('withdrawn')
})

test('what somebody else changed meanwhile is not overwritten; what was sent is not changed', async () => {
  const id = await draft('guidance')
  const fields = { title: '整改指导函', body: '某单位：\n请说明进展。', lastDay: null }
  await editPaper(outside, office, id, { ...fields, version: 0, submissionId: submission() })
  await expect(
    editPaper(outside, secondOffice, id, { ...fields, version: 0, submissionId: submission() }),
  ).rejects.toEqual(refused('paper.changedMeanwhile'))
  await act(office, id, 'send')
  await expect(editPaper(outside, office, id, { ...fields, version: 2, submissionId: submission() })).rejects.toEqual(
    refused('paper.noLongerDraft'),
  )
})
