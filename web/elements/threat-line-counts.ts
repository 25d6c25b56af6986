/** How many measures stood where on a day, in words. Pure. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { statusOn } from '../timeline/lane-index.ts'
import type { TimelineView } from '../timeline/view.ts'
import { sayStatusCounts } from '../timeline/words.ts'

/** "7 in force, 2 in procedure, 3 without a status yet". */
export function sayCounts(view: TimelineView, day: Day): string {
  return sayStatusCounts(view.lanes.map((lane) => (day === view.asOf ? lane.status : statusOn(lane, day)).is))
}
