/** Who does what in the sample district, as its ledger says: so that every role can be tried. */
import type { SampleDistrict } from '../../fixtures/sample/schema.ts'
import type { Role } from '../core/access/role.ts'

/** Keys of the sample. */
export type SampleRole = { person: string; role: Role; unit: string | null }

/** The last of somebody's titles says what he heads; deputies and heads of sections head no unit. */
const headsUnit = /^(?:办公室|街道办)?(?:局长|主任|处长|总经理|镇长|乡长)$/

/** Officers, heads and leaders of its measures; the office, the inspectors and the head of the leading group. */
export function sampleRoles({ people, measures }: SampleDistrict): SampleRole[] {
  const leading = new Set(measures.map(({ leadUnit }) => leadUnit))
  const heads = people.filter(({ title, unit }) => leading.has(unit) && headsUnit.test(title.split('、').at(-1) ?? ''))
  const all: SampleRole[] = [
    ...people.flatMap(({ key, unit, title }): SampleRole[] => {
      if (unit === 'rectification-office') return [{ person: key, role: 'office', unit: null }]
      if (unit === 'inspection-office') return [{ person: key, role: 'inspector', unit: null }]
      return title.includes('领导小组组长') ? [{ person: key, role: 'leadingGroup', unit: null }] : []
    }),
    ...measures.flatMap(({ responsibleOfficer, responsibleLeader, leadUnit }): SampleRole[] => [
      { person: responsibleOfficer, role: 'officer', unit: leadUnit },
      { person: responsibleLeader, role: 'leader', unit: null },
    ]),
    ...heads
      .filter(({ unit }, at) => heads.findIndex((other) => other.unit === unit) === at)
      .map(({ key, unit }): SampleRole => ({ person: key, role: 'unitHead', unit })),
  ]
  return [...new Map(all.map((each) => [`${each.person} ${each.role} ${each.unit}`, each])).values()]
}
