/** A lane's steps and spans in day numbers and in time order, worked out once a lane, however often it is laid out. */

import type { Day } from '../../db/vocabulary/edtf.ts'
import { effectiveDays } from '../../db/vocabulary/status.ts'
import { type Doubt, doubtOf } from './doubt.ts'
import { oncePer } from './once.ts'
import { dayNumber } from './time-scale.ts'
import type { MeasureLane, QuietSpan, StatusAnswer, StatusSpan, TimelineStep } from './view.ts'

export interface IndexedStep {
  id: string
  step: TimelineStep
  doubt: Doubt
  /** Day number from which it is certain to have happened, held by the steps that follow it. */
  at: number
}

export interface IndexedSpan {
  id: string
  span: StatusSpan
  from: number
  until: number | null
  basis: TimelineStep | null
  /** The first day from which it may have held: a number where the doubt is bounded, null where it is open, `from` where there is none. */
  maybeFrom: number | null
  quiet: { from: number; until: number | null; kind: QuietSpan['kind'] }[]
}

export interface LaneIndex {
  /** By `at`. Steps without any date are not drawn; the list has them. */
  steps: IndexedStep[]
  ats: Float64Array
  /** By `from`. */
  spans: IndexedSpan[]
  froms: Float64Array
}

export const indexLane = oncePer((lane: MeasureLane): LaneIndex => {
  const certain = effectiveDays(
    lane.steps.map(({ key, stage, on, planned }) => ({ key, stage, on, planned })),
    'certain',
  )
  const steps = lane.steps
    .map((step, i) => indexStep(lane.slug, step, certain[i] ?? null))
    .filter((step) => step !== null)
    .sort((a, b) => a.at - b.at)
  const byKey = new Map(lane.steps.map((step) => [step.key, step]))
  const spans = lane.spans
    .map((span) => indexSpan(lane.slug, span, byKey.get(span.basis ?? '') ?? null))
    .filter((span) => span !== null)
    .sort((a, b) => a.from - b.from)
  return {
    steps,
    ats: Float64Array.from(steps, ({ at }) => at),
    spans,
    froms: Float64Array.from(spans, ({ from }) => from),
  }
})

function indexStep(slug: string, step: TimelineStep, certainFrom: Day | null): IndexedStep | null {
  const doubt = doubtOf(step.on)
  if (!doubt) return null
  const at = Math.min(dayNumber(certainFrom) ?? doubt.at, doubt.at)
  return { id: `step:${slug}/${step.key}`, step, doubt, at: Math.max(at, doubt.from ?? at) }
}

function indexSpan(slug: string, span: StatusSpan, basis: TimelineStep | null): IndexedSpan | null {
  const from = dayNumber(span.from)
  if (from === null) return null
  const until = dayNumber(span.until)
  const quiet = span.quiet.length === 0 ? NEVER : quietParts(span)
  return { id: `span:${slug}/${span.from}`, span, from, until, basis, maybeFrom: maybeFrom(from, basis), quiet }
}

/** Nearly every span moves on before it falls quiet. */
const NEVER: IndexedSpan['quiet'] = []

function quietParts({ quiet }: StatusSpan): IndexedSpan['quiet'] {
  return quiet
    .map((part) => ({ from: dayNumber(part.from), until: dayNumber(part.until), kind: part.kind }))
    .filter((part): part is IndexedSpan['quiet'][number] => part.from !== null)
}

/** Only where the span begins within the doubt of its step: a term that ran out rests on a step long past. */
function maybeFrom(from: number, basis: TimelineStep | null): number | null {
  if (!basis) return from
  const earliest = dayNumber(basis.on.earliest)
  const latest = dayNumber(basis.on.latest)
  if (latest !== null && latest < from) return from
  return earliest === null ? null : Math.min(earliest, from)
}

/** The status that the spans give a lane on another day than its own, while a reader drags the as-of line. */
export function statusOn(lane: MeasureLane, day: Day): StatusAnswer {
  const span = lane.spans.find(({ from, until }) => from <= day && (until === null || day < until))
  const quiet = span?.quiet.find(({ from, until }) => from <= day && (until === null || day < until))
  const basis = lane.steps.find(({ key }) => key === span?.basis)
  return {
    is: span?.status ?? null,
    since: span?.from ?? null,
    basis: basis ? { measure: lane.slug, step: basis.key, label: basis.label, on: basis.on } : null,
    rule: span?.rule ?? null,
    atTheLatest: basis !== undefined && basis.on.earliest !== span?.from,
    asAnnounced: span?.asAnnounced ?? false,
    asReported: span?.asReported ?? false,
    dormant: quiet?.kind === 'dormant',
    noStepSince: null,
    notCheckedSince: quiet?.kind === 'not_checked' ? quiet.from : null,
    possibly: null,
    entryIntoForceNotEstablished: false,
  }
}
