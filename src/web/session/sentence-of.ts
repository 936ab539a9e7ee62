import { textNow } from '../language/language.ts'

/** What a failure says to a person: the server's sentence, or that the page itself failed. */
export const sentenceOf = (problem: unknown): string =>
  problem instanceof Error && problem.message ? problem.message : textNow().problem.crash
