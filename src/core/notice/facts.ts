/** What is recognised inside a stretch of text: dates, quantities, documents, deadlines, names. */
import { datesOf } from './dates.ts'
import { deadlinesOf } from './deadlines.ts'
import { documentsOf } from './documents.ts'
import { namesOf } from './names.ts'
import type { Facts } from './notice.ts'
import { quantitiesOf } from './quantities.ts'
import type { Stretch } from './shade.ts'

/** Facts of the parts of one node. A date without a year takes it from an earlier date of the same node only. */
export function factsOf(parts: readonly Stretch[]): Facts {
  const facts: Facts = { dates: [], quantities: [], documents: [], deadlines: [], names: [] }
  let year: number | null = null
  for (const part of parts) {
    const dates = datesOf(part, year)
    year = dates.year
    facts.dates = facts.dates.concat(dates.mentions)
    facts.quantities = facts.quantities.concat(quantitiesOf(part))
    facts.documents = facts.documents.concat(documentsOf(part))
    facts.deadlines = facts.deadlines.concat(deadlinesOf(part, dates.mentions))
    facts.names = facts.names.concat(namesOf(part))
  }
  return facts
}

/** A node with the facts of its parts. */
export function withFacts<Node extends object>(node: Node, parts: readonly Stretch[]): Node & Facts {
  const { dates, quantities, documents, deadlines, names } = factsOf(parts)
  // Named one by one: a second spread in one literal is several times slower, and notices have hundreds of nodes.
  return { ...node, dates, quantities, documents, deadlines, names }
}
