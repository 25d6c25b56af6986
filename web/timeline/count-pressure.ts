/** How many measures press on rights, from day to day. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { Status } from '../../db/vocabulary/stages.ts'
import type { PressurePoint, StatusSpan } from './view.ts'

/**
 * The one list of what "pending" means. Adopted counts until it is in force: it may still be stopped, and it does not bind yet.
 * Suspended is neither pending nor in force.
 */
export const PENDING: ReadonlySet<Status> = new Set<Status>(['proposed', 'in_procedure', 'returned', 'adopted'])

/** How many lanes are pending and in force from each day on which that changes. */
export function countPressure(lanes: readonly { spans: readonly StatusSpan[] }[]): PressurePoint[] {
  // First by how much the counts change on a day, then, in the order of days, what they come to.
  const points = new Map<Day, PressurePoint>()
  const change = (day: Day | null, status: Status, by: number) => {
    if (day === null) return
    let point = points.get(day)
    if (!point) {
      point = { on: day, pending: 0, inForce: 0 }
      points.set(day, point)
    }
    if (status === 'in_force') point.inForce += by
    else if (PENDING.has(status)) point.pending += by
  }
  for (const { spans } of lanes)
    spans.forEach(({ status, from, until }) => {
      change(from, status, 1)
      change(until, status, -1)
    })
  let before = { pending: 0, inForce: 0 }
  return [...points.keys()].sort().map((day) => {
    const point = points.get(day) as PressurePoint
    point.pending += before.pending
    point.inForce += before.inForce
    before = point
    return point
  })
}
