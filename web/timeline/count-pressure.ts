/** How many measures press on rights, from day to day. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { Status } from '../../db/vocabulary/stages.ts'
import type { PressurePoint, StatusSpan } from './view.ts'

/**
 * The one list of what "pending" means. Adopted counts until it is in force: it may still be stopped, and it does not bind yet.
 * Suspended is neither pending nor in force.
 */
export const PENDING: readonly Status[] = ['proposed', 'in_procedure', 'returned', 'adopted']

/** How many lanes are pending and in force from each day on which that changes. */
export function countPressure(lanes: readonly { spans: readonly StatusSpan[] }[]): PressurePoint[] {
  const changes = new Map<Day, { pending: number; inForce: number }>()
  const change = (day: Day | null, status: Status, by: number) => {
    if (day === null) return
    const at = changes.get(day) ?? { pending: 0, inForce: 0 }
    if (PENDING.includes(status)) at.pending += by
    if (status === 'in_force') at.inForce += by
    changes.set(day, at)
  }
  for (const { spans } of lanes)
    for (const { status, from, until } of spans) {
      change(from, status, 1)
      change(until, status, -1)
    }
  let pending = 0
  let inForce = 0
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, by]) => {
      pending += by.pending
      inForce += by.inForce
      return { on, pending, inForce }
    })
}
