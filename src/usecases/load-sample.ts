/** Loads the fictional 云岭区 as an inspection of its own, to look around in. */
import { sampleDistrict } from '../../fixtures/sample/district.ts'
import type { SampleDistrict } from '../../fixtures/sample/schema.ts'
import { shiftYears } from '../../fixtures/sample/shift-years.ts'
import { wholeSight } from '../core/access/policy.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import { numberKey } from '../core/finding/number-key.ts'
import { Refusal } from '../core/refusal.ts'
import { placeAnew } from './edit-units.ts'
import { eventsOf, permit } from './permit.ts'
import type { NewMeasure, Outside, Stores, Visitor } from './ports.ts'
import { writeSampleLife } from './sample-life.ts'
import { writeSampleRegisters } from './sample-registers.ts'
import { sampleRoles } from './sample-roles.ts'

/** @throws Refusal `sample.alreadyLoaded` */
export async function loadSample(
  { data, now }: Outside,
  visitor: Visitor | null,
  submissionId: string,
): Promise<{ inspectionId: number }> {
  const actor = permit(visitor, 'sample.load')
  const at = now()
  const event = eventsOf(actor, 'sample.load', at)
  const submission = { id: submissionId, act: 'sample.load', personId: actor.personId, at }
  return data.inTenant({ tenantId: actor.tenantId, sight: wholeSight }, (stores) =>
    stores.submissions.once(submission, async () => {
      const sample = shiftYears(sampleDistrict, chinaDay(at))
      const { inspection } = sample
      if ((await stores.ledger.findInspectionByName(inspection.name)) !== null)
        throw new Refusal('sample.alreadyLoaded', { name: inspection.name })
      const inspectionId = await stores.ledger.createInspection(inspection, at)
      const { records, ids } = await writeDistrict(stores, sample, inspectionId, at)
      await stores.ledger.settle(inspectionId)
      await stores.history.append([
        event('sample.loaded', 'inspection', inspectionId, { after: { name: inspection.name } }),
        ...records.map(({ kind, id, text }) => event('record.created', kind, id, { after: { text } })),
      ])
      await giveRoles(stores, sample, inspectionId, ids, event)
      await writeSampleLife(stores, sample, inspectionId, ids, at)
      await writeSampleRegisters(stores, visitor, actor, ids, at)
      const measureIds = records.flatMap(({ kind, id }) => (kind === 'measure' ? id : []))
      await stores.lights.refresh(measureIds, chinaDay(at))
      return { inspectionId }
    }),
  )
}

type Written = { kind: 'finding' | 'cause' | 'measure'; id: number; text: string }

async function writeDistrict(
  { ledger, people: store }: Stores,
  sample: SampleDistrict,
  inspectionId: number,
  at: Date,
) {
  const { units, people, findings, causes, measures } = sample
  const place = new Map(units.map(({ key }, index) => [key, index]))
  const unitIds = byKey(
    units,
    await ledger.createUnits(
      units.map(({ name, shortName, parent }) => ({
        name,
        shortName,
        parent: parent === null ? null : (place.get(parent) ?? null),
      })),
    ),
  )
  await placeAnew(store)
  const personIds = byKey(
    people,
    await ledger.createPeople(people.map(({ name, title, unit }) => ({ name, title, unitId: unitIds(unit) }))),
  )
  const findingIds = await ledger.createFindings(
    inspectionId,
    findings.map(({ number, aspect, heading, original }) => ({
      number: String(number),
      numberKey: numberKey(String(number)),
      path: [String(number)],
      aspect,
      heading,
      original,
      status: null,
    })),
    at,
  )
  const findingId = byKey(
    findings.map(({ number }) => ({ key: String(number) })),
    findingIds,
  )
  const causeIds = await ledger.createCauses(inspectionId, causes, at)
  const causeId = byKey(causes, causeIds)
  const measureIds = await ledger.createMeasures(
    inspectionId,
    measures.map(
      (measure): NewMeasure => ({
        text: measure.text,
        marker: null,
        implied: false,
        status: measure.status,
        kind: measure.kind,
        targetText: measure.target,
        target: measure.targetQuantity === null ? null : { quantity: measure.targetQuantity, unit: measure.targetUnit },
        expectedProof: measure.expectedProof,
        dueOn: measure.dueOn,
        duePhrase: measure.duePhrase,
        documents: [],
        leadUnitId: unitIds(measure.leadUnit),
        supportingUnitIds: measure.supportingUnits.map(unitIds),
        responsibleLeaderId: personIds(measure.responsibleLeader),
        responsibleOfficerId: personIds(measure.responsibleOfficer),
        docketNumber: measure.docketNumber,
      }),
    ),
    at,
  )
  const measureId = byKey(measures, measureIds)
  await ledger.linkCauses(
    causes.flatMap(({ key, findings: under }) =>
      under.map((number) => ({ findingId: findingId(String(number)), causeId: causeId(key) })),
    ),
  )
  await ledger.linkMeasures(
    measures.flatMap(({ key, findings: under }) =>
      under.map((number) => ({ findingId: findingId(String(number)), measureId: measureId(key) })),
    ),
  )
  await ledger.linkCausesToMeasures(
    measures.flatMap(({ key, causes: why }) =>
      why.map((cause) => ({ causeId: causeId(cause), measureId: measureId(key) })),
    ),
  )
  const records: Written[] = [
    ...findings.map(({ number, heading }) => ({
      kind: 'finding' as const,
      id: findingId(String(number)),
      text: `${number} ${heading}`,
    })),
    ...causes.map(({ key, text }) => ({ kind: 'cause' as const, id: causeId(key), text })),
    ...measures.map(({ key, text }) => ({ kind: 'measure' as const, id: measureId(key), text })),
  ]
  return { records, ids: { person: personIds, measure: measureId, unit: unitIds, finding: findingId } }
}

/** From the day of the feedback on, for this inspection. */
async function giveRoles(
  { roles, history }: Stores,
  sample: SampleDistrict,
  inspectionId: number,
  ids: { person: (key: string) => number; unit: (key: string) => number },
  event: ReturnType<typeof eventsOf>,
): Promise<void> {
  const given = sampleRoles(sample).map(({ person, role, unit }) => ({
    personId: ids.person(person),
    role,
    unitId: unit === null ? null : ids.unit(unit),
    inspectionId,
    fromOn: sample.inspection.feedbackOn,
    toOn: null,
  }))
  await roles.give(given)
  await history.append(
    given.map(({ personId, role, unitId, fromOn }) =>
      event('role.given', 'person', personId, { after: { role, unitId, inspectionId, fromOn } }),
    ),
  )
}

/** Ids by key; a key that the sample does not have is a fault of the sample. */
function byKey(items: readonly { key: string }[], ids: readonly number[]): (key: string) => number {
  const map = new Map(items.map(({ key }, index) => [key, ids[index]]))
  return (key) => {
    const id = map.get(key)
    if (id === undefined) throw new Error(`the sample names ${key}, which it does not have`)
    return id
  }
}
