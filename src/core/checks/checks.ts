/** Every check that is shipped, in the order in which they are listed. */
import {
  changeApprovalTier,
  changeDesignPaper,
  changeDrawings,
  changeImplementedFirst,
  changeRatio,
} from './change-approval.ts'
import { changeBelowTier, changeOneApprover, changeSplit } from './change-splitting.ts'
import type { Check } from './check.ts'
import {
  contractPaidBeforeSigning,
  contractSignedLate,
  contractSigningFlow,
  contractSupplements,
  contractWorkBeforeSigning,
} from './contract-signing.ts'
import type { ProjectFacts } from './project-facts.ts'
import { tenderRequired, tenderSplit } from './tender-required.ts'
import { tenderBidBond, tenderBidTime, tenderPerformanceBond } from './tender-terms.ts'

/** Of one project each. */
export const projectChecks: readonly Check<ProjectFacts>[] = [
  tenderRequired,
  tenderSplit,
  tenderBidBond,
  tenderPerformanceBond,
  tenderBidTime,
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
]
