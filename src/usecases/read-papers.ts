/** Escalation papers that the visitor may see, one of them, and the register of accountability. */
import type { z } from 'zod'
import { type Actor, may, sightOf } from '../core/access/policy.ts'
import type { accountabilitySchema, paperSchema } from '../core/api/papers.ts'
import { accountabilityKinds, actFits, type PaperAct, paperActs, paperRules } from '../core/paper/paper.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import { refusalToAct } from './paper-parties.ts'
import { eventsOf, permit } from './permit.ts'
import type { HeldPaper, PaperRow } from './ports/deadlines.ts'
import type { Outside, Visitor } from './ports.ts'

export function listPapers({ data }: Outside, visitor: Visitor | null, inspectionId: number): Promise<PaperRow[]> {
  const actor = permit(visitor, 'paper.read', { inspectionId, audiences: null })
  return data.read.deadlines.papers({ tenantId: actor.tenantId, sight: sightOf(actor, inspectionId) }, inspectionId)
}

/** @throws Refusal `record.notFound` */
export async function readPaper(
  { data }: Outside,
  visitor: Visitor | null,
  paperId: number,
  language: Language,
): Promise<z.output<typeof paperSchema>> {
  const actor = permit(visitor, 'paper.read')
  const found = await data.read.deadlines.paper({ tenantId: actor.tenantId, sight: sightOf(actor) }, paperId)
  if (found === null) throw new Refusal('record.notFound')
  const { unitId, ...page } = found
  if (!may(actor, 'paper.read', { inspectionId: page.inspection.id, audiences: [unitId] }).allowed)
    throw new Refusal('record.notFound')
  const tenants = await data.tenants()
  const paper: HeldPaper = {
    ...page,
    inspectionId: page.inspection.id,
    unitId,
    steps: page.steps.map(({ act, person, onBehalfOf }) => ({
      act,
      personId: person.id,
      onBehalfOf: onBehalfOf?.id ?? null,
    })),
  }
  return {
    ...page,
    district: tenants.find(({ tenantId }) => tenantId === actor.tenantId)?.name ?? '',
    mayEdit:
      page.state === 'draft' &&
      may(actor, 'paper.draft', { inspectionId: paper.inspectionId, audiences: null }).allowed,
    offers: paperActs.filter((act) => isLookedFor(act, paper)).map((act) => offerOf(actor, act, paper, language)),
  }
}

/** Receipt is looked for until it was given. */
const isLookedFor = (act: PaperAct, paper: HeldPaper): boolean =>
  actFits(act, paper) && (act !== 'receive' || paper.receivedAt === null)

function offerOf(actor: Actor, act: PaperAct, paper: HeldPaper, language: Language) {
  const refusal = refusalToAct(actor, act, paper)
  return {
    act,
    allowed: refusal === null,
    reason: refusal === null ? null : refusalSentence(refusal.code, refusal.facts, language),
    words: paperRules[act].words > 0,
  }
}

/** Reading it is itself kept: it names what is not published. */
export async function readAccountability(
  { data, now }: Outside,
  visitor: Visitor | null,
  inspectionId: number,
): Promise<z.output<typeof accountabilitySchema>> {
  const subject = { inspectionId, audiences: null }
  const actor = permit(visitor, 'accountability.read', subject)
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor, inspectionId) }
  const { entries } = await data.read.deadlines.accountability(scope, inspectionId)
  await data.inTenant(scope, ({ history }) =>
    history.append([eventsOf(actor, 'accountability.read', now())('accountability.read', 'inspection', inspectionId)]),
  )
  return {
    entries,
    sums: accountabilityKinds.map((kind) => {
      const those = entries.filter((entry) => entry.kind === kind)
      const sum = (value: (entry: (typeof entries)[number]) => number): number =>
        those.reduce((total, entry) => total + value(entry), 0)
      return {
        kind,
        entries: those.length,
        people: sum((entry) => entry.people),
        recovered: sum((entry) => entry.recovered),
      }
    }),
    mayEnter: may(actor, 'accountability.enter', subject).allowed,
  }
}
