/** What comes next in a measure's life, in one phrase: who does what. Read off the table of transitions. */
import type { InspectionSettings } from '../inspection/settings.ts'
import type { Sentence } from '../sentence.ts'
import { partiesNamed, partyNames } from './parties.ts'
import type { MeasureStatus } from './status.ts'
import { type Transition, transitions } from './transitions.ts'
import { actNames } from './words.ts'

/** The act that leads on from a status; null where the life ends or goes on by itself. */
export const nextTransition = (status: MeasureStatus): Transition | null =>
  transitions.find(
    ({ act, from, shortChain }) => from === status && act !== 'return' && act !== 'reopen' && shortChain !== true,
  ) ?? null

/** "等待整改办核实"; null at the end. */
export function nextStep(status: MeasureStatus, settings: InspectionSettings): Sentence | null {
  const next = nextTransition(status)
  if (next === null) return null
  const who = partiesNamed(next.who, settings)
  const act = actNames[next.act]
  return { zh: `等待${who.zh}${act.zh}`, en: `next: ${act.en}, by ${who.en}` }
}

type Names = { leadUnit: string | null; officer: string | null; leader: string | null }

/** The same with the names of those it is about: "等待城管局负责人核签". */
export function nextStepNamed(status: MeasureStatus, settings: InspectionSettings, names: Names): Sentence | null {
  const next = nextTransition(status)
  const [party] = next?.who ?? []
  if (next === null || party === undefined) return null
  const known = party === 'signer' ? settings.signer : party
  const act = actNames[next.act]
  const name =
    known === 'leadOfficer' ? (names.officer ?? names.leadUnit) : known === 'leader' ? names.leader : names.leadUnit
  const who: Sentence =
    known === 'unitHead' && name !== null
      ? { zh: `${name}负责人`, en: `the head of ${name}` }
      : name !== null && (known === 'leadOfficer' || known === 'leader')
        ? { zh: name, en: name }
        : partyNames[known]
  return { zh: `等待${who.zh}${act.zh}`, en: `next: ${act.en}, by ${who.en}` }
}
