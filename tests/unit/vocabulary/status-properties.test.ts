/** What holds for any list of steps whatever: in order or in disorder, vague or exact, possible in a parliament or not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type Day, daysBetween } from '../../../db/vocabulary/edtf.ts'
import {
  RESULTS,
  RULE_OF_STAGE,
  type Rule,
  STAGES,
  STATUSES,
  type Stage,
  type Status,
  UNDECIDED,
} from '../../../db/vocabulary/stages.ts'
import {
  type Bounds,
  type Counting,
  countsTowardsStatus,
  effectiveDays,
  type Influence,
  influenceOf,
  keepsOrder,
  quietSpans,
  readStatus,
  type StatusStep,
  spanOn,
} from '../../../db/vocabulary/status.ts'

const BEGIN: Day = '2020-01-01'
const LENGTH = 900
const dayAt = (n: number) => addDays(BEGIN, n)

// Steps made at random

/** Few days, so that steps often meet on one. */
const aPlace = fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 2, arbitrary: fc.nat(LENGTH) })
/** How far a bound is from the day on which it happened; null = open. */
const aDoubt = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(15) },
  { weight: 1, arbitrary: fc.nat(400) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const boundsAround = (place: number, before: number | null, after: number | null): Bounds => ({
  earliest: before === null ? null : dayAt(place - before),
  latest: after === null ? null : dayAt(place + after),
})

/** All of a step but its date and key. */
const anAct = fc.record({
  stage: fc.constantFrom(...STAGES),
  result: fc.option(fc.constantFrom(...RESULTS), { nil: undefined }),
  planned: fc.constantFrom(false, false, false, false, true, undefined),
  until: fc.option(fc.tuple(aPlace, aDoubt, aDoubt), { nil: undefined }),
  // Never in_force: that is S7, and the format has no such report.
  stands_at: fc.option(fc.constantFrom(...STATUSES.filter((status) => status !== 'in_force')), { nil: undefined }),
})

const keyed = (steps: Omit<StatusStep, 'key'>[]): StatusStep[] => steps.map((step, i) => ({ ...step, key: `s${i}` }))

/** Steps of which none contradicts the order in the record: each happened on a day, none before the one above it. */
const orderedSteps = fc
  .array(fc.record({ act: anAct, place: aPlace, before: aDoubt, after: aDoubt }), { maxLength: 9 })
  .map((rows) => {
    const places = rows.map(({ place }) => place).toSorted((a, b) => a - b)
    return keyed(
      rows.map(({ act, before, after }, i) => {
        const { until, ...rest } = act
        const place = places[i] ?? 0
        const on = boundsAround(place, before, after)
        return until ? { ...rest, on, until: boundsAround(place + until[0], until[1], until[2]) } : { ...rest, on }
      }),
    )
  })

/** Any day of the calendar, its ends among them. */
const farDay = fc.oneof(
  fc.constantFrom('0001-01-01', '9998-12-31', '9999-01-01', '9999-12-30', '9999-12-31'),
  fc.integer({ min: 0, max: daysBetween('0001-01-01', '9999-12-31') }).map((n) => addDays('0001-01-01', n)),
)
const wildBounds = fc.record({
  earliest: fc.option(fc.oneof({ weight: 4, arbitrary: aPlace.map(dayAt) }, { weight: 1, arbitrary: farDay })),
  latest: fc.option(fc.oneof({ weight: 4, arbitrary: aPlace.map(dayAt) }, { weight: 1, arbitrary: farDay })),
})
/** Steps that no loader would accept: bounds the wrong way round, order against the dates. */
const wildSteps = fc
  .array(
    fc.record({ act: anAct, on: wildBounds, until: fc.option(wildBounds, { nil: undefined }) }).map((row) => ({
      ...row.act,
      on: row.on,
      until: row.until,
    })),
    { maxLength: 9 },
  )
  .map(keyed)

const anySteps = fc.oneof(orderedSteps, wildSteps)
const influences = fc.array(
  fc.record({
    rule: fc.constantFrom('S11', 'S16'),
    measure: fc.constantFrom('newer', 'newest'),
    step: fc.constant('acts'),
    on: wildBounds,
    planned: fc.option(fc.boolean(), { nil: undefined }),
  }),
  { maxLength: 2 },
)
const counting = fc.constantFrom<Counting>('certain', 'possible')

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 2000 })

