/** Fixtures of every rule, by its code. */

import { fixtures as declaredCauses } from './count/declared-causes.fixtures.ts'
import { fixtures as declaredFindings } from './count/declared-findings.fixtures.ts'
import { fixtures as declaredMeasures } from './count/declared-measures.fixtures.ts'
import { fixtures as declaredRegulations } from './count/declared-regulations.fixtures.ts'
import { fixtures as declaredTwice } from './count/declared-twice.fixtures.ts'
import { fixtures as direction } from './count/direction.fixtures.ts'
import { fixtures as partsSum } from './count/parts-sum.fixtures.ts'
import { fixtures as rate } from './count/rate.fixtures.ts'
import { fixtures as afterPublication } from './date/after-publication.fixtures.ts'
import { fixtures as beforeFeedback } from './date/before-feedback.fixtures.ts'
import { fixtures as beforeInspection } from './date/before-inspection.fixtures.ts'
import { fixtures as deadlinePast } from './date/deadline-past.fixtures.ts'
import { fixtures as impossible } from './date/impossible.fixtures.ts'
import { fixtures as inspectionOrder } from './date/inspection-order.fixtures.ts'
import { fixtures as noYear } from './date/no-year.fixtures.ts'
import { fixtures as periodReversed } from './date/period-reversed.fixtures.ts'
import type { Fixtures } from './fixture.ts'
import { fixtures as basis } from './form/basis.fixtures.ts'
import { fixtures as commentWindow } from './form/comment-window.fixtures.ts'
import { fixtures as contact } from './form/contact.fixtures.ts'
import { fixtures as headingPunctuation } from './form/heading-punctuation.fixtures.ts'
import { fixtures as listSplit } from './form/list-split.fixtures.ts'
import { fixtures as mixedPunctuation } from './form/mixed-punctuation.fixtures.ts'
import { fixtures as slip } from './form/slip.fixtures.ts'
import { fixtures as unbalanced } from './form/unbalanced.fixtures.ts'
import { fixtures as whoAndWhen } from './form/who-and-when.fixtures.ts'
import { fixtures as document } from './name/document.fixtures.ts'
import { fixtures as project } from './name/project.fixtures.ts'
import { fixtures as team } from './name/team.fixtures.ts'
import { fixtures as unit } from './name/unit.fixtures.ts'
import { fixtures as firstOrdinal } from './number/first-ordinal.fixtures.ts'
import { fixtures as headingSequence } from './number/heading-sequence.fixtures.ts'
import { fixtures as headingStop } from './number/heading-stop.fixtures.ts'
import { fixtures as markerWithoutShi } from './number/marker-without-shi.fixtures.ts'
import { fixtures as ordinalSequence } from './number/ordinal-sequence.fixtures.ts'
import { fixtures as unnumberedAct } from './number/unnumbered-act.fixtures.ts'
import { fixtures as excludedCategory } from './privacy/excluded-category.fixtures.ts'
import { fixtures as idNumber } from './privacy/id-number.fixtures.ts'
import { fixtures as mobileNumber } from './privacy/mobile-number.fixtures.ts'
import { fixtures as personName } from './privacy/person-name.fixtures.ts'
import { fixtures as petitioner } from './privacy/petitioner.fixtures.ts'
import { fixtures as undisclosedCase } from './privacy/undisclosed-case.fixtures.ts'
import { fixtures as matchingSum } from './repeat/matching-sum.fixtures.ts'
import { fixtures as sameAct } from './repeat/same-act.fixtures.ts'
import { fixtures as similarAct } from './repeat/similar-act.fixtures.ts'
import { fixtures as totalCountsTwice } from './repeat/total-counts-twice.fixtures.ts'
import { fixtures as boilerplate } from './substance/boilerplate.fixtures.ts'
import { fixtures as promise } from './substance/promise.fixtures.ts'
import { fixtures as studyOnly } from './substance/study-only.fixtures.ts'

export const allFixtures: Readonly<Record<string, Fixtures>> = {
  'count/declared-causes': declaredCauses,
  'count/declared-findings': declaredFindings,
  'count/declared-measures': declaredMeasures,
  'count/declared-regulations': declaredRegulations,
  'count/declared-twice': declaredTwice,
  'count/direction': direction,
  'count/parts-sum': partsSum,
  'count/rate': rate,
  'repeat/matching-sum': matchingSum,
  'repeat/same-act': sameAct,
  'repeat/similar-act': similarAct,
  'repeat/total-counts-twice': totalCountsTwice,
  'name/document': document,
  'name/project': project,
  'name/team': team,
  'name/unit': unit,
  'number/first-ordinal': firstOrdinal,
  'number/heading-sequence': headingSequence,
  'number/heading-stop': headingStop,
  'number/marker-without-shi': markerWithoutShi,
  'number/ordinal-sequence': ordinalSequence,
  'number/unnumbered-act': unnumberedAct,
  'date/after-publication': afterPublication,
  'date/before-feedback': beforeFeedback,
  'date/before-inspection': beforeInspection,
  'date/deadline-past': deadlinePast,
  'date/impossible': impossible,
  'date/inspection-order': inspectionOrder,
  'date/no-year': noYear,
  'date/period-reversed': periodReversed,
  'substance/boilerplate': boilerplate,
  'substance/promise': promise,
  'substance/study-only': studyOnly,
  'privacy/excluded-category': excludedCategory,
  'privacy/id-number': idNumber,
  'privacy/mobile-number': mobileNumber,
  'privacy/person-name': personName,
  'privacy/petitioner': petitioner,
  'privacy/undisclosed-case': undisclosedCase,
  'form/basis': basis,
  'form/comment-window': commentWindow,
  'form/contact': contact,
  'form/heading-punctuation': headingPunctuation,
  'form/list-split': listSplit,
  'form/mixed-punctuation': mixedPunctuation,
  'form/slip': slip,
  'form/unbalanced': unbalanced,
  'form/who-and-when': whoAndWhen,
}
