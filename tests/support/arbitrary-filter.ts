/** Random filters over the invented world (tests/bench/world.ts): most of them find something, some find nothing. */
import fc from 'fast-check'
import { addDays } from '../../db/vocabulary/edtf.ts'
import { COMMUNICATION_KINDS, EVENT_KINDS, MEASURE_KINDS, REPLY_STATES, SEVERITIES } from '../../db/vocabulary/lists.ts'
import { INSTRUMENTS, RIGHTS } from '../../db/vocabulary/rights.ts'
import { STATUSES } from '../../db/vocabulary/stages.ts'
import { MANDATES, mandateSlug } from '../bench/world/ground.ts'
import { STATES, WORLD_TODAY } from '../bench/world.ts'
import type { Snapshot } from './brute-force.ts'

export const anyDay = fc.integer({ min: 0, max: 9500 }).map((days) => addDays('2001-01-01', days))

/** Each key is there in about one of `every` filters. */
const sometimes = <T>(value: fc.Arbitrary<T>, every: number): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: every })

const oneOf = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list)

const code = fc.oneof(
  { weight: 4, arbitrary: fc.constant(STATES[0]?.code ?? '') },
  { weight: 3, arbitrary: oneOf(STATES.slice(0, 25).map((state) => state.code)) },
  { weight: 1, arbitrary: oneOf(STATES.flatMap(({ part }) => part ?? []).slice(0, 3)) },
)

const period = fc
  .tuple(sometimes(anyDay, 3), sometimes(anyDay, 3))
  .map(([from, to]) => (from && to && from > to ? { from: to, to: from } : { from, to }))

const right = oneOf(RIGHTS.slice(0, 8).map(({ slug }) => slug))

/** Keys without a value are left out, as in an address. */
const without = <T extends object>(filter: T): T =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as T

const slugsOf = (world: Snapshot, kind: string) =>
  [...world.values()].filter(({ record }) => record === kind).map(({ slug }) => slug)

export function measureFilters(world: Snapshot) {
  const article = fc
    .tuple(oneOf(INSTRUMENTS.map(({ slug }) => slug)), sometimes(fc.integer({ min: 1, max: 27 }), 2))
    .map(([instrument, number]) => ({ instrument, article: number === undefined ? undefined : String(number) }))
  return fc
    .tuple(
      fc.record({
        jurisdiction: sometimes(code, 2),
        kind: sometimes(oneOf(MEASURE_KINDS), 1),
        right: sometimes(right, 1),
        severity: sometimes(oneOf(SEVERITIES), 1),
        article: sometimes(article, 1),
        status: sometimes(oneOf(STATUSES), 1),
        family: sometimes(oneOf(slugsOf(world, 'family')), 1),
        mandate: sometimes(oneOf(MANDATES.map(mandateSlug)), 1),
        slugs: sometimes(fc.subarray(slugsOf(world, 'measure').slice(0, 60)), 1),
      }),
      period,
    )
    .map(([filter, days]) => thinned(without({ ...filter, ...days })))
}

/** At most three conditions: more of them nearly always find nothing. */
function thinned<T extends object>(filter: T): T {
  return Object.fromEntries(Object.entries(filter).slice(-3)) as T
}

export function conversationFilters(world: Snapshot, table: 'communication' | 'event') {
  const isLetter = table === 'communication'
  return fc
    .tuple(
      fc.record({
        jurisdiction: sometimes(code, 2),
        kind: sometimes(oneOf<string>(isLetter ? COMMUNICATION_KINDS : EVENT_KINDS), 1),
        right: sometimes(right, 1),
        family: sometimes(oneOf(slugsOf(world, 'family')), 1),
        ...(isLetter
          ? { mandate: sometimes(oneOf(MANDATES.map(mandateSlug)), 1), reply: sometimes(oneOf(REPLY_STATES), 1) }
          : {}),
        measures: sometimes(fc.subarray(slugsOf(world, 'measure').slice(0, 60)), 1),
      }),
      period,
    )
    .map(([filter, days]) => thinned(without({ ...filter, ...days })))
}

/** Days around which the world changes, and one after all. */
export const momentDays = fc.oneof(anyDay, fc.constant(WORLD_TODAY), fc.constant('2027-06-01'))
