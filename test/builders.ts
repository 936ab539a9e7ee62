/**
 * Builders of records for tests. Each fills in whatever the test does not care about, and writes through the stores of
 * the application, so that what a test reads was written as the product writes it.
 */
import type { Assignment } from '../src/core/access/policy.ts'
import { wholeSight } from '../src/core/access/policy.ts'
import { numberKey } from '../src/core/finding/number-key.ts'
import type { Data, NewCause, NewFinding, NewInspection, NewMeasure, Scope, Stores } from '../src/usecases/ports.ts'

/** The present of tests: a Wednesday morning in the office. */
export const testNow = new Date('2024-09-11T02:00:00Z')

/** Sees everything of a tenant. */
export const wholeScope = (tenantId: number): Scope => ({ tenantId, sight: wholeSight })

export type Builders = ReturnType<typeof builders>

/** @param insertTenant makes a tenant beside others, which the product itself never does */
export function builders(data: Data, insertTenant: (name: string) => Promise<number>) {
  let count = 0
  /** Distinct names for what must be unique. */
  const nth = (word: string): string => `${word}${++count}`

  const inTenant = <T>(tenantId: number, work: (stores: Stores) => Promise<T>): Promise<T> =>
    data.inTenant(wholeScope(tenantId), work)

  return {
    aTenant: (name: string = nth('云岭区')): Promise<number> => insertTenant(name),

    aUnit: (tenantId: number, unit: { name?: string; shortName?: string | null } = {}): Promise<number> =>
      inTenant(tenantId, async ({ ledger }) =>
        only(await ledger.createUnits([{ name: nth('单位'), shortName: null, parent: null, ...unit }])),
      ),

    /** Somebody named in the ledger, without an account. */
    aPerson: (
      tenantId: number,
      person: { name?: string; title?: string | null; unitId?: number | null } = {},
    ): Promise<number> =>
      inTenant(tenantId, async ({ ledger }) =>
        only(await ledger.createPeople([{ name: nth('云某'), title: null, unitId: null, ...person }])),
      ),

    /** Somebody who can sign in; of the office unless said otherwise. */
    anAccount: (
      tenantId: number,
      account: { name?: string; loginName?: string; passwordHash?: string; assignments?: Assignment[] } = {},
    ): Promise<number> =>
      inTenant(tenantId, ({ accounts }) =>
        accounts.create({
          name: nth('云某'),
          loginName: nth('yun'),
          passwordHash: 'none',
          preferences: { language: 'zh', textSize: 'normal', ledgerColumns: [] },
          assignments: [{ role: 'office', unitId: null, inspectionId: null }],
          at: testNow,
          ...account,
        }),
      ),

    anInspection: (tenantId: number, inspection: Partial<NewInspection> = {}): Promise<number> =>
      inTenant(tenantId, ({ ledger }) =>
        ledger.createInspection(
          {
            name: nth('绿化专项巡察'),
            body: null,
            team: ['市委第七巡察组'],
            kind: null,
            theme: null,
            from: '2024-03-11',
            to: '2024-05-24',
            feedbackOn: '2024-07-05',
            basis: [],
            ...inspection,
          },
          testNow,
        ),
      ),

    aFinding: (tenantId: number, inspectionId: number, finding: Partial<NewFinding> = {}): Promise<number> =>
      inTenant(tenantId, async ({ ledger }) => {
        const number = finding.number ?? String(++count)
        const ids = await ledger.createFindings(
          inspectionId,
          [
            {
              number,
              numberKey: numberKey(number),
              path: [number],
              aspect: null,
              heading: `第 ${number} 个问题`,
              original: null,
              status: null,
              ...finding,
            },
          ],
          testNow,
        )
        await ledger.settle(inspectionId)
        return only(ids)
      }),

    /** A cause of the findings given. */
    aCause: (
      tenantId: number,
      inspectionId: number,
      { findingIds = [], ...cause }: Partial<NewCause> & { findingIds?: number[] } = {},
    ): Promise<number> =>
      inTenant(tenantId, async ({ ledger }) => {
        const causeId = only(await ledger.createCauses(inspectionId, [{ text: nth('原因'), ...cause }], testNow))
        await ledger.linkCauses(findingIds.map((findingId) => ({ findingId, causeId })))
        await ledger.settle(inspectionId)
        return causeId
      }),

    /** A measure that answers the findings given. */
    aMeasure: (
      tenantId: number,
      inspectionId: number,
      { findingIds = [], ...measure }: Partial<NewMeasure> & { findingIds?: number[] } = {},
    ): Promise<number> =>
      inTenant(tenantId, async ({ ledger }) => {
        const complete: NewMeasure = {
          text: nth('整改措施'),
          marker: null,
          implied: false,
          status: 'planned',
          kind: null,
          targetText: null,
          target: null,
          dueOn: null,
          duePhrase: null,
          documents: [],
          leadUnitId: null,
          supportingUnitIds: [],
          responsibleLeaderId: null,
          responsibleOfficerId: null,
          docketNumber: null,
          ...measure,
        }
        const measureId = only(await ledger.createMeasures(inspectionId, [complete], testNow))
        await ledger.linkMeasures(findingIds.map((findingId) => ({ findingId, measureId })))
        await ledger.settle(inspectionId)
        return measureId
      }),
  }
}

/** The one id that a store gives back for the one record it was given. */
function only(ids: number[]): number {
  const [id] = ids
  if (id === undefined || ids.length !== 1) throw new Error(`one id was expected, not ${ids.length}`)
  return id
}
