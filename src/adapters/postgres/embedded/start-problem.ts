/**
 * A reason why the database cannot be started that the person at the terminal can act on.
 * It is shown in Chinese and in English, since nothing is known yet about who reads it.
 */
export class StartProblem extends Error {
  readonly zh: string
  readonly en: string

  constructor(sentence: { zh: string; en: string }, cause?: unknown) {
    super(`${sentence.zh}\n${sentence.en}`, cause === undefined ? undefined : { cause })
    this.name = 'StartProblem'
    this.zh = sentence.zh
    this.en = sentence.en
  }
}
