/** Joint review of a plan (`ledger.md`, "plan approval"): which opinions are in, and whether the plan may be approved. */
export const opinions = ['agree', 'agreeWithRemarks', 'return'] as const
export type Opinion = (typeof opinions)[number]

export const roundStates = ['inReview', 'returned', 'withdrawn', 'approved'] as const
export type RoundState = (typeof roundStates)[number]

export type Review = {
  bodies: readonly string[]
  /** In the order in which they were given. */
  opinions: readonly { body: string; opinion: Opinion; answer: string | null }[]
}

/** Bodies without an opinion, bodies whose newest opinion is `return`, and bodies whose remarks have no answer. */
export function reviewStanding({ bodies, opinions: given }: Review) {
  const newest = new Map(given.map((opinion) => [opinion.body, opinion]))
  const where = (holds: (opinion: Review['opinions'][number]) => boolean): string[] =>
    bodies.filter((body) => {
      const opinion = newest.get(body)
      return opinion !== undefined && holds(opinion)
    })
  return {
    missing: bodies.filter((body) => !newest.has(body)),
    returning: where(({ opinion }) => opinion === 'return'),
    unanswered: where(({ opinion, answer }) => opinion === 'agreeWithRemarks' && answer === null),
  }
}

/** Somebody who acts, and the one they stand for. */
export type Hand = { personId: number; onBehalfOf: number | null }

/** Four eyes: two hands are the same when one natural person stands behind both, or acts for the other. */
export function sameHand(one: Hand, other: Hand): boolean {
  const mine = [one.personId, one.onBehalfOf]
  return [other.personId, other.onBehalfOf].some((id) => id !== null && mine.includes(id))
}
