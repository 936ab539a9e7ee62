/** Checks that read registers alone: each outcome of each, and both sides of every boundary. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../deadline/day.ts'
import type { Check, CheckOutcome } from './check.ts'
import { commentAcceptedLate, commentAnsweredLate } from './comment-deadlines.ts'
import { fundOutsidePurpose, fundOverdrawn, fundUsesDiffer } from './fund-purpose.ts'
import { integrityAgreementMissing } from './integrity-agreement.ts'
import { branchLifeChecks } from './party-branch-life.ts'
import { partyDues, partyLectureReviewed } from './party-members.ts'
import { periodsBefore } from './party-periods.ts'
import { runCheck } from './run-check.ts'
import { assetBeforeApproval, investmentTaxPerMu } from './unit-assets.ts'
import { type UnitFacts, unitFactsOf } from './unit-facts.ts'
import { whySentence } from './why-sentence.ts'

type Kept = Parameters<typeof unitFactsOf>[1][number]
const today = '2024-11-25' as Day
const wan = (amount: number) => Math.round(amount * 1_000_000)

const entry = (register: string, id: number, values: object, kind: string | null = null): Kept => ({
  id,
  register,
  kind,
  unitId: 1,
  title: `${register} ${id}`,
  on: ((values as { on?: Day }).on ?? null) as Day | null,
  values,
  aggregate: null,
})
const many = (register: string, id: number, values: object, kind: string, from: string, to: string): Kept => ({
  ...entry(register, id, values, kind),
  aggregate: { from: from as Day, to: to as Day, totals: { times: 4 } },
})
/** Integrity is judged by project; its facts hold the same registers. */
const factsOf = (entries: readonly Kept[]) => ({ ...unitFactsOf(1, entries), projectId: 900 })
type Facts = ReturnType<typeof factsOf>

const branch = (values: object = {}) =>
  entry('partyBranch', 1, { name: '样本支部', on: '2016-05-20', committee: true, groups: 0, ...values })
const held = (id: number, kind: string, on: string) =>
  entry('branchLife', id, { branch: 1, on, topic: '例会', minutesKept: true }, kind)
const monthly = (kind: string, ...left: string[]) =>
  periodsBefore(today, 'month', 12)
    .filter(({ name }) => !left.includes(name))
    .map(({ name }, index) => held(100 + index, kind, `${name}-06`))
const quarterly = (kind: string, ...left: string[]) =>
  periodsBefore(today, 'quarter', 4)
    .filter(({ name }) => !left.includes(name))
    .map(({ from, name }, index) => ({ ...held(200 + index, kind, from), name }))
const fund = (values: object) =>
  entry('specialFund', 1, { fund: '样本资金', purpose: '栽树', on: '2024-01-10', received: wan(100), ...values })
const use = (amount: number, within?: boolean) => ({
  on: '2024-05-06',
  what: '用途',
  amount: wan(amount),
  ...(within === undefined ? {} : { within }),
})
const member = (values: object) =>
  entry('partyMember', 1, {
    name: '样本',
    branch: 1,
    joinedOn: '2010-06-30',
    status: 'full',
    on: '2016-05-20',
    ...values,
  })
const petition = (values: object) =>
  entry('comment', 1, { on: '2024-08-01', subject: '反映', words: '原话', category: 'petition', ...values }, 'letter')
const lecture = (values: object) =>
  entry('branchLife', 1, { branch: 1, on: '2024-08-20', topic: '党课', ...values }, 'lecture')
const contract = (values: object = {}, kind = 'construction') =>
  entry('contract', 1, { project: 900, name: '合同', contractor: '青山公司', signedOn: '2024-03-01', ...values }, kind)
const agreement = (values: object) =>
  entry('integrityAgreement', 2, { party: '青山公司', role: 'contractor', on: '2024-03-02', ...values }, 'integrity')
const asset = (values: object, kind = 'scrapped') => entry('stateAsset', 1, { asset: '旧车', ...values }, kind)
const investment = (values: object) =>
  entry('investmentProject', 1, { name: '样本项目', investor: '投资人', signedOn: '2024-02-01', ...values })

