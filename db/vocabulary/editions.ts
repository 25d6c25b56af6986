/**
 * The editions of the status rules. A version of the record keeps the edition it was made with, so a pinned view keeps the
 * rules of its time, and its index is rebuilt by them.
 */
import { RULES_EDITION } from './stages.ts'
import { influenceOf, quietSpans, readStatus } from './status.ts'

export interface StatusRules {
  edition: number
  readStatus: typeof readStatus
  quietSpans: typeof quietSpans
  influenceOf: typeof influenceOf
}

/** Every edition that any version may have been made with, oldest first. New versions are made with the last. */
export const EDITIONS: readonly StatusRules[] = [{ edition: RULES_EDITION, readStatus, quietSpans, influenceOf }]

/** The record was made with an edition of the rules that this program does not know. */
export class RulesUnknown extends Error {
  override name = 'RulesUnknown'
  constructor(edition: number) {
    super(
      `Edition ${edition} of the status rules is not known here: a newer Threatline made this record. Start that one, or a newer.`,
    )
  }
}

/** Throws RulesUnknown: an answer by other rules would be a wrong answer. */
export function rulesOf(edition: number, editions: readonly StatusRules[] = EDITIONS): StatusRules {
  const rules = editions.find((known) => known.edition === edition)
  if (!rules) throw new RulesUnknown(edition)
  return rules
}