/** The status on each day before `end`, from well before the first. */
function daily(steps: readonly StatusStep[], others: readonly Influence[], reading: Counting, end: number): string {
  const { spans } = readStatus(steps, others, reading)
  return Array.from({ length: end + 450 }, (_, i) => spanOn(spans, dayAt(i - 450))?.status ?? '-').join(' ')
}

describe('for any steps and influences', () => {
  test('there is an answer, always the same, and the steps are left as they were', () => {
    check(
      fc.property(anySteps, influences, counting, farDay, (steps, others, reading, checkedOn) => {
        const before = structuredClone({ steps, others })
        const answer = readStatus(steps, others, reading)
        const quiet = quietSpans(answer, checkedOn)
        expect({ steps, others }).toEqual(before)
        expect(readStatus(before.steps, before.others, reading)).toEqual(answer)
        expect(quietSpans(answer, checkedOn)).toEqual(quiet)
        for (const type of ['replaces', 'revives'] as const) influenceOf(type, { measure: 'm', steps })
      }),
    )
  })

  test('spans follow one another without gap or overlap, the last open, none without a day, no two alike', () => {
    check(
      fc.property(anySteps, influences, counting, (steps, others, reading) => {
        const { spans } = readStatus(steps, others, reading)
        spans.forEach((span, i) => {
          const next = spans[i + 1]
          expect(span.until).toBe(next?.from ?? null)
          if (span.until !== null) expect(span.from < span.until).toBe(true)
          expect(span.status).not.toBe(next?.status)
        })
      }),
    )
  })

  test('each span rests on a step of its rule, own or of the measure named', () => {
    check(
      fc.property(anySteps, influences, counting, (steps, others, reading) => {
        for (const { rule, status, basis, asReported } of readStatus(steps, others, reading).spans) {
          const own = steps.find(({ key }) => key === basis.step)
          if (basis.measure !== null) {
            expect(others.map(({ rule, measure }) => `${rule} ${measure}`)).toContain(`${rule} ${basis.measure}`)
            expect(['ended', 'defeated']).toContain(status)
          } else if (rule === 'S9') expect(['in_force', 'extended']).toContain(own?.stage)
          else if (rule === 'S15') expect(own && RULE_OF_STAGE[own.stage]).toBe('S2')
          else if (rule === 'S2' && own?.result === 'failed') expect(['S2', 'S3']).toContain(RULE_OF_STAGE[own.stage])
          else expect(own && RULE_OF_STAGE[own.stage]).toBe(rule)
          if (asReported) expect(['S10', 'S13']).toContain(rule)
        }
      }),
    )
  })

  test('movements are in order', () => {
    check(
      fc.property(anySteps, counting, (steps, reading) => {
        const { movements } = readStatus(steps, [], reading)
        expect(movements).toEqual(movements.toSorted())
      }),
    )
  })

  test('quiet lies within what is pending, in order, at least a year after the last movement', () => {
    check(
      fc.property(anySteps, influences, aPlace, (steps, others, checked) => {
        const reading = readStatus(steps, others)
        const checkedOn = dayAt(checked)
        const quiet = quietSpans(reading, checkedOn)
        quiet.forEach(({ from, until, kind, lastMovementOn }, i) => {
          const span = spanOn(reading.spans, from)
          expect(UNDECIDED).toContain(span?.status)
          if (span?.until) expect(until !== null && until <= span.until).toBe(true)
          const next = quiet[i + 1]
          if (next) expect(until !== null && until <= next.from).toBe(true)
          const due = addMonths(lastMovementOn, 12)
          expect(from >= due).toBe(true)
          expect(kind).toBe(checkedOn >= due ? 'dormant' : 'not_checked')
          expect(reading.movements.filter((moved) => moved > lastMovementOn && moved <= from)).toEqual([])
        })
      }),
    )
  })

  test('notes and what else is only part of the story change no span, wherever they stand', () => {
    const story = STAGES.filter((stage) => RULE_OF_STAGE[stage] === 'S14')
    check(
      fc.property(
        anySteps,
        influences,
        counting,
        fc.nat(9),
        fc.constantFrom(...story),
        wildBounds,
        (steps, others, reading, at, stage, on) => {
          const told = steps.toSpliced(at, 0, { key: 'story', stage, on })
          expect(readStatus(told, others, reading).spans).toEqual(readStatus(steps, others, reading).spans)
        },
      ),
    )
  })

  test('a planned step that must be seen to happen changes nothing at all, wherever it stands', () => {
    const seen = STAGES.filter((stage) => !countsTowardsStatus({ stage, planned: true }))
    expect(STAGES.filter((stage) => !seen.includes(stage))).toEqual(['in_force', 'expired'])
    check(
      fc.property(
        anySteps,
        influences,
        counting,
        fc.nat(9),
        fc.constantFrom(...seen),
        wildBounds,
        (steps, others, reading, at, stage, on) => {
          const planned = steps.toSpliced(at, 0, { key: 'plan', stage, on, until: on, planned: true })
          expect(readStatus(planned, others, reading)).toEqual(readStatus(steps, others, reading))
        },
      ),
    )
  })
})