const life = (id: string): Check<UnitFacts> => {
  const found = branchLifeChecks.find((check) => check.id === id)
  if (found === undefined) throw new Error(`no check ${id}`)
  return found
}
const idle = held(99, 'themeDay', '2024-09-18')
type Row = readonly [string, readonly Kept[], CheckOutcome, string?]
/** The four outcomes of a check of what a branch owes; `whole` is what it takes. */
const owed = (whole: readonly Kept[], one: readonly Kept[], kind: string): Row[] => [
  ['all held', [branch(), ...whole], 'clear'],
  ['one left out', [branch(), ...one, idle], 'flagged'],
  ['nothing entered at all', [branch()], 'cannotTell'],
  [
    'summed up where it is missing',
    [branch(), ...one, many('branchLife', 9, { branch: 1 }, kind, '2023-01-01', '2024-10-31')],
    'cannotTell',
  ],
  ['no branch', [held(3, kind, '2024-08-06')], 'notApplicable'],
  ['founded since', [branch({ on: '2024-11-02' })], 'notApplicable'],
]

const table: readonly (readonly [Check<Facts>, readonly Row[]])[] = [
  [life('party.memberMeetings'), owed(quarterly('members'), quarterly('members', '2024-Q2'), 'members')],
  [
    life('party.committeeMeetings'),
    [
      ...owed(monthly('committee'), monthly('committee', '2024-08'), 'committee'),
      ['no committee', [branch({ committee: false }), idle], 'notApplicable'],
      [
        'not said whether there is one',
        [entry('partyBranch', 1, { name: '支部', on: '2016-05-20' }), idle],
        'cannotTell',
      ],
    ],
  ],
  [
    life('party.groupMeetings'),
    [
      [
        'two groups, each month twice',
        [branch({ groups: 2 }), ...monthly('group'), ...monthly('group').map((one) => ({ ...one, id: one.id + 500 }))],
        'clear',
      ],
      ['two groups, once each month', [branch({ groups: 2 }), ...monthly('group')], 'flagged'],
      ['no groups', [branch(), idle], 'notApplicable'],
      ['not said how many', [entry('partyBranch', 1, { name: '支部', on: '2016-05-20' }), idle], 'cannotTell'],
    ],
  ],
  [life('party.lectures'), owed(quarterly('lecture'), quarterly('lecture', '2023-Q4'), 'lecture')],
  [life('party.themeDays'), owed(monthly('themeDay'), monthly('themeDay', '2024-10'), 'themeDay')],
  [
    life('party.organisationalLife'),
    [
      ['in the year', [branch(), held(2, 'organisationalLife', '2023-12-30')], 'clear'],
      ['on the last day that counts', [branch(), held(2, 'organisationalLife', '2024-02-29')], 'clear'],
      [
        'a day later',
        [branch(), held(2, 'organisationalLife', '2024-03-01'), held(3, 'members', '2023-06-22')],
        'flagged',
      ],
      ['nothing entered', [branch()], 'cannotTell'],
      ['founded in the year', [branch({ on: '2023-01-02' }), idle], 'notApplicable'],
    ],
  ],
  [
    life('party.appraisal'),
    [
      ['in the year', [branch(), held(2, 'appraisal', '2023-01-01')], 'clear'],
      ['the year before', [branch(), held(2, 'appraisal', '2022-12-31'), held(3, 'members', '2023-06-22')], 'flagged'],
      ['nothing entered', [branch()], 'cannotTell'],
      ['dissolved', [branch({ dissolvedOn: '2023-12-31' }), idle], 'notApplicable'],
    ],
  ],
  [
    partyLectureReviewed,
    [
      ['reviewed on the day', [lecture({ reviewedOn: '2024-08-20', reviewedBy: 7 })], 'clear'],
      ['reviewed the day after', [lecture({ reviewedOn: '2024-08-21', reviewedBy: 7 })], 'flagged'],
      ['nobody named', [lecture({ reviewedOn: '2024-08-15' })], 'cannotTell'],
      ['no lecture', [held(2, 'committee', '2024-08-06')], 'notApplicable'],
    ],
  ],
  [
    partyDues,
    [
      ['paid for last month', [member({ duesPaidTo: '2024-10-31' })], 'clear'],
      ['paid ahead', [member({ duesPaidTo: '2024-12-31' })], 'clear'],
      ['one month owed', [member({ duesPaidTo: '2024-09-30' })], 'flagged', 'flagged'],
      ['five months owed', [member({ duesPaidTo: '2024-05-31' })], 'flagged', 'flagged'],
      ['six months owed', [member({ duesPaidTo: '2024-04-30' })], 'flagged', 'lapsed'],
      ['not said', [member({})], 'cannotTell'],
      ['left', [member({ duesPaidTo: '2024-02-29', outOn: '2024-11-25' })], 'notApplicable'],
    ],
  ],
  [
    fundOutsidePurpose,
    [
      ['all within', [fund({ uses: [use(40, true)], used: wan(40) })], 'clear', 'clear'],
      ['all restored', [fund({ uses: [use(40, false)], restored: wan(40) })], 'clear', 'restored'],
      ['one 分 not restored', [fund({ uses: [use(40, false)], restored: wan(40) - 1 })], 'flagged'],
      ['some outside, some not said', [fund({ uses: [use(1, false), use(5)] })], 'flagged'],
      ['not said', [fund({ uses: [use(40, true), use(5)] })], 'cannotTell'],
      ['used, but no uses', [fund({ used: wan(3) })], 'cannotTell'],
      ['nothing used', [fund({})], 'notApplicable'],
    ],
  ],
  [
    fundOverdrawn,
    [
      ['all of it', [fund({ used: wan(100) })], 'clear'],
      ['one 分 more', [fund({ used: wan(100) + 1 })], 'flagged'],
      ['more, but some came back', [fund({ used: wan(120), restored: wan(20) })], 'clear'],
      ['not said', [fund({})], 'cannotTell'],
      ['no fund', [], 'notApplicable'],
    ],
  ],
  [
    fundUsesDiffer,
    [
      ['adds up', [fund({ uses: [use(0.1, true), use(0.2, true)], used: wan(0.3) })], 'clear'],
      ['one 分 apart', [fund({ uses: [use(30, true)], used: wan(30) + 1 })], 'flagged'],
      ['no total', [fund({ uses: [use(30, true)] })], 'cannotTell'],
      ['no uses', [fund({ used: wan(3) })], 'notApplicable'],
    ],
  ],
  [
    assetBeforeApproval,
    [
      ['approved the same day', [asset({ on: '2024-09-10', approvedOn: '2024-09-10' })], 'clear'],
      ['approved a day later', [asset({ on: '2024-09-10', approvedOn: '2024-09-11' })], 'flagged'],
      ['no approval entered', [asset({ on: '2024-09-10' })], 'cannotTell'],
      ['a surplus', [asset({ on: '2024-09-10' }, 'surplus')], 'notApplicable'],
    ],
  ],
  [
    investmentTaxPerMu,
    [
      ['just enough', [investment({ taxPerMu: wan(15) })], 'clear'],
      ['one 分 less', [investment({ taxPerMu: wan(15) - 1 })], 'flagged', 'flagged'],
      ['no clause', [investment({ taxClause: false, taxPerMu: wan(20) })], 'flagged', 'noClause'],
      ['not said', [investment({ taxClause: true })], 'cannotTell'],
      ['ended', [investment({ stage: 'ended' })], 'notApplicable'],
    ],
  ],
  [
    commentAcceptedLate,
    [
      ['on day 15', [petition({ acceptedOn: '2024-08-16' })], 'clear', 'clear'],
      ['on day 16', [petition({ acceptedOn: '2024-08-17' })], 'flagged', 'flagged'],
      ['answered at once', [petition({ answeredOn: '2024-08-05' })], 'clear', 'clear'],
      ['not yet, day 15', [petition({ on: '2024-11-10' })], 'clear', 'pending'],
      ['not yet, day 16', [petition({ on: '2024-11-09' })], 'flagged', 'open'],
      ['before the rule', [petition({ on: '2022-04-30' })], 'notApplicable'],
      ['a suggestion', [petition({ category: 'suggestion' })], 'notApplicable'],
      ['no day', [entry('comment', 1, { category: 'petition' }, 'letter')], 'cannotTell'],
    ],
  ],
  [
    commentAnsweredLate,
    [
      ['on day 60', [petition({ acceptedOn: '2024-08-02', answeredOn: '2024-10-01' })], 'clear', 'clear'],
      ['on day 61', [petition({ acceptedOn: '2024-08-02', answeredOn: '2024-10-02' })], 'flagged', 'flagged'],
      [
        'extended, on day 90',
        [petition({ acceptedOn: '2024-08-02', answeredOn: '2024-10-31', extendedTo: '2024-12-31' })],
        'clear',
      ],
      [
        'extended, on day 91',
        [petition({ acceptedOn: '2024-08-02', answeredOn: '2024-11-01', extendedTo: '2024-12-31' })],
        'flagged',
      ],
      ['not yet, last day', [petition({ acceptedOn: '2024-09-26' })], 'clear', 'pending'],
      ['not yet, a day past it', [petition({ acceptedOn: '2024-09-25' })], 'flagged', 'open'],
      ['handed on', [petition({ result: 'transferred' })], 'notApplicable'],
      ['no day', [entry('comment', 1, { category: 'petition' }, 'letter')], 'cannotTell'],
    ],
  ],
  [
    integrityAgreementMissing,
    [
      ['with one of the contract', [contract(), agreement({ contract: 1 })], 'clear'],
      ['with one of the firm', [contract(), agreement({})], 'clear'],
      ['with one of another contract', [contract(), agreement({ contract: 8 })], 'flagged', 'flagged'],
      ['without', [contract({}, 'supervision')], 'flagged', 'flagged'],
      ['ends today', [contract(), agreement({ contract: 1, until: today })], 'clear'],
      ['ended yesterday', [contract(), agreement({ contract: 1, until: '2024-11-24' })], 'flagged', 'expired'],
      ['being performed, not signed', [contract({ signedOn: undefined, performedFrom: '2024-05-01' })], 'cannotTell'],
      ['over since today', [contract({ endedOn: today })], 'notApplicable'],
      ['over tomorrow', [contract({ endedOn: '2024-11-26' })], 'flagged'],
      [
        'terminated',
        [contract(), entry('contract', 5, { mainContract: 1, signedOn: '2024-08-20' }, 'termination')],
        'notApplicable',
      ],
      ['for design', [contract({}, 'design')], 'notApplicable'],
    ],
  ],
]

