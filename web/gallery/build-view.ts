/** Builds views for examples and tests: valid by default. Statuses come from the real rules, as on the server. */
import { type Day, parseEdtf } from '../../db/vocabulary/edtf.ts'
import type { CommunicationKind, EventKind, MeasureKind, RelationType, Severity } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { type Stage, UNDECIDED } from '../../db/vocabulary/stages.ts'
import { type Influence, quietSpans, readStatus, type Span, spanOn } from '../../db/vocabulary/status.ts'
import { countPressure } from '../timeline/count-pressure.ts'
import { countOnDay, replyOnDay } from '../timeline/on-day.ts'
import type {
  CitationView,
  MeasureLane,
  SourceView,
  StatusAnswer,
  StatusSpan,
  TimelineEvent,
  TimelineLetter,
  TimelineRelation,
  TimelineStep,
  TimelineView,
  WireDate,
} from '../timeline/view.ts'

export const TODAY: Day = '2026-11-23'

export function date(edtf: string): WireDate {
  const { earliest, latest } = parseEdtf(edtf)
  return { edtf, earliest, latest }
}

export const CITE: CitationView = { source: 'example-register', certainty: 'stated', locator: 'p. 3' }

export const SOURCE: SourceView = {
  slug: 'example-register',
  address: 'https://register.example/1',
  addressWithheld: false,
  publisher: 'Example register',
  title: 'Register of bills',
  titleIs: 'described',
  on: date('2021'),
  language: 'en',
  retrieved: date('2026-11-01'),
  archivedAddress: null,
  note: null,
}

interface StepSpec extends Partial<TimelineStep> {
  until?: string
}

export type StepRow = readonly [edtf: string, stage: Stage, label?: string, more?: StepSpec]

export interface MeasureSpec {
  slug: string
  title: string
  kind?: MeasureKind
  jurisdiction?: string
  families?: string[]
  rights?: Record<string, Severity | null>
  steps: readonly StepRow[]
  checkedOn?: Day
  influences?: readonly Influence[]
}

interface Built {
  lane: MeasureLane
  steps: Parameters<typeof readStatus>[0]
}

/** A lane as the server would answer it on a day. */
export function buildMeasure(spec: MeasureSpec, asOf: Day = TODAY): Built {
  const steps = spec.steps.map(([edtf, stage, label, more], i): TimelineStep => {
    const { until: _, ...rest } = more ?? {}
    return {
      key: `s${i}`,
      stage,
      result: null,
      on: date(edtf),
      inferred: /[?~]/.test(edtf),
      planned: false,
      label: label ?? '',
      body: null,
      vote: null,
      disputed: false,
      cites: [CITE],
      ...rest,
    }
  })
  const stated = steps.map((step, i) => {
    const until = spec.steps[i]?.[3]?.until
    const { key, stage, on, planned } = step
    return { key, stage, on, planned, result: step.result ?? undefined, until: until ? date(until) : undefined }
  })
  const reading = readStatus(stated, spec.influences ?? [])
  const quiet = quietSpans(reading, spec.checkedOn ?? TODAY)
  const spans = reading.spans.map((span): StatusSpan => {
    const { status, from, until, rule, asAnnounced, asReported } = span
    const within = quiet.filter(
      (part) => UNDECIDED.includes(status) && part.from >= from && (until === null || part.from < until),
    )
    const parts = within.map(({ from: quietFrom, until: quietUntil, kind }) => ({
      from: quietFrom,
      until: quietUntil,
      kind,
    }))
    const basis = span.basis.measure === null ? span.basis.step : null
    return { status, from, until, basis, rule, quiet: parts, asAnnounced, asReported }
  })
  const span = spanOn(reading.spans, asOf)
  const part = spanOn(quiet, asOf)
  const status = answer(spec.slug, steps, span, part?.kind ?? null, part?.lastMovementOn ?? null)
  const rights = Object.entries(spec.rights ?? {}).map(([right, severity]) => ({ right, severity }))
  const { slug, title, kind = 'bill', jurisdiction = 'ex', families = [] } = spec
  return { lane: { slug, title, jurisdiction, kind, families, rights, status, spans, steps }, steps: stated }
}

