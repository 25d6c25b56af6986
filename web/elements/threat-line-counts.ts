/** How many measures stood where on a day, in words. Pure. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { STATUSES } from '../../db/vocabulary/stages.ts'
import { statusOn } from '../timeline/lane-index.ts'
import type { TimelineView } from '../timeline/view.ts'
import { statusWord } from '../timeline/words.ts'

/** "7 in force, 2 in procedure, 3 without a status yet". */
export function sayCounts(view: TimelineView, day: Day): string {
  const statuses = view.lanes.map((lane) => (day === view.asOf ? lane.status : statusOn(lane, day)).is)
  const count = (status: (typeof statuses)[number]) => statuses.filter((is) => is === status).length
  const without = count(null)
  return [
    ...[...STATUSES]
      .reverse()
      .filter((status) => count(status) > 0)
      .map((status) => `${count(status)} ${statusWord(status).toLowerCase()}`),
    ...(without > 0 ? [`${without} without a status yet`] : []),
  ].join(', ')
}
