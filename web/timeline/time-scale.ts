/** Days and pixels. Inside a layout days are whole numbers (days since 1970-01-01, UTC), because there are many of them. */
import { type Day, dayOfIndex } from '../../db/vocabulary/edtf.ts'
import type { Layout } from './marks.ts'

const MS_A_DAY = 86_400_000
const FIRST = Date.parse('0001-01-01') / MS_A_DAY
const LAST = Date.parse('9999-12-31') / MS_A_DAY

/** Null for null, and for text that is no day. */
export function dayNumber(day: Day | null): number | null {
  if (day === null) return null
  const number = Date.parse(day) / MS_A_DAY
  return Number.isInteger(number) ? number : null
}

/** A century's days, and more: a drawing asks for the same days again and again, and writing one out costs more than finding it. */
const MOST_KNOWN = 40_000
const known = new Map<number, Day>()

/** The inverse; held within the years 0001 to 9999. */
export function dayOfNumber(number: number): Day {
  const held = hold(number)
  const found = known.get(held)
  if (found !== undefined) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const day = dayOfIndex(held)
  known.set(held, day)
  return day
}

const hold = (number: number): number => Math.max(FIRST, Math.min(LAST, Math.floor(number)))

/** For Intl, which counts in Dates: midnight UTC. */
export function dateOfNumber(number: number): Date {
  return new Date(hold(number) * MS_A_DAY)
}

export interface Scale {
  /** First day drawn, and the day after the last. */
  from: number
  until: number
  x0: number
  x1: number
}

/** Where the day begins, time running from x0 to x1; fractions are parts of a day. */
export function xOfNumber({ from, until, x0, x1 }: Scale, day: number): number {
  return x0 + ((day - from) / (until - from)) * (x1 - x0)
}

function numberAtX({ from, until, x0, x1 }: Scale, x: number): number {
  return from + ((x - x0) / (x1 - x0)) * (until - from)
}

/** The scale of a layout; in rtl x0 is its far side, so that time runs the other way. */
function scaleOf({ plot, range, direction }: Pick<Layout, 'plot' | 'range' | 'direction'>): Scale {
  const [x0, x1] = direction === 'ltr' ? [plot.x0, plot.x1] : [plot.x1, plot.x0]
  return { from: dayNumber(range.from) ?? FIRST, until: (dayNumber(range.until) ?? LAST) + 1, x0, x1 }
}

/** Where a day begins, in pixels. Days outside the range lie outside the plot; a day lasts until the next one begins. */
export function xOf(layout: Pick<Layout, 'plot' | 'range' | 'direction'>, day: Day): number {
  const scale = scaleOf(layout)
  return xOfNumber(scale, dayNumber(day) ?? scale.from)
}

/** The day under x; outside the plot the first or last day of the range. */
export function dayAt(layout: Pick<Layout, 'plot' | 'range' | 'direction'>, x: number): Day {
  const scale = scaleOf(layout)
  const number = Math.floor(numberAtX(scale, x) + 1e-9)
  return dayOfNumber(Math.max(scale.from, Math.min(scale.until - 1, number)))
}
