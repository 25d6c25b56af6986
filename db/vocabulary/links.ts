/**
 * What a look at a source's link can find, and which findings readers are told of. A link is called dead by the latest look alone:
 * its own server says that nothing is there (404, 410), or its host's name has resolved to nothing on so many days in a row. Who
 * refuses a program, is overloaded, or cannot be reached from here says nothing about what a reader will find.
 */
import type { Day } from './edtf.ts'

export const LINK_STATES = [
  /** It answers at its own address. */
  'ok',
  /** It answers, at another address. */
  'redirected',
  /** 404 or 410 (RFC 9110, 15.5.5 and 15.5.11), where it is or where it leads. */
  'gone',
  /** The host's name resolves to nothing. */
  'no_such_host',
  /** Any other answer: 403, 429, 503 … */
  'refused',
  /** The site's robots.txt asks programs not to look. */
  'robots',
  /** No answer, a fault on the way, or redirects without an end. */
  'unreachable',
  /** It leads into a private network, and was not asked. */
  'private',
] as const
export type LinkState = (typeof LINK_STATES)[number]

/** Findings by which readers learn that a link is dead. */
export const DEAD_STATES = ['gone', 'no_such_host'] as const satisfies readonly LinkState[]

/** A name that does not resolve can be a mistake of an evening; on so many days in a row it is none. */
const DAYS_WITHOUT_NAME = 3

/** What is known of a link after its latest look. */
export interface LinkStanding {
  state: LinkState
  /** The first of the days in a row on which it was found so. */
  since: Day
  /** On how many different days in a row. */
  days: number
  checkedOn: Day
  /** The last day on which it answered as it should. */
  lastGoodOn: Day | null
}

export const isGood = (state: LinkState): boolean => state === 'ok' || state === 'redirected'

export function isDead({ state, days }: Pick<LinkStanding, 'state' | 'days'>): boolean {
  return state === 'gone' || (state === 'no_such_host' && days >= DAYS_WITHOUT_NAME)
}

/** What a further look makes of what was known. */
export function afterLook(before: LinkStanding | null, state: LinkState, day: Day): LinkStanding {
  const lastGoodOn = isGood(state) ? day : (before?.lastGoodOn ?? null)
  if (before?.state !== state) return { state, since: day, days: 1, checkedOn: day, lastGoodOn }
  const days = before.days + (before.checkedOn === day ? 0 : 1)
  return { state, since: before.since, days, checkedOn: day, lastGoodOn }
}
