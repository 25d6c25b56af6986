/** How long it was from one dated thing to another, as far as the dates tell. */
import { type Day, daysBetween } from './edtf.ts'

export interface Bounds {
  earliest: Day | null
  latest: Day | null
}

/** Days; null where a date is open on the side that decides. */
export interface Lasted {
  atLeast: number | null
  atMost: number | null
}

/** Never less than nothing: the order of steps is known even where their days overlap. */
export function lasted(from: Bounds, to: Bounds): Lasted {
  const between = (a: Day | null, b: Day | null) => (a && b ? Math.max(0, daysBetween(a, b)) : null)
  return {
    atLeast: between(from.latest, to.earliest) ?? (from.latest || to.earliest ? 0 : null),
    atMost: between(from.earliest, to.latest),
  }
}

/** "423 days (about 14 months)", "at least 30 and at most 395 days", "at least 30 days", "not known". */
export function sayLasted({ atLeast, atMost }: Lasted): string {
  if (atLeast !== null && atLeast === atMost) return `${days(atLeast)}${about(atLeast)}`
  if (!atLeast && atMost === null) return 'not known'
  if (!atLeast) return `at most ${days(atMost as number)}${about(atMost as number)}`
  if (atMost === null) return `at least ${days(atLeast)}${about(atLeast)}`
  return `at least ${atLeast.toLocaleString('en')} and at most ${days(atMost)}`
}

const days = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'day' : 'days'}`

function about(count: number): string {
  const months = Math.round(count / 30.44)
  if (months < 2) return ''
  return months < 24 ? ` (about ${months} months)` : ` (about ${(count / 365.25).toFixed(1).replace('.0', '')} years)`
}