describe('for steps that do not contradict their order', () => {
  test('effective days keep the order, and none is later than the step’s own latest day', () => {
    check(
      fc.property(orderedSteps, counting, (steps, reading) => {
        const days = effectiveDays(steps, reading)
        const inOrder = days.filter((day, i) => day !== null && keepsOrder(steps[i]?.stage ?? 'noted'))
        expect(inOrder).toEqual(inOrder.toSorted())
        days.forEach((day, i) => {
          const latest = steps[i]?.on.latest
          if (day !== null && latest) expect(day <= latest).toBe(true)
        })
      }),
    )
  })

  test('what is certain is possible no later', () => {
    check(
      fc.property(orderedSteps, (steps) => {
        const possible = effectiveDays(steps, 'possible')
        effectiveDays(steps, 'certain').forEach((certain, i) => {
          const day = possible[i] ?? null
          if (certain !== null) expect(day !== null && day <= certain).toBe(true)
        })
      }),
    )
  })

  test('with every date exact, the two readings are one', () => {
    const exact = orderedSteps.map((steps) =>
      steps.map((step) => {
        const day = (bounds: Bounds) => bounds.latest ?? bounds.earliest ?? BEGIN
        const one = (bounds: Bounds) => ({ earliest: day(bounds), latest: day(bounds) })
        return { ...step, on: one(step.on), until: step.until && one(step.until) }
      }),
    )
    check(
      fc.property(exact, (steps) => {
        const sorted = steps.toSorted((a, b) => ((a.on.latest ?? '') < (b.on.latest ?? '') ? -1 : 1))
        expect(readStatus(sorted, [], 'possible')).toEqual(readStatus(sorted, [], 'certain'))
      }),
    )
  })

  /**
   * Steps with earliest day D or later can bring the effective day of an earlier step down to D, not below. One thing is
   * beyond this: an extension that no date made certain becomes so by a step after it, and then joins its old term.
   */
  test('what is added from a day on leaves every day before it as it was', () => {
    const known = orderedSteps.filter((steps) => {
      const days = effectiveDays(steps, 'certain')
      return steps.every((step, i) => step.stage !== 'extended' || step.planned || days[i] !== null)
    })
    const addition = fc.array(
      fc.record({ act: anAct, place: fc.nat(60), after: aDoubt, until: fc.option(aPlace, { nil: undefined }) }),
      { minLength: 1, maxLength: 4 },
    )
    check(
      fc.property(known, influences, counting, aPlace, addition, (steps, others, reading, place, added) => {
        const more = added.map(({ act, place: further, after, until }, i) => ({
          ...act,
          key: `more${i}`,
          on: { earliest: dayAt(place + further), latest: after === null ? null : dayAt(place + further + after) },
          until: until === undefined ? undefined : boundsAround(place + further + until, 0, 0),
        }))
        expect(daily([...steps, ...more], others, reading, place)).toBe(daily(steps, others, reading, place))
      }),
    )
  })

  test('no step of S1 to S5 takes a measure in force, or suspended, back', () => {
    const early = STAGES.filter((stage) => ['S1', 'S2', 'S3', 'S4', 'S5'].includes(RULE_OF_STAGE[stage]))
    const standing = fc.constantFrom<Stage[]>(['in_force'], ['in_force_confirmed'], ['in_force', 'suspended'])
    const wayBack = fc.array(
      fc.record({
        stage: fc.constantFrom(...early),
        result: fc.option(fc.constantFrom(...RESULTS), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    const exact = (stage: Stage, n: number): StatusStep => ({
      key: `${stage}${n}`,
      stage,
      on: boundsAround(n, 0, 0),
    })
    check(
      fc.property(orderedSteps, counting, standing, wayBack, orderedSteps, (steps, reading, law, back, rest) => {
        // Beyond all doubt of the steps before, and before all of those after.
        const from = 3 * LENGTH
        const later = rest.map((step) => ({
          ...step,
          key: `later-${step.key}`,
          on: boundsAround(from + 100, 0, 0),
          until: step.until && boundsAround(from + 200, 0, 0),
        }))
        const before = [...steps, ...law.map((stage, i) => exact(stage, from + i))]
        const untimely = back.map((step, i) => ({ ...exact(step.stage, from + 10 + i), key: `back${i}`, ...step }))
        expect(readStatus([...before, ...untimely, ...later], [], reading).spans).toEqual(
          readStatus([...before, ...later], [], reading).spans,
        )
      }),
    )
  })

  test('no report takes back what is adopted, in force or ended', () => {
    const rank = (status: Status) =>
      [['adopted'], ['in_force', 'suspended'], ['ended']].findIndex((same) => same.includes(status))
    check(
      fc.property(orderedSteps, fc.constantFrom(...STATUSES), (steps, stands_at) => {
        const day = dayAt(4 * LENGTH)
        const before = spanOn(readStatus(steps).spans, day)
        const report: StatusStep = { key: 'report', stage: 'reported', on: { earliest: day, latest: day }, stands_at }
        const after = spanOn(readStatus([...steps, report]).spans, day)
        if (before && rank(stands_at) < rank(before.status)) expect(after).toEqual(before)
        else expect(after?.status).toBe(stands_at)
      }),
    )
  })
})

describe('what another measure does', () => {
  test('comes from its own steps alone, on a day when the step that acts counts', () => {
    const ACTS: Record<'replaces' | 'revives', (rule: Rule) => boolean> = {
      replaces: (rule) => rule === 'S6' || rule === 'S7',
      revives: (rule) => !['S1', 'S13', 'S14'].includes(rule),
    }
    check(
      fc.property(anySteps, fc.constantFrom('replaces', 'revives'), (steps, type) => {
        const first = steps.findIndex((step) => countsTowardsStatus(step) && ACTS[type](RULE_OF_STAGE[step.stage]))
        const influence = influenceOf(type, { measure: 'newer', steps })
        if (first === -1) expect(influence).toBe(null)
        else
          expect(influence).toEqual({
            rule: type === 'replaces' ? 'S11' : 'S16',
            measure: 'newer',
            step: `s${first}`,
            on: { earliest: effectiveDays(steps, 'possible')[first], latest: effectiveDays(steps, 'certain')[first] },
            planned: steps[first]?.planned,
          })
      }),
    )
  })

  test('a revival leaves nothing pending on its day, a replacement nothing that was law', () => {
    check(
      fc.property(orderedSteps, fc.constantFrom('S11', 'S16'), (steps, rule) => {
        const day = dayAt(4 * LENGTH)
        const influence: Influence = { rule, measure: 'newer', step: 'acts', on: { earliest: day, latest: day } }
        const before = spanOn(readStatus(steps).spans, day)?.status ?? null
        const after = spanOn(readStatus(steps, [influence]).spans, day)?.status ?? null
        if (before === null) expect(after).toBe(null)
        else if (rule === 'S16') expect(after).toBe(UNDECIDED.includes(before) ? 'defeated' : before)
        else if (before === 'in_force') expect(after).toBe('ended')
        else if (before === 'adopted' || before === 'suspended') expect(['ended', 'defeated']).toContain(after)
        else expect(after).toBe(before)
      }),
    )
  })
})
