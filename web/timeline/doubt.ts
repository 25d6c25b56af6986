/** What a date looks like: how wide, how soft, where its point may stand. */
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import type { Edge } from './marks.ts'
import { dayNumber } from './time-scale.ts'
import type { WireDate } from './view.ts'

/** Day numbers; `until` is the day after the last. Null where open. */
export interface Doubt {
  /** The day from which it is certain to have happened; where no last day is known, the first on which it can have. */
  at: number
  from: number | null
  until: number | null
  /** Of a duration, in days: how long the start and the end are in doubt. */
  startDoubt: number
  endDoubt: number
  /** `a/..`: it goes on. Any other open end is not known. */
  goesOn: boolean
  /** `~` or `%`: hatched. */
  approximate: boolean
  /** Known to the day: a point. */
  exact: boolean
}

/** Null where neither bound is known, so that nothing can be drawn. */
export function doubtOf(on: WireDate | null): Doubt | null {
  if (!on) return null
  if (on.edtf === on.earliest && on.edtf === on.latest) return dayOf(dayNumber(on.edtf))
  const earliest = dayNumber(on.earliest)
  const latest = dayNumber(on.latest)
  const at = latest ?? earliest
  if (at === null) return null
  const approximate = /[~%]/.test(on.edtf)
  const [start, end] = on.edtf.includes('/') ? on.edtf.split('/') : []
  return {
    at,
    from: earliest,
    until: latest === null ? null : latest + 1,
    startDoubt: widthOf(start),
    endDoubt: widthOf(end),
    goesOn: end === '..',
    approximate,
    exact: earliest === latest && !approximate,
  }
}

/** What most dates are: a day, without any doubt. */
function dayOf(at: number | null): Doubt | null {
  if (at === null) return null
  const none = { startDoubt: 0, endDoubt: 0, goesOn: false, approximate: false }
  return { at, from: at, until: at + 1, ...none, exact: true }
}

/** Days beyond the first that one end of an interval can mean: 0 for a day, 364 for a year. */
function widthOf(end: string | undefined): number {
  if (!end || end === '..') return 0
  const date = parseEdtf(end)
  const earliest = dayNumber(date.earliest)
  const latest = dayNumber(date.latest)
  return earliest === null || latest === null ? 0 : latest - earliest
}

/** How far an open end fades out, in pixels: long enough to be seen as no edge. */
export const OPEN = 28
/** The least width of an approximate date, whose doubt nobody has measured. */
const APPROXIMATE = 12

export interface Stretch {
  x0: number
  x1: number
  edges: readonly [Edge, Edge]
}

/** One day within bounds: as wide as the doubt, soft at both edges; open sides fade out. `x` takes a day number. */
export function stretchOfPoint(doubt: Doubt, x: (day: number) => number): Stretch {
  const x0 = doubt.from === null ? x(doubt.at) - OPEN : x(doubt.from)
  const x1 = doubt.until === null ? x(doubt.at) + OPEN : x(doubt.until)
  const widen = doubt.approximate ? Math.max(0, APPROXIMATE - (x1 - x0)) / 2 : 0
  const fade = (x1 - x0 + 2 * widen) / 3
  const edge = (open: boolean): Edge => ({ kind: open ? 'fading' : 'soft', fade })
  return { x0: x0 - widen, x1: x1 + widen, edges: [edge(doubt.from === null), edge(doubt.until === null)] }
}

/**
 * What lasted: hard edges where known to the day, soft as far as an end is in doubt, fading where it is open, an arrow where
 * it goes on, past `today` (the day number after it).
 */
export function stretchOfDuration(doubt: Doubt, x: (day: number) => number, today: number): Stretch {
  const from = doubt.from ?? doubt.at
  const x0 = doubt.from === null ? x(from) - OPEN : x(from)
  const start = edgeOf(doubt.from === null, x(from + doubt.startDoubt) - x(from))
  if (doubt.until !== null) {
    const end = edgeOf(false, x(doubt.until) - x(doubt.until - doubt.endDoubt))
    return { x0, x1: x(doubt.until), edges: [start, end] }
  }
  const begun = from + doubt.startDoubt + 1
  if (doubt.goesOn) return { x0, x1: x(Math.max(today, begun)), edges: [start, { kind: 'arrow' }] }
  return { x0, x1: x(begun) + OPEN, edges: [start, edgeOf(true, OPEN)] }
}

function edgeOf(isOpen: boolean, fade: number): Edge {
  if (isOpen) return { kind: 'fading', fade: OPEN }
  return fade > 0.5 ? { kind: 'soft', fade } : { kind: 'hard' }
}
