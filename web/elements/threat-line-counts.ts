/** How many measures stood where on a day, in words. Pure. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { statusOn } from '../timeline/lane-index.ts'
import { beginsAfter } from '../timeline/on-day.ts'
import type { TimelineView } from '../timeline/view.ts'
import { sayBeginLater, sayStatusCounts } from '../timeline/words.ts'

/** "7 in force, 2 in procedure, 3 without a status yet; 10 more begin later". */
export function sayCounts(view: TimelineView, day: Day): string {
  const there = view.lanes.filter((lane) => !beginsAfter(lane, day))
  const counts = sayStatusCounts(there.map((lane) => (day === view.asOf ? lane.status : statusOn(lane, day)).is))
  return [counts, sayBeginLater(view.lanes.length - there.length, there.length)].filter(Boolean).join('; ')
}
