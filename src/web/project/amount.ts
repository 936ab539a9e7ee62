import { roundedWan } from '../../core/registers/money.ts'

/** 分 in 万元 to two decimals, as on the drawings; empty for what is not recorded. */
export const wan = (fen: number | null): string => (fen === null ? '' : roundedWan(fen))