const run = (check: Check<Facts>, entries: readonly Kept[]) => runCheck(check, factsOf(entries), [], 1, today).findings

test.each(
  table.flatMap(([check, rows]) =>
    rows.map(([name, entries, outcome, why]) => [`${check.id}: ${name}`, check, entries, outcome, why] as const),
  ),
)('%s', (_, check, entries, outcome, why) => {
  const [found] = run(check, entries)
  expect(found?.outcome).toBe(outcome)
  if (why !== undefined) expect(found?.why).toBe(why)
  if (outcome === 'cannotTell') expect(found?.needs).not.toEqual([])
})

test('every check has each of the four outcomes in the table', () => {
  const incomplete = table.filter(([, rows]) => new Set(rows.map(([, , outcome]) => outcome)).size < 4)
  expect(incomplete.map(([{ id }]) => id)).toEqual([])
})

test('every sentence that is given has all its numbers, in both languages', () => {
  const holes = table.flatMap(([check, rows]) =>
    rows.flatMap(([name, entries]) =>
      run(check, entries).flatMap((found) => {
        const { zh, en } = whySentence(check, found)
        const isWhole = !/[—{]/.test(zh + en) && !/\p{Script=Han}/u.test(en.replace(/样本\S{2}|青山公司/gu, ''))
        return isWhole ? [] : [`${check.id}: ${name}: ${zh} / ${en}`]
      }),
    ),
  )
  expect(holes).toEqual([])
})

const everything = table.flatMap(([, rows]) => rows.flatMap(([, entries]) => entries))
const unlike = everything.map((one, index) => ({ ...one, id: 1000 + index }))

test('no check fails on entries of which anything is missing, and the order of entries does not matter', () => {
  const partial = fc.shuffledSubarray(unlike, { maxLength: 12 }).chain((entries) =>
    fc.tuple(
      ...entries.map((one) =>
        fc.shuffledSubarray(Object.keys(one.values)).map((left) => ({
          ...one,
          values: Object.fromEntries(Object.entries(one.values).filter(([key]) => left.includes(key))),
        })),
      ),
    ),
  )
  fc.assert(
    fc.property(partial, (entries) => {
      for (const [check] of table) {
        const found = run(check, entries)
        expect(found.length).toBeGreaterThan(0)
        expect(run(check, [...entries].reverse())).toEqual(found)
      }
    }),
  )
})

test('an entry that has nothing to do with it changes no result', () => {
  const other = entry('training', 5000, { on: '2024-05-05', topic: '别的事' }, 'business')
  for (const [check, rows] of table)
    for (const [, entries] of rows) expect(run(check, [...entries, other])).toEqual(run(check, entries))
})

test('periods that are over begin and end where calendars say', () => {
  expect(periodsBefore('2024-03-31' as Day, 'month', 2)).toEqual([
    { from: '2024-01-01', to: '2024-01-31', name: '2024-01' },
    { from: '2024-02-01', to: '2024-02-29', name: '2024-02' },
  ])
  expect(periodsBefore('2025-01-01' as Day, 'quarter', 1)).toEqual([
    { from: '2024-10-01', to: '2024-12-31', name: '2024-Q4' },
  ])
  expect(periodsBefore('2025-12-31' as Day, 'year', 1)).toEqual([
    { from: '2024-01-01', to: '2024-12-31', name: '2024' },
  ])
})
