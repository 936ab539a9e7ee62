/** Every check that is shipped, in the order in which they are listed. */

import { acceptanceFiling, acceptancePreconditions, acceptanceUsedBefore } from './acceptance-completion.ts'
import { archiveMissing } from './archive-papers.ts'
import {
  changeApprovalTier,
  changeDesignPaper,
  changeDrawings,
  changeImplementedFirst,
  changeRatio,
} from './change-approval.ts'
import { changeBelowTier, changeOneApprover, changeSplit } from './change-splitting.ts'
import type { Check } from './check.ts'
import { commentAcceptedLate, commentAnsweredLate } from './comment-deadlines.ts'
import {
  contractPaidBeforeSigning,
  contractSignedLate,
  contractSigningFlow,
  contractSupplements,
  contractWorkBeforeSigning,
} from './contract-signing.ts'
import { decisionContractorFinances, decisionEstimateExceeded, decisionOverBudget } from './decision-investment.ts'
import { doubleCountSame, doubleCountSum } from './double-count.ts'
import type { FindingFacts } from './finding-facts.ts'
import { findingStudyOnly } from './finding-study-only.ts'
import { fundChecks } from './fund-purpose.ts'
import { handoverGap, handoverNotStarted, handoverPlantCount, handoverPlantList } from './handover-plants.ts'
import { haulageDumpSite, haulagePayable } from './haulage-payable.ts'
import { integrityAgreementMissing } from './integrity-agreement.ts'
import { integrityHospitality } from './integrity-hospitality.ts'
import { landOccupied, landReclaimed, landUnconverted } from './land-use.ts'
import { branchLifeChecks } from './party-branch-life.ts'
import { partyDues, partyLectureReviewed } from './party-members.ts'
import {
  paymentBeforeAcceptance,
  paymentBeyondStage,
  paymentBondBeforeSurvival,
  paymentDuplicate,
  paymentOverContract,
  paymentQualityBond,
} from './payment-limits.ts'
import {
  paymentAhead,
  paymentProgressHigh,
  paymentProgressLow,
  paymentWageAccount,
  paymentWagesMonthly,
} from './payment-progress.ts'
import { plantingMissing, plantingQuantity, plantingSurvival } from './planting-survival.ts'
import type { ProjectFacts } from './project-facts.ts'
import {
  accountFinal,
  settlementBeforeAcceptance,
  settlementNotAudited,
  settlementNotSubmitted,
  settlementReductionRate,
  settlementReviewTime,
} from './settlement-review.ts'
import { soilDensity, soilReductionDue, soilThickness, soilThicknessOld } from './soil-thickness.ts'
import {
  tenderLateBid,
  tenderLowestRejected,
  tenderOthersRejected,
  tenderSamePrice,
  tenderSharedPeople,
  tenderShortNotice,
  tenderSingleBid,
} from './tender-bids.ts'
import { tenderRequired, tenderSplit } from './tender-required.ts'
import { tenderBidBond, tenderBidTime, tenderPerformanceBond } from './tender-terms.ts'
import { timeOverrun, timeStartLate } from './time-schedule.ts'
import { assetBeforeApproval, investmentTaxPerMu } from './unit-assets.ts'
import { unitSameWinner, unitSplitPurchases } from './unit-awards.ts'
import type { UnitFacts } from './unit-facts.ts'

/** Of one project each. */
export const projectChecks: readonly Check<ProjectFacts>[] = [
  decisionEstimateExceeded,
  decisionOverBudget,
  decisionContractorFinances,
  tenderRequired,
  tenderSplit,
  tenderBidBond,
  tenderPerformanceBond,
  tenderBidTime,
  tenderShortNotice,
  tenderSingleBid,
  tenderSamePrice,
  tenderLateBid,
  tenderOthersRejected,
  tenderLowestRejected,
  tenderSharedPeople,
  contractSignedLate,
  contractWorkBeforeSigning,
  contractPaidBeforeSigning,
  contractSupplements,
  contractSigningFlow,
  changeApprovalTier,
  changeRatio,
  changeImplementedFirst,
  changeDrawings,
  changeDesignPaper,
  changeBelowTier,
  changeSplit,
  changeOneApprover,
  paymentProgressLow,
  paymentProgressHigh,
  paymentAhead,
  paymentBeyondStage,
  paymentOverContract,
  paymentBeforeAcceptance,
  paymentQualityBond,
  paymentBondBeforeSurvival,
  paymentDuplicate,
  paymentWageAccount,
  paymentWagesMonthly,
  timeStartLate,
  timeOverrun,
  plantingMissing,
  plantingSurvival,
  plantingQuantity,
  soilThickness,
  soilThicknessOld,
  soilDensity,
  soilReductionDue,
  haulagePayable,
  haulageDumpSite,
  acceptancePreconditions,
  acceptanceUsedBefore,
  acceptanceFiling,
  settlementNotSubmitted,
  settlementReviewTime,
  settlementNotAudited,
  settlementReductionRate,
  settlementBeforeAcceptance,
  accountFinal,
  handoverNotStarted,
  handoverGap,
  handoverPlantCount,
  handoverPlantList,
  landUnconverted,
  archiveMissing,
  integrityHospitality,
  integrityAgreementMissing,
  doubleCountSame,
  doubleCountSum,
]

/** Of one unit each: what it keeps, across its projects. */
export const unitChecks: readonly Check<UnitFacts>[] = [
  unitSplitPurchases,
  unitSameWinner,
  landOccupied,
  landReclaimed,
  investmentTaxPerMu,
  assetBeforeApproval,
  ...fundChecks,
  ...branchLifeChecks,
  partyLectureReviewed,
  partyDues,
  commentAcceptedLate,
  commentAnsweredLate,
]

/** Of one finding each: its words, and what its measures cite. */
export const findingChecks: readonly Check<FindingFacts>[] = [findingStudyOnly]