function answer(
  slug: string,
  steps: readonly TimelineStep[],
  span: Span | null,
  quiet: 'dormant' | 'not_checked' | null,
  movedOn: Day | null,
): StatusAnswer {
  const basis = steps.find(({ key }) => key === span?.basis.step)
  return {
    is: span?.status ?? null,
    since: span?.from ?? null,
    basis: basis ? { measure: slug, step: basis.key, label: basis.label, on: basis.on } : null,
    rule: span?.rule ?? null,
    atTheLatest: span?.atTheLatest ?? false,
    asAnnounced: span?.asAnnounced ?? false,
    asReported: span?.asReported ?? false,
    dormant: quiet === 'dormant',
    noStepSince: quiet === 'dormant' ? movedOn : null,
    notCheckedSince: quiet === 'not_checked' ? movedOn : null,
    possibly: null,
    entryIntoForceNotEstablished: false,
  }
}

export function letter(
  slug: string,
  sent: string | null,
  reply: TimelineLetter['reply'],
  more: Partial<TimelineLetter> = {},
): TimelineLetter {
  const on = sent === null ? null : date(sent)
  const base = {
    slug,
    label: slug.toUpperCase(),
    title: `Letter ${slug}`,
    kind: 'letter',
    dueOn: null,
    laterReply: null,
  } as const
  return { ...base, on, reply, measures: [], disputed: false, cites: [CITE], ...more }
}

export function opinion(slug: string, on: string, label: string, kind: CommunicationKind = 'opinion'): TimelineLetter {
  return letter(slug, on, { state: 'not_known' }, { label, title: label, kind })
}

export function event(slug: string, on: string, title: string, kind: EventKind = 'smear'): TimelineEvent {
  const inferred = /[?~]/.test(on)
  return {
    slug,
    title,
    kind,
    on: date(on),
    inferred,
    duration: on.includes('/'),
    summary: `${title}, in short.`,
    cites: [CITE],
  }
}

export function relation(from: string, type: RelationType, to: string, intended = false): TimelineRelation {
  return { type, from, to, intended, certainty: 'stated' }
}

export interface ViewSpec {
  title?: string
  lanes?: readonly MeasureLane[]
  letters?: readonly TimelineLetter[]
  events?: readonly TimelineEvent[]
  relations?: readonly TimelineRelation[]
  rights?: TimelineView['rights']
  range?: TimelineView['range']
  asOf?: Day
  states?: TimelineView['states']
  families?: TimelineView['families']
  group?: TimelineView['group']
  open?: TimelineView['open']
  compare?: Day | null
}

/** Valid by default: extent, counts, pressure and sources follow from what is given. */
export function buildView(spec: ViewSpec = {}): TimelineView {
  const lanes = [...(spec.lanes ?? [])]
  const events = [...(spec.events ?? [])]
  const dates = [
    ...lanes.flatMap(({ steps }) => steps.map(({ on }) => on)),
    ...(spec.letters ?? []).map(({ on }) => on),
    ...events.map(({ on }) => on),
  ]
  const days = dates.flatMap((on) => [on?.earliest, on?.latest]).filter((day): day is Day => typeof day === 'string')
  const from = days.reduce((a, b) => (b < a ? b : a), TODAY)
  const until = days.reduce((a, b) => (b > a ? b : a), TODAY)
  const asOf = spec.asOf ?? TODAY
  const letters = (spec.letters ?? []).map((letter) => {
    const { reply, later } = replyOnDay(letter.reply, letter.on, asOf)
    return { ...letter, reply, laterReply: later ?? letter.laterReply }
  })
  return {
    title: spec.title ?? 'Examplia: laws on civic space',
    jurisdiction: null,
    asOf,
    asOfIsToday: asOf === TODAY,
    today: TODAY,
    version: 1,
    extent: { from, until },
    range: spec.range ?? { from, until },
    chosenRight: null,
    rights: spec.rights ?? [],
    touched: RIGHTS.filter(({ slug }) => lanes.some(({ rights }) => rights.some(({ right }) => right === slug))).map(
      ({ slug, short }) => ({ slug, short }),
    ),
    states: spec.states ?? [{ slug: 'ex', name: 'Examplia' }],
    families: spec.families ?? [],
    group: spec.group ?? 'measure',
    open: spec.open ?? 'all',
    compare: spec.compare ?? null,
    lanes,
    letters,
    events,
    relations: [...(spec.relations ?? [])],
    pressure: countPressure(lanes),
    counts: countOnDay({ lanes, letters, events }, asOf),
    sources: { [SOURCE.slug]: SOURCE },
  }
}
