import type { Ordinal } from '../../ordinal-lists.ts'
import { spanOf } from '../../pieces.ts'
import type { Rule, Words } from '../../rule.ts'

/** Ordinals of the measures of one finding: one after the other, none twice. */
export const ordinalSequence: Rule = {
  code: 'number/ordinal-sequence',
  severity: 'error',
  name: { zh: '措施序号不连续', en: 'Ordinals of measures out of sequence' },
  explanation: {
    zh: {
      why: '序号跳号、重号、倒序，说明有措施被删、被并或者放错，按序号引用时会指错。',
      fix: '按顺序重新编号；中间的措施确已遗漏的，补上。',
      example: '“一是……二是……四是……”：缺少“三是”。',
    },
    en: {
      why: 'A gap, a double or a step back shows that a measure was lost, merged or misplaced, and references by ordinal go wrong.',
      fix: 'Number them anew in order; put back what was lost.',
      example: '“一是……二是……四是……”: 三是 is missing.',
    },
  },
  *check({ lists }) {
    for (const { finding, ordinals } of lists) {
      for (const [index, ordinal] of ordinals.entries()) {
        const previous = ordinals[index - 1]
        if (!previous || ordinal.ordinal === previous.ordinal + 1) continue
        // A new paragraph may begin a list of its own.
        if (ordinal.ordinal === 1 && ordinal.line !== previous.line) continue
        yield {
          ...spanOf(ordinal),
          message: wordsOn(finding.number, previous, ordinal),
          related: [{ ...spanOf(previous), note: { zh: '前一项', en: 'the one before' } }],
        }
      }
    }
  },
}

function wordsOn(number: string, previous: Ordinal, ordinal: Ordinal): Words {
  const [before, here] = [previous.marker, ordinal.marker]
  if (ordinal.ordinal === previous.ordinal) {
    return {
      zh: `第${number}个问题的措施序号“${here}”重复。`,
      en: `Finding ${number}: the ordinal “${here}” stands twice.`,
    }
  }
  if (ordinal.ordinal > previous.ordinal) {
    const missing = ordinal.ordinal - previous.ordinal - 1
    return {
      zh: `第${number}个问题的措施序号从“${before}”跳到“${here}”，缺${missing}项。`,
      en: `Finding ${number}: the ordinals go from “${before}” to “${here}”, ${missing} missing.`,
    }
  }
  return {
    zh: `第${number}个问题的措施序号“${here}”排在“${before}”之后，顺序颠倒。`,
    en: `Finding ${number}: the ordinal “${here}” comes after “${before}”.`,
  }
}
