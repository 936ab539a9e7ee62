/** All rules, family by family: the order in which `bihuan explain` lists them. */
import type { Rule } from '../rule.ts'
import { declaredCauses } from './count/declared-causes.ts'
import { declaredFindings } from './count/declared-findings.ts'
import { declaredMeasures } from './count/declared-measures.ts'
import { declaredRegulations } from './count/declared-regulations.ts'
import { declaredTwice } from './count/declared-twice.ts'
import { direction } from './count/direction.ts'
import { partsSum } from './count/parts-sum.ts'
import { rate } from './count/rate.ts'
import { afterPublication } from './date/after-publication.ts'
import { beforeFeedback } from './date/before-feedback.ts'
import { beforeInspection } from './date/before-inspection.ts'
import { deadlinePast } from './date/deadline-past.ts'
import { impossible } from './date/impossible.ts'
import { inspectionOrder } from './date/inspection-order.ts'
import { noYear } from './date/no-year.ts'
import { periodReversed } from './date/period-reversed.ts'
import { basis } from './form/basis.ts'
import { commentWindow } from './form/comment-window.ts'
import { contact } from './form/contact.ts'
import { headingPunctuation } from './form/heading-punctuation.ts'
import { listSplit } from './form/list-split.ts'
import { mixedPunctuation } from './form/mixed-punctuation.ts'
import { slip } from './form/slip.ts'
import { unbalanced } from './form/unbalanced.ts'
import { whoAndWhen } from './form/who-and-when.ts'
import { document } from './name/document.ts'
import { project } from './name/project.ts'
import { team } from './name/team.ts'
import { unit } from './name/unit.ts'
import { firstOrdinal } from './number/first-ordinal.ts'
import { headingSequence } from './number/heading-sequence.ts'
import { headingStop } from './number/heading-stop.ts'
import { markerWithoutShi } from './number/marker-without-shi.ts'
import { ordinalSequence } from './number/ordinal-sequence.ts'
import { unnumberedAct } from './number/unnumbered-act.ts'
import { excludedCategory } from './privacy/excluded-category.ts'
import { idNumber } from './privacy/id-number.ts'
import { mobileNumber } from './privacy/mobile-number.ts'
import { personName } from './privacy/person-name.ts'
import { petitioner } from './privacy/petitioner.ts'
import { undisclosedCase } from './privacy/undisclosed-case.ts'
import { matchingSum } from './repeat/matching-sum.ts'
import { sameAct } from './repeat/same-act.ts'
import { similarAct } from './repeat/similar-act.ts'
import { totalCountsTwice } from './repeat/total-counts-twice.ts'
import { boilerplate } from './substance/boilerplate.ts'
import { promise } from './substance/promise.ts'
import { studyOnly } from './substance/study-only.ts'

export const allRules: readonly Rule[] = [
  declaredCauses,
  declaredFindings,
  declaredMeasures,
  declaredRegulations,
  declaredTwice,
  direction,
  partsSum,
  rate,
  matchingSum,
  sameAct,
  similarAct,
  totalCountsTwice,
  document,
  project,
  team,
  unit,
  firstOrdinal,
  headingSequence,
  headingStop,
  markerWithoutShi,
  ordinalSequence,
  unnumberedAct,
  afterPublication,
  beforeFeedback,
  beforeInspection,
  deadlinePast,
  impossible,
  inspectionOrder,
  noYear,
  periodReversed,
  boilerplate,
  promise,
  studyOnly,
  excludedCategory,
  idNumber,
  mobileNumber,
  personName,
  petitioner,
  undisclosedCase,
  basis,
  commentWindow,
  contact,
  headingPunctuation,
  listSplit,
  mixedPunctuation,
  slip,
  unbalanced,
  whoAndWhen,
]
