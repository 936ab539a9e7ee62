/** `bihuan figure`: counts what the page of figures counts, beside the running server, for scripts and for whoever checks. */
import { parseDay } from '../core/deadline/day.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { Refusal, refusalSentence } from '../core/refusal.ts'
import { openOutside } from '../main.ts'
import { computeFigure } from '../usecases/compute-figure.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

export type FigureOptions = {
  tenant: number
  json: boolean
  /** `2024-09-10`: as recorded at the end of that day. */
  asOf: string | undefined
  language: Language
}

/** @param asked a name (`trainings`) or a text (`培训 次 2024`). @throws Unusable */
export async function runFigure(asked: string, { tenant, json, asOf, language }: FigureOptions): Promise<number> {
  const day = asOf === undefined ? null : parseDay(asOf)
  if (asOf !== undefined && day === null) throw new Unusable(words[language].invalidValue(asOf, '2024-09-10'))
  const { outside, close } = await openOutside()
  try {
    const isName = /^[a-z][A-Za-z0-9]{0,39}$/.test(asked)
    const figure = await computeFigure(
      outside,
      { operatorOf: tenant },
      { ...(isName ? { name: asked } : { text: asked }), ...(day !== null && { asOf: day }) },
      language,
    )
    const { count, ratio, definition } = figure
    process.stdout.write(
      json
        ? `${JSON.stringify(figure, null, 2)}\n`
        : `${ratio ? `${ratio.percent ?? '—'}  ${count.shown} ÷ ${ratio.outOf.shown}` : `${count.shown} ${count.unit}`}\n${definition}\n`,
    )
    return 0
  } catch (error) {
    if (error instanceof Refusal) throw new Unusable(refusalSentence(error.code, error.facts, language))
    throw error
  } finally {
    await close()
  }
}
