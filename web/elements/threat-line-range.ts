/** The stretch of time on show, and what moving and magnifying make of it. Pure. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import { dayNumber, dayOfNumber } from '../timeline/time-scale.ts'

/** Days, both included. */
export interface DayRange {
  from: Day
  until: Day
}

/**
 * Days since 1970-01-01, `until` excluded. With fractions, which a slow pinch adds up; what is drawn is rounded to days,
 * because a day is the least that the data knows.
 */
export interface Range {
  from: number
  until: number
}

/** A closer look than two weeks shows nothing more: there is nothing between one day and the next. */
const SHORTEST = 14

export function rangeOf({ from, until }: DayRange): Range {
  const first = dayNumber(from) ?? 0
  return { from: first, until: Math.max(first, dayNumber(until) ?? first) + 1 }
}

export function daysOf({ from, until }: Range): DayRange {
  const first = Math.round(from)
  return { from: dayOfNumber(first), until: dayOfNumber(Math.max(first, Math.round(until) - 1)) }
}

export const lengthOf = ({ from, until }: Range): number => until - from

/** What lies in either. */
export function joinRanges(a: Range, b: Range): Range {
  return { from: Math.min(a.from, b.from), until: Math.max(a.until, b.until) }
}

/** Later by so many days, earlier where negative; as far as the limits go. */
export function pan(range: Range, days: number, limits: Range): Range {
  return holdWithin({ from: range.from + days, until: range.until + days }, limits)
}

/** `factor` above 1 magnifies; the day number `at` keeps its place. */
export function zoom(range: Range, factor: number, at: number, limits: Range): Range {
  const length = lengthOf(range)
  const wanted = Math.max(Math.min(SHORTEST, lengthOf(limits)), Math.min(lengthOf(limits), length / factor))
  const from = at - ((at - range.from) / length) * wanted
  return holdWithin({ from, until: from + wanted }, limits)
}

/** Moved, not shortened, unless it is longer than the limits. */
function holdWithin(range: Range, limits: Range): Range {
  const length = Math.min(lengthOf(range), lengthOf(limits))
  const from = Math.max(limits.from, Math.min(limits.until - length, range.from))
  return { from, until: from + length }
}
