/** Every register that is shipped, in the order in which they are listed. */

import { acceptance } from './acceptance.ts'
import { accountability } from './accountability.ts'
import { annualAssessment } from './annual-assessment.ts'
import { archiveItem } from './archive-item.ts'
import { branchLife } from './branch-life.ts'
import { changeOrder } from './change-order.ts'
import { checkRecord } from './check-record.ts'
import { comment } from './comment.ts'
import { contract } from './contract.ts'
import { decision } from './decision.ts'
import type { Register } from './definition.ts'
import { dueDiligence } from './due-diligence.ts'
import { fundApplication } from './fund-application.ts'
import { handover } from './handover.ts'
import { haulage } from './haulage.ts'
import { idleAsset } from './idle-asset.ts'
import { integrityAgreement } from './integrity-agreement.ts'
import { investmentProject } from './investment-project.ts'
import { landReclamation } from './land-reclamation.ts'
import { lookBack } from './look-back.ts'
import { lookBackBatch } from './look-back-batch.ts'
import { maintenance } from './maintenance.ts'
import { meeting } from './meeting.ts'
import { partyBranch } from './party-branch.ts'
import { partyMember } from './party-member.ts'
import { patrol } from './patrol.ts'
import { payment } from './payment.ts'
import { plant } from './plant.ts'
import { project } from './project.ts'
import { projectLead } from './project-lead.ts'
import { quantityReview } from './quantity-review.ts'
import { regulation } from './regulation.ts'
import { replanting } from './replanting.ts'
import { schedule } from './schedule.ts'
import { settlement } from './settlement.ts'
import { soilSample } from './soil-sample.ts'
import { specialFund } from './special-fund.ts'
import { stateAsset } from './state-asset.ts'
import { study } from './study.ts'
import { subcontractor } from './subcontractor.ts'
import { supervisionReport } from './supervision-report.ts'
import { survivalCheck } from './survival-check.ts'
import { tender } from './tender.ts'
import { training } from './training.ts'

export const shippedRegisters = {
  meeting,
  study,
  training,
  branchLife,
  partyBranch,
  partyMember,
  regulation,
  check: checkRecord,
  lookBackBatch,
  lookBack,
  patrol,
  landReclamation,
  dueDiligence,
  investmentProject,
  idleAsset,
  fundApplication,
  stateAsset,
  specialFund,
  integrityAgreement,
  accountability,
  comment,
  project,
  contract,
  changeOrder,
  payment,
  tender,
  decision,
  projectLead,
  subcontractor,
  schedule,
  acceptance,
  handover,
  annualAssessment,
  supervisionReport,
  archiveItem,
  settlement,
  quantityReview,
  plant,
  replanting,
  survivalCheck,
  soilSample,
  haulage,
  maintenance,
} as const satisfies Record<string, Register>
export type ShippedRegisters = typeof shippedRegisters
