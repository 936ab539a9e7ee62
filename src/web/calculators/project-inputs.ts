/** What is entered for a project, as a calculator takes it. */
import type { Calculator, Raw } from '../../core/calculators/calculator.ts'
import { call } from '../api.ts'

/** More entries of one register than anybody sums up on a sheet. */
const most = 500

/** Undefined values are left out: what the project does not say keeps what stands in the form. */
export async function projectInputs(calculator: Calculator, project: number): Promise<Raw> {
  const lists = await Promise.all(
    calculator.registers.map(async (register) => {
      const query = { project, limit: most, withdrawn: 'false', sort: 'on', descending: 'false' } as const
      const { rows } = await call('GET /api/registers/:register/entries', { params: { register }, query })
      return [register, rows.filter(({ aggregate, withdrawn }) => aggregate === null && !withdrawn)] as const
    }),
  )
  // Rows of a register hold values by its definition: that is what the calculator asks for.
  const filled = calculator.fill(Object.fromEntries(lists) as never)
  return Object.fromEntries(
    Object.entries(filled).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )
}
