/** The window on the overview: what a drag or a key makes of the stretch of time on show. Pure. */
import type { Direction, Overview } from '../timeline/marks.ts'
import { dayNumber } from '../timeline/time-scale.ts'
import { lengthOf, type Range } from './threat-line-range.ts'

/** What of the window is held: its first day, its last, or all of it; `new` draws another. */
export type Hold = 'from' | 'until' | 'whole' | 'new'

/** Shortest stretch, in days, that the edges leave. */
const SHORTEST = 14
/** Pixels from an edge that still hold it. */
const GRIP = 10

export interface Grasp {
  hold: Hold
  /** Day number under the pointer when it came down. */
  at: number
  range: Range
}

function scaleOf(overview: Overview, direction: Direction): { from: number; until: number; x0: number; x1: number } {
  const [x0, x1] = direction === 'ltr' ? [overview.x0, overview.x1] : [overview.x1, overview.x0]
  return { from: dayNumber(overview.from) ?? 0, until: (dayNumber(overview.until) ?? 0) + 1, x0, x1 }
}

/** Day number, with fractions, at x in pixels of the drawing; held within the overview. */
export function numberAt(overview: Overview, direction: Direction, x: number): number {
  const { from, until, x0, x1 } = scaleOf(overview, direction)
  return Math.max(from, Math.min(until, from + ((x - x0) / (x1 - x0)) * (until - from)))
}

/** Where the window stands, in pixels of the drawing. */
export function windowOf(overview: Overview, direction: Direction, range: Range): { left: number; width: number } {
  const { from, until, x0, x1 } = scaleOf(overview, direction)
  const at = (day: number) => x0 + ((Math.max(from, Math.min(until, day)) - from) / (until - from)) * (x1 - x0)
  const ends = [at(range.from), at(range.until)].sort((a, b) => a - b) as [number, number]
  return { left: ends[0], width: Math.max(2, ends[1] - ends[0]) }
}

/** What a pointer that comes down at x takes hold of. All of time cannot be moved, so a drag then draws a window. */
export function grasp(overview: Overview, direction: Direction, range: Range, x: number): Grasp {
  const { left, width } = windowOf(overview, direction, range)
  const at = numberAt(overview, direction, x)
  const [atLeft, atRight] = direction === 'ltr' ? (['from', 'until'] as const) : (['until', 'from'] as const)
  if (Math.abs(x - left) <= GRIP) return { hold: atLeft, at, range }
  if (Math.abs(x - left - width) <= GRIP) return { hold: atRight, at, range }
  const isInside = x > left && x < left + width
  return { hold: isInside && width < overview.x1 - overview.x0 - 1 ? 'whole' : 'new', at, range }
}

/** The stretch after the pointer has come to a day. */
export function dragTo({ hold, at, range }: Grasp, to: number, limits: Range): Range {
  if (hold === 'new') {
    const from = Math.min(at, to)
    return held({ from, until: Math.max(at, to, from + SHORTEST) }, limits)
  }
  if (hold === 'whole') return held({ from: range.from + to - at, until: range.until + to - at }, limits)
  return hold === 'from'
    ? { from: Math.max(limits.from, Math.min(to, range.until - SHORTEST)), until: range.until }
    : { from: range.from, until: Math.min(limits.until, Math.max(to, range.from + SHORTEST)) }
}

/** Arrows move by a twentieth of what is on show, pages by half; Home and End go to the limits. Null for other keys. */
export function keyTo(hold: Hold, key: string, direction: Direction, range: Range, limits: Range): Range | null {
  const onwards = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft'
  const back = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight'
  const shares: Record<string, number> = {
    [onwards]: 0.05,
    ArrowUp: 0.05,
    PageUp: 0.5,
    [back]: -0.05,
    ArrowDown: -0.05,
    PageDown: -0.5,
  }
  const at = hold === 'until' ? range.until : range.from
  const to = key === 'Home' ? limits.from : key === 'End' ? limits.until : null
  const share = shares[key]
  if (to === null && share === undefined) return null
  const days = Math.max(1, Math.round(Math.abs(share ?? 0) * lengthOf(range))) * Math.sign(share ?? 0)
  return dragTo({ hold, at, range }, to ?? at + days, limits)
}

/** Moved rather than shortened. */
function held(range: Range, limits: Range): Range {
  const length = Math.min(lengthOf(range), lengthOf(limits))
  const from = Math.max(limits.from, Math.min(limits.until - length, range.from))
  return { from, until: from + length }
}
