/** Rounds of look-back: projects against questions. */
import type { z } from 'zod'
import { sightOf } from '../core/access/policy.ts'
import type { lookBackRowSchema, projectContracts } from '../core/api/projects.ts'
import { entriesByRegister } from '../core/checks/project-facts.ts'
import { isOpen, type LookBackRow, lookBackMatrix } from '../core/project/look-back-matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { permit } from './permit.ts'
import type { ProjectEntry } from './ports/projects.ts'
import type { Outside, Visitor } from './ports.ts'
import { namedIn, namedUnit } from './project-view.ts'

type Row = z.infer<typeof lookBackRowSchema>
type Page = z.infer<(typeof projectContracts)['GET /api/look-backs/:id']['response']>

/** So many rounds are listed, the newest first. */
const mostRounds = 200

export async function listLookBacks({ data }: Pick<Outside, 'data'>, visitor: Visitor | null) {
  const actor = permit(visitor, 'project.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const batches = await data.read.projects.ofRegister(scope, 'lookBackBatch', mostRounds)
  const results = await data.read.projects.referringTo(
    scope,
    'lookBack',
    batches.map(({ id }) => id),
  )
  return { batches: batches.flatMap((batch) => roundOf(batch, results)?.row ?? []) }
}

/** @throws Refusal `record.notFound`, also for what the visitor may not see */
export async function readLookBack(
  { data }: Pick<Outside, 'data'>,
  visitor: Visitor | null,
  id: number,
): Promise<Page> {
  const actor = permit(visitor, 'project.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const { projects: reads } = data.read
  const [batches, results] = await Promise.all([
    reads.ofRegister(scope, 'lookBackBatch', mostRounds),
    reads.referringTo(scope, 'lookBack', [id]),
  ])
  const found = batches.find((batch) => batch.id === id)
  const round = found === undefined ? null : roundOf(found, results)
  if (round === null) throw new Refusal('record.notFound')
  const { row, rows, values } = round
  const projects = (await Promise.all(rows.map(({ projectId }) => reads.project(scope, projectId)))).flatMap(
    (project) => project ?? [],
  )
  const names = await reads.names(scope, namedIn(projects))
  const projectOf = new Map(projects.map((project) => [project.id, project]))
  return {
    ...row,
    basis: values.basis ?? null,
    selfCheckDueOn: values.selfCheckDueOn ?? null,
    questions: (values.questions ?? []).map(({ number, question, basis }) => ({
      number: number ?? '',
      question: question ?? '',
      basis: basis ?? null,
    })),
    // A project that is out of sight is not named.
    rows: rows.flatMap(({ projectId, selfCheck, review }) => {
      const project = projectOf.get(projectId)
      if (project === undefined) return []
      const { owner } = project.values
      return [
        {
          project: { id: projectId, name: project.title },
          owner: namedUnit(typeof owner === 'number' ? owner : undefined, names),
          selfCheck: resultOf(selfCheck),
          review: resultOf(review),
        },
      ]
    }),
  }
}

function roundOf(batch: ProjectEntry, results: readonly ProjectEntry[]) {
  const facts = entriesByRegister([batch, ...results.filter(({ values }) => values.batch === batch.id)])
  const [entry] = facts.lookBackBatch
  if (entry === undefined) return null
  const rows = lookBackMatrix(entry, facts.lookBack)
  const row: Row = {
    id: batch.id,
    name: entry.values.name ?? batch.title,
    on: batch.on,
    projects: rows.length,
    selfChecked: rows.filter(({ selfCheck }) => selfCheck !== null).length,
    reviewed: rows.filter(({ review }) => review !== null).length,
    open: rows.filter(isOpen).length,
  }
  return { row, rows, values: entry.values }
}

function resultOf(result: LookBackRow['review']): Page['rows'][number]['review'] {
  if (result === null) return null
  const { found, fixed, result: outcome, answers = [] } = result.values
  return {
    entryId: result.id,
    on: result.on,
    result: outcome ?? null,
    found: found ?? null,
    fixed: fixed ?? null,
    answers: Object.fromEntries(
      answers.flatMap(({ number, answer, note, fixedOn }) =>
        number === undefined || answer === undefined
          ? []
          : [[number, { answer, note: note ?? null, fixedOn: fixedOn ?? null }]],
      ),
    ),
  }
}
