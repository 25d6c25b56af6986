/** What the record holds about a State, counted; few is shown as few. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { JurisdictionDetail, LedgerLine } from '../contract/overview-views.ts'
import type { MeasureSummary } from '../contract/views.ts'
import { countLedger } from '../ledger-line.ts'

export function countState(
  measures: readonly MeasureSummary[],
  lines: readonly LedgerLine[],
  events: number,
): JurisdictionDetail['counts'] {
  const byStatus: JurisdictionDetail['counts']['byStatus'] = {}
  for (const { status } of measures) {
    const is = status.is ?? 'none'
    byStatus[is] = (byStatus[is] ?? 0) + 1
  }
  const { others, ...letters } = countLedger(lines)
  const sum = ({ past, ahead, unknown }: { past: number; ahead: number; unknown: number }) => past + ahead + unknown
  return {
    measures: measures.length,
    byStatus,
    letters: { received: sum(letters.received), none: sum(letters.none), not_known: sum(letters.not_known) },
    otherCommunications: others,
    events,
  }
}

/** The first and the last day on which a person looked for news of any of them. */
export function checkedOf(measures: readonly MeasureSummary[]): { first: Day; last: Day } | null {
  const days = measures.map(({ checkedOn }) => checkedOn).sort()
  const [first] = days
  const last = days.at(-1)
  return first && last ? { first, last } : null
}
