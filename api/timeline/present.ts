/** The timeline's view: lanes, letters, events, relations, the pressure count, and every source they cite. */
import type { LaneRow } from '../../db/queries/timeline.ts'
import { dueOn } from '../../db/record-index.ts'
import { addDays, type Day } from '../../db/vocabulary/edtf.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { replyOnDay } from '../../web/timeline/on-day.ts'
import type {
  MeasureLane,
  TimelineEvent,
  TimelineLetter,
  TimelineRelation,
  TimelineView,
} from '../../web/timeline/view.ts'
import type { Communication, Event, Measure } from '../contract/record.ts'
import { presentCites, presentOptionalDate, tellReply } from '../facts.ts'
import { presentSpans, presentTimelineStep } from '../measure-parts.ts'
import { presentEvent, presentMeasure } from '../summaries.ts'

/** What the timeline takes of a measure's record. */
type Lane = Pick<Measure, 'steps' | 'relations'>

/** The squares of a lane's label: the rights that a laws-and-letters record most often touches, then others in the view. */
const SQUARES = 5

export function presentLane(row: LaneRow): MeasureLane {
  const { slug, shortTitle, jurisdiction, kind, families, rights, status } = presentMeasure(row)
  return {
    slug,
    title: shortTitle.en,
    jurisdiction,
    kind,
    families,
    rights,
    status,
    spans: presentSpans(row),
    steps: (row.lane as Lane).steps.map(presentTimelineStep),
  }
}

/** As it was known on the day. */
export function presentLetter(communication: Communication, asOf: Day): TimelineLetter {
  const { slug, kind, reference, title, reply, about, disagreements = [] } = communication
  const on = presentOptionalDate(communication.on)
  const known = replyOnDay(tellReply(reply), on, asOf)
  const replyDisputed = reply && reply.state !== 'not_known' && reply.disagreements?.length
  return {
    slug,
    label: reference ?? title.en,
    title: title.en,
    kind,
    on,
    dueOn: dueOn(communication),
    reply: known.reply,
    laterReply: known.later,
    measures: [...new Set(about.map((item) => item.measure))],
    disputed: disagreements.length > 0 || Boolean(replyDisputed),
    cites: presentCites(communication.cites),
  }
}

export function presentTimelineEvent(event: Event): TimelineEvent {
  const { slug, title, kind, on, inferred, duration, summary, cites } = presentEvent(event)
  return { slug, title: title.en, kind, on, inferred, duration, summary, cites }
}

/** The relations that join two lanes of the view. */
export function presentRelations(rows: readonly LaneRow[]): TimelineRelation[] {
  const shown = new Set(rows.map((row) => row.slug))
  return rows.flatMap((row) =>
    ((row.lane as Lane).relations ?? []).flatMap(({ type, to, intended, cites }) =>
      to && shown.has(to)
        ? [{ type, from: row.slug, to, intended: intended === true, certainty: cites[0]?.certainty ?? 'inferred' }]
        : [],
    ),
  )
}

/** First and last day of anything shown, and today; open ends do not stretch it. */
export function extentOf(
  view: Pick<TimelineView, 'lanes' | 'letters' | 'events'>,
  today: Day,
): { from: Day; until: Day } {
  const days = [
    ...view.lanes.flatMap((lane) => lane.steps.flatMap(({ on }) => [on.earliest, on.latest])),
    ...view.letters.flatMap(({ on }) => [on?.earliest, on?.latest]),
    ...view.events.flatMap(({ on }) => [on.earliest, on.latest]),
  ].filter((day): day is Day => typeof day === 'string')
  const from = days.reduce((a, b) => (a < b ? a : b), today)
  const until = days.reduce((a, b) => (a > b ? a : b), today)
  return { from, until: addDays(until, 30) }
}

/** Lanes in the order in which their stories begin, so that time runs from the top start corner. */
export function inOrderOfBeginning(lanes: MeasureLane[]): MeasureLane[] {
  const begins = ({ steps }: MeasureLane) => steps[0]?.on.earliest ?? steps[0]?.on.latest ?? '9999'
  return lanes.toSorted((a, b) => (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : a.slug < b.slug ? -1 : 1))
}

/** Every right that a lane touches, by the name that readers know. */
export function touchedRights(lanes: readonly MeasureLane[]) {
  const touched = new Set(lanes.flatMap(({ rights }) => rights.map(({ right }) => right)))
  return RIGHTS.filter(({ slug }) => touched.has(slug)).map(({ slug, short }) => ({ slug, short }))
}

/** The rights that stand as squares in the labels: those most often touched first, in the order of the rights list. */
export function chosenSquares(lanes: readonly MeasureLane[], chosen: string | undefined) {
  const touched = new Map<string, number>()
  for (const { rights } of lanes) for (const { right } of rights) touched.set(right, (touched.get(right) ?? 0) + 1)
  const ranked = RIGHTS.filter(({ slug }) => touched.has(slug) || slug === chosen).toSorted(
    (a, b) =>
      Number(b.slug === chosen) - Number(a.slug === chosen) || (touched.get(b.slug) ?? 0) - (touched.get(a.slug) ?? 0),
  )
  const kept = new Set(ranked.slice(0, SQUARES).map(({ slug }) => slug))
  return RIGHTS.filter(({ slug }) => kept.has(slug)).map(({ slug, short, title }) => ({ slug, short, title }))
}
