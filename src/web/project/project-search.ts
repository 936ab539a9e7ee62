/** The state of the list of projects and of a project's page as it stands in the address. */
import { stationNames } from '../../core/project/stations.ts'

export type ProjectsSearch = { q?: string; stage?: string; owner?: number }

const stages = new Set<unknown>([...stationNames, 'finished'])

export const projectsSearchOf = ({ q, stage, owner }: Record<string, unknown>): ProjectsSearch => ({
  ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
  ...(typeof stage === 'string' && stages.has(stage) ? { stage } : {}),
  ...(Number.isInteger(Number(owner)) && Number(owner) > 0 ? { owner: Number(owner) } : {}),
})

export const projectSearchOf = ({ tab }: Record<string, unknown>): { tab?: string } =>
  typeof tab === 'string' && /^[a-z][A-Za-z0-9]{0,39}$/.test(tab) ? { tab } : {}
