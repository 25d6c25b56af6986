/** What the record holds about a State, counted; few is shown as few. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { isAfter, splitByBeginning } from '../../web/timeline/on-day.ts'
import type { TimelineEvent } from '../../web/timeline/view.ts'
import type { JurisdictionDetail, LedgerLine } from '../contract/overview-views.ts'
import type { MeasureSummary } from '../contract/views.ts'
import { countLedger, isSentBy } from '../ledger-line.ts'

export function countState(
  all: readonly MeasureSummary[],
  communications: readonly LedgerLine[],
  events: readonly Pick<TimelineEvent, 'on'>[],
  asOf: Day,
): JurisdictionDetail['counts'] {
  const [measures, laterMeasures] = splitByBeginning(all, asOf)
  const lines = communications.filter((line) => isSentBy(line, asOf))
  const laterEvents = events.filter(({ on }) => isAfter(on, asOf)).length
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
    events: events.length - laterEvents,
    later: {
      measures: laterMeasures.length,
      letters: communications.filter((line) => line.kind === 'letter' && !isSentBy(line, asOf)).length,
      events: laterEvents,
    },
  }
}

/** The first and the last day on which a person looked for news of any of them. */
export function checkedOf(measures: readonly MeasureSummary[]): { first: Day; last: Day } | null {
  const days = measures.map(({ checkedOn }) => checkedOn).sort()
  const [first] = days
  const last = days.at(-1)
  return first && last ? { first, last } : null
}
