/**
 * The proofreader: every rule over one notice, like a compiler's checks. Pure and about linear in the length of the text.
 * Without diagnostics the text is clean as far as the rules see; a diagnostic is a question to a person, never a verdict.
 */
import type { Day } from '../deadline/day.ts'
import type { Notice } from '../notice/notice.ts'
import { datedActsOf } from './dated-acts.ts'
import type { Diagnostic } from './diagnostic.ts'
import { ordinalLists } from './ordinal-lists.ts'
import { passagesOf, visibleNodes } from './passages.ts'
import { comparePlace, spanOf } from './pieces.ts'
import { repeatedActs } from './repeated-acts.ts'
import type { Context, Rule } from './rule.ts'
import { allRules } from './rules/all.ts'

/**
 * Diagnostics of a notice in the order of its text.
 *
 * @param lines the source lines that `notice` was parsed from
 * @param knownOn the day by which the text existed, used where the text itself names no day of publication
 */
export function proofread(notice: Notice, lines: readonly string[], knownOn: Day | null = null): Diagnostic[] {
  const context = contextOf(notice, lines, knownOn)
  const diagnostics = allRules.flatMap((rule) => diagnosticsOf(rule, context))
  return diagnostics.sort((a, b) => comparePlace(a, b) || (a.code < b.code ? -1 : 1))
}

/** What rules look at, computed once for all of them. */
export function contextOf(notice: Notice, lines: readonly string[], knownOn: Day | null = null): Context {
  const passages = passagesOf(notice)
  return {
    notice,
    lines,
    passages,
    visible: visibleNodes(notice, passages),
    lists: ordinalLists(notice.findings),
    datedActs: datedActsOf(passages),
    acts: repeatedActs(notice),
    knownOn: notice.publishedOn ?? knownOn,
  }
}

/** What one rule says, at most once per place and message. */
export function diagnosticsOf(rule: Rule, context: Context): Diagnostic[] {
  const told = new Set<string>()
  const found: Diagnostic[] = []
  for (const place of rule.check(context)) {
    const { message, related = [], severity = rule.severity } = place
    const key = `${place.line}:${place.column}:${message.zh}`
    if (told.has(key)) continue
    told.add(key)
    found.push({ ...spanOf(place), severity, code: rule.code, message, related })
  }
  return found
}
