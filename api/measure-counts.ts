/** Counts of measures: they are called counts, never scores. */
import type { Status } from '../db/vocabulary/stages.ts'
import type { StatusAnswer } from '../web/timeline/view.ts'

export function countStatuses(measures: readonly { status: StatusAnswer }[]): Partial<Record<Status, number>> {
  const counts: Partial<Record<Status, number>> = {}
  for (const { status } of measures) if (status.is) counts[status.is] = (counts[status.is] ?? 0) + 1
  return counts
}
