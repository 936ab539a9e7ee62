/** Every calculator, in the order in which they are listed. */
import type { Calculator } from './calculator.ts'
import { changeRatioCalculator } from './change-ratio.ts'
import { handoverCalculator } from './handover-countdown.ts'
import { haulageCalculator } from './haulage.ts'
import { qualityBondCalculator } from './quality-bond.ts'
import { replantingCalculator } from './replanting.ts'
import { settlementClockCalculator } from './settlement-clock.ts'
import { soilCalculator } from './soil-thickness.ts'

/** For pages, which know the fields only as they find them: what is read by a calculator's fields fits its `work`. */
export const calculators = [
  changeRatioCalculator,
  soilCalculator,
  replantingCalculator,
  haulageCalculator,
  settlementClockCalculator,
  qualityBondCalculator,
  handoverCalculator,
] as unknown as readonly Calculator[]
