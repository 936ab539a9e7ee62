/** Projects in a page, each with where it stands, its money and what is missing. */
import type { z } from 'zod'
import { type Sight, sightOf } from '../core/access/policy.ts'
import type { projectContracts } from '../core/api/projects.ts'
import { chinaDay } from '../core/deadline/china-day.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { namedIn, projectViewOf, registersOfLine } from './project-view.ts'

type Projects = z.infer<(typeof projectContracts)['GET /api/projects']['response']>

export async function listProjects(
  { data, now }: Pick<Outside, 'data' | 'now'>,
  visitor: Visitor | null,
  { cursor, limit }: { cursor?: number | undefined; limit: number },
  language: Language,
): Promise<Projects> {
  const actor = permit(visitor, 'project.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const found = await data.read.projects.projects(scope, cursor ?? null, limit + 1)
  const projects = found.slice(0, limit)
  const ids = projects.map(({ id }) => id)
  const entries = await data.read.projects.entriesOf(scope, ids, registersOfLine)
  const names = await data.read.projects.names(scope, namedIn([...projects, ...entries]))
  const today = chinaDay(now())
  const byProject = new Map(ids.map((id) => [id, entries.filter(({ projectIds }) => projectIds.includes(id))]))
  return {
    rows: projects.map(
      (project) => projectViewOf(project, byProject.get(project.id) ?? [], names, { today, language }).row,
    ),
    nextCursor: found.length > limit ? (projects.at(-1)?.id ?? null) : null,
    narrowed: isNarrowed(scope.sight),
  }
}

/** Whether entries of other units are out of this reader's sight: units read their own, and those below them theirs. */
export const isNarrowed = ({ whole, audiences }: Sight): boolean =>
  whole !== 'all' && whole.length === 0 && !audiences.some((audience) => audience < 0)
