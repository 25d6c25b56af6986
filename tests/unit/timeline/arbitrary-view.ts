/** Random views: any dates with any doubt, any stages in any order, any text, as much as a page could be sent. */
import fc from 'fast-check'
import { addDays, type Day } from '../../../db/vocabulary/edtf.ts'
import {
  COMMUNICATION_KINDS,
  EVENT_KINDS,
  GROUPINGS,
  MEASURE_KINDS,
  RELATION_TYPES,
  SEVERITIES,
} from '../../../db/vocabulary/lists.ts'
import { STAGES } from '../../../db/vocabulary/stages.ts'
import { buildMeasure, buildView, event, letter, relation, TODAY } from '../../../web/gallery/build-view.ts'
import type { TimelineLetter, TimelineView } from '../../../web/timeline/view.ts'

export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2005-01-01', n))
const pair = fc.tuple(anyDay, anyDay).map(([a, b]): [Day, Day] => (a <= b ? [a, b] : [b, a]))

/** One day, however little is known of it. */
export const anyPoint: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: anyDay },
  anyDay.map((day) => day.slice(0, 7)),
  anyDay.map((day) => day.slice(0, 4)),
  anyDay.map((day) => `${day.slice(0, 7)}~`),
  anyDay.map((day) => `${day}?`),
  pair.map(([a, b]) => `[${a}..${b}]`),
  anyDay.map((day) => `[..${day}]`),
  anyDay.map((day) => `[${day}..]`),
)

const anyStretch: fc.Arbitrary<string> = fc.oneof(
  pair.map(([a, b]) => `${a}/${b}`),
  pair.map(([a, b]) => `${a.slice(0, 4)}/${b.slice(0, 4)}`),
  anyDay.map((day) => `${day}/..`),
  anyDay.map((day) => `${day.slice(0, 7)}/`),
  anyDay.map((day) => `../${day}`),
)

/** Words of any script, with what markup must escape and what no document can hold. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'First reading',
    '2-е чтение',
    'ინიცირება პარლამენტში',
    'Мыйзам долбоору ң ө ү',
    '“Quoted” & <b>',
    'قانون',
    '法律案',
    'x\u0000y\ud800',
    '',
  ),
  fc.string({ maxLength: 40 }),
)

const anyVote = fc.option(fc.record({ for: fc.nat(400), against: fc.nat(400) }), { nil: null })

const anyMeasure = fc.record({
  title: anyText,
  jurisdiction: fc.constantFrom('ka', 'ky', 'ky-1', 'zz'),
  families: fc.subarray(['f1', 'f2']),
  kind: fc.constantFrom(...MEASURE_KINDS),
  severity: fc.constantFrom(...SEVERITIES, null),
  checkedOn: anyDay,
  steps: fc.array(
    fc.record({
      on: anyPoint,
      stage: fc.constantFrom(...STAGES),
      label: anyText,
      vote: anyVote,
      planned: fc.boolean(),
      disputed: fc.boolean(),
      until: fc.option(anyDay, { nil: undefined }),
    }),
    { maxLength: 12 },
  ),
})

const anyReply: fc.Arbitrary<TimelineLetter['reply']> = fc.oneof(
  fc
    .option(anyPoint, { nil: null })
    .map(
      (edtf) =>
        ({ state: 'received', on: edtf === null ? null : letter('x', edtf, { state: 'not_known' }).on }) as const,
    ),
  anyDay.map((asOf) => ({ state: 'none', asOf }) as const),
  fc.constant({ state: 'not_known' } as const),
)

export const anyView: fc.Arbitrary<TimelineView> = fc
  .record({
    measures: fc.array(anyMeasure, { maxLength: 6 }),
    letters: fc.array(
      fc.record({
        on: fc.option(anyPoint, { nil: null }),
        label: anyText,
        kind: fc.constantFrom('letter' as const, ...COMMUNICATION_KINDS),
        dueOn: fc.option(anyDay, { nil: null }),
        reply: anyReply,
      }),
      { maxLength: 20 },
    ),
    events: fc.array(
      fc.record({ on: fc.oneof(anyPoint, anyStretch), title: anyText, kind: fc.constantFrom(...EVENT_KINDS) }),
      { maxLength: 20 },
    ),
    relations: fc.uniqueArray(
      fc.record({ from: fc.nat(6), to: fc.nat(6), type: fc.constantFrom(...RELATION_TYPES), intended: fc.boolean() }),
      { maxLength: 5, selector: ({ from, to, type }) => `${from} ${to} ${type}` },
    ),
    rights: fc.nat(8),
    asOf: fc.option(anyDay, { nil: TODAY }),
    group: fc.constantFrom(...GROUPINGS),
    open: fc.oneof(fc.constant('all' as const), fc.subarray(['ka', 'ky', 'f1', 'expression', 'in_force', 'bill'])),
    compare: fc.option(anyDay, { nil: null }),
  })
  .map(({ measures, letters, events, relations, rights, asOf, group, open, compare }) =>
    buildView({
      asOf,
      group,
      open,
      compare,
      states: [
        { slug: 'ka', name: 'საქართველო' },
        { slug: 'ky', name: 'Кыргызстан' },
      ],
      families: [
        { slug: 'f1', title: 'Чет элдик өкүлдөр' },
        { slug: 'f2', title: 'Family' },
      ],
      rights: Array.from({ length: rights }, (_, i) => ({ slug: `r${i}`, short: `Right ${i}`, title: `Right ${i}` })),
      lanes: measures.map(
        ({ title, kind, jurisdiction, families, severity, checkedOn, steps }, i) =>
          buildMeasure(
            {
              slug: `m${i}`,
              title,
              kind,
              jurisdiction,
              families,
              checkedOn,
              rights: { expression: severity, r3: null },
              steps: steps.map(({ on, stage, label, vote, planned, disputed, until }) => {
                const more = { vote, planned, disputed, ...(until ? { until } : {}) }
                return [on, stage, label, more] as const
              }),
            },
            asOf,
          ).lane,
      ),
      letters: letters.map(({ on, label, kind, dueOn, reply }, i) =>
        letter(`l${i}`, on, reply, { label, kind, dueOn }),
      ),
      events: events.map(({ on, title, kind }, i) => event(`e${i}`, on, title, kind)),
      relations: relations.map(({ from, to, type, intended }) => relation(`m${from}`, type, `m${to}`, intended)),
    }),
  )

export interface Setting {
  width: number
  range: { from: Day; until: Day } | undefined
  asOf: Day | undefined
  labelWidth: number | undefined
}

/** How a reader may look at it: any width, any range, any as-of day. */
export const anySetting: fc.Arbitrary<Setting> = fc.record({
  width: fc.integer({ min: 200, max: 1800 }),
  range: fc.option(
    pair.map(([from, until]) => ({ from, until })),
    { nil: undefined },
  ),
  asOf: fc.option(anyDay, { nil: undefined }),
  labelWidth: fc.option(fc.integer({ min: 0, max: 320 }), { nil: undefined }),
})

/** The setting as options, without what is not set. */
export function optionsOf({ range, asOf, labelWidth }: Setting) {
  return {
    ...(range ? { range } : {}),
    ...(asOf ? { asOf } : {}),
    ...(labelWidth === undefined ? {} : { labelWidth }),
  }
}
