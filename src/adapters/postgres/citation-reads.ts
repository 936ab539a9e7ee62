/** Citations as pages show them. */
import { wholeSight } from '../../core/access/policy.ts'
import type { CitingRecord } from '../../core/registers/citing.ts'
import type { CitationReads, ReadCitation } from '../../usecases/ports/citations.ts'
import { citingRecord, countingTarget, endorsedSince } from './citations.ts'
import type { Database } from './database.ts'

type Cited = Omit<ReadCitation, 'entry' | 'readers' | 'at' | 'covered'> & { entryId: number; at: Date }
type CitedEntry = ReadCitation['entry'] & { readers: ReadCitation['readers']; coveredBy: number | null }

export function citationReads(database: Database): CitationReads {
  return {
    async record(scope, kind, id) {
      const [record] = await database.readOne<CitingRecord>(scope, {
        name: `citing-${kind}`,
        text: `${citingRecord(kind)} where tenant_id = $1 and ${kind}_id = $2`,
        values: [scope.tenantId, id],
      })
      return record ?? null
    },
    async ofRecord(scope, kind, id) {
      const cited = await database.readOne<Cited>(scope, {
        name: 'citations-of-record',
        text: `select citation_id as "citationId", citation.entry_id as "entryId", target_id as "targetId", adds,
            cycle, cited_at as at, entry.entry_id is not null as "inSight", ${endorsedSince('$1')} as endorsed,
            json_build_object('id', person.person_id, 'name', person.name) as by
          from citation join person on person.tenant_id = $1 and person.person_id = citation.cited_by
            left join entry on entry.tenant_id = $1 and entry.entry_id = citation.entry_id
          where citation.tenant_id = $1 and record_kind = $2 and record_id = $3 and citation.withdrawn_at is null
          order by citation_id`,
        values: [scope.tenantId, kind, id],
      })
      if (cited.length === 0) return []
      // The record may be read, so it is told what it cites; how much of it, the use case says.
      const entries = await database.readOne<CitedEntry>(
        { tenantId: scope.tenantId, sight: wholeSight },
        {
          name: 'cited-entries',
          text: `select entry_id as id, register, kind, title, on_day as "on", counts, readers, covered_by as "coveredBy",
              json_build_object('id', unit.unit_id, 'name', unit.name) as unit,
              entry.withdrawn_at is not null as withdrawn
            from entry join unit on unit.tenant_id = $1 and unit.unit_id = entry.unit_id
            where entry.tenant_id = $1 and entry_id = any ($2::bigint[])`,
          values: [scope.tenantId, [...new Set(cited.map(({ entryId }) => entryId))]],
        },
      )
      const byId = new Map(entries.map((entry) => [entry.id, entry]))
      const places = new Set(cited.map(({ cycle, targetId, entryId }) => `${cycle} ${targetId} ${entryId}`))
      return cited.flatMap(({ entryId, at, ...citation }) => {
        const found = byId.get(entryId)
        if (found === undefined) return []
        const { readers, coveredBy, ...entry } = found
        const covered = citation.targetId !== null && places.has(`${citation.cycle} ${citation.targetId} ${coveredBy}`)
        return [{ ...citation, at: at.toISOString(), entry, readers, covered }]
      })
    },
    targets: (scope, measureId) =>
      database.readOne(scope, {
        name: 'counting-targets',
        text: `select ${countingTarget}, (select text from measure where measure.tenant_id = $1 and measure_id = $2) as measure
          from measure_target target where target.tenant_id = $1 and target.measure_id = $2 order by position, target_id`,
        values: [scope.tenantId, measureId],
      }),
  }
}
