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

/** Throws if the edition is not known: an answer by other rules would be a wrong answer. */
export function rulesOf(edition: number, editions: readonly StatusRules[] = EDITIONS): StatusRules {
  const rules = editions.find((known) => known.edition === edition)
  if (!rules)
    throw new RangeError(`Edition ${edition} of the status rules is not known; a newer Threatline made this record.`)
  return rules
}
