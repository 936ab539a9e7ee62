/** What a target of a measure seems to count, by its words and its unit. A proposal: a person confirms it. */
import { type Counted, refusesCounting } from '../counted.ts'
import type { Register } from '../definition.ts'
import { type ActWords, actWords, kindIn } from './act-words.ts'

type Registers = Readonly<Record<string, Register>>

/** Null where no register counts such a thing in this unit. */
export function proposeCounted(words: string, unit: string | null, registers: Registers): Counted | null {
  const act = actIn(words, unit, registers)
  // The kind narrows what counts: only where the words name it and nothing wider.
  return act === null ? null : { register: act.register, counted: act.counted, kind: kindIn(act, words) }
}

/** The first act whose words stand in the text and whose count is in that unit. */
export function actIn(words: string, unit: string | null, registers: Registers): ActWords | null {
  if (unit === null || unit === '') return null
  return (
    actWords.find((act) => {
      const register = registers[act.register] ?? null
      const counted = { register: act.register, counted: act.counted, kind: null }
      return act.words.test(words) && refusesCounting(register, counted, unit) === null
    }) ?? null
  )
}
