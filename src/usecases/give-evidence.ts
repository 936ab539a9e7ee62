/** The bytes of a piece of evidence, for those who see its measure: to be shown, or to be taken away, which is logged. */
import { sightOf } from '../core/access/policy.ts'
import { Refusal } from '../core/refusal.ts'
import { type FileWish, type GivenFile, giveFile } from './give-file.ts'
import { eventsOf, permit } from './permit.ts'
import type { Outside, Visitor } from './ports.ts'
import { seen } from './read-evidence.ts'

/** @throws Refusal `record.notFound` for what the visitor may not see, `evidence.noPicture`, `file.…` */
export async function giveEvidence(
  outside: Outside,
  visitor: Visitor | null,
  evidenceId: number,
  wish: FileWish,
): Promise<GivenFile> {
  const { data } = outside
  const actor = permit(visitor, 'evidence.read')
  const scope = { tenantId: actor.tenantId, sight: sightOf(actor) }
  const found = await data.read.evidence.piece(scope, evidenceId)
  if (found === null) throw new Refusal('record.notFound')
  const { measureId } = seen(actor, found.measure)
  const { name, sha256 } = found.evidence
  return giveFile(outside, visitor, actor, found.evidence, wish, (given, at) =>
    data.inTenant(scope, ({ history }) =>
      history.append([
        eventsOf(actor, 'evidence.read', at)('evidence.downloaded', 'evidence', evidenceId, {
          after: { measureId, name, sha256, given },
        }),
      ]),
    ),
  )
}
