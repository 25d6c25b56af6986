/** Everything the timeline shows for a choice of measures on a day: the view of the first page and of /api/timeline. */
import { listMeasures } from '../../db/queries/measures.ts'
import { listAbout, listBodies } from '../../db/queries/records.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import type { Communication, Event, Family, Jurisdiction } from '../contract/record.ts'
import { badRequest } from '../problem.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { listCited } from '../summaries.ts'
import {
  chosenSquares,
  countPressure,
  countReplies,
  countStatuses,
  extentOf,
  inOrderOfBeginning,
  presentLane,
  presentLetter,
  presentRelations,
  presentTimelineEvent,
} from './present.ts'
import type { TimelineRequest } from './request.ts'

/**
 * Letters and events follow the measures: with a choice of right, kind, status or family, only those about a measure shown
 * (events also by the right they touch). Throws a 400 if the range is reversed.
 */
export async function findTimeline(
  { db }: Service,
  { from, to, ...choice }: Omit<TimelineRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<TimelineView> {
  if (from && to && from > to)
    throw badRequest([
      { field: 'from', message: `is ${from}, after to, ${to}.`, remedy: 'Put the earlier day in from.' },
    ])
  const { version, asOf, today } = moment
  const { jurisdiction, right, kind, status, family } = choice
  const rows = await listMeasures(db, choice, moment)
  const narrowed = Boolean(right || kind || status || family)
  const measures = narrowed ? rows.map((row) => row.slug) : undefined
  const [communications, events, jurisdictions] = await Promise.all([
    listAbout(db, 'communication', { jurisdiction, measures }, version) as Promise<Communication[]>,
    listAbout(db, 'event', { jurisdiction }, version) as Promise<Event[]>,
    listBodies(db, 'jurisdiction', version) as Promise<Jurisdiction[]>,
  ])
  const shownEvents = events.filter(
    (event) =>
      !measures ||
      (right !== undefined && event.rights?.includes(right)) ||
      event.measures?.some((slug) => measures.includes(slug)),
  )
  const lanes = inOrderOfBeginning(rows.map(presentLane))
  const letters = communications.map(presentLetter)
  const timelineEvents = shownEvents.map(presentTimelineEvent)
  const states = new Set(rows.map((row) => (row.body as { jurisdiction: string }).jurisdiction))
  const only = jurisdictions.find(({ slug }) =>
    states.size ? states.size === 1 && states.has(slug) : slug === jurisdiction,
  )
  const extent = extentOf({ lanes, letters, events: timelineEvents }, today)
  const view = {
    title: only ? `${only.name.en}: laws narrowing civic space` : 'Laws narrowing civic space',
    jurisdiction: only ? { code: only.code, name: only.name.en } : null,
    asOf,
    asOfIsToday: asOf === today,
    today,
    version,
    extent,
    range: { from: from ?? extent.from, until: to ?? extent.until },
    chosenRight: right ?? null,
    rights: chosenSquares(lanes, right),
    lanes,
    letters,
    events: timelineEvents,
    relations: presentRelations(rows),
    pressure: countPressure(lanes),
    counts: {
      measures: lanes.length,
      byStatus: countStatuses(lanes),
      letters: countReplies(letters, asOf),
      events: timelineEvents.length,
    },
  }
  const sources = await listCited(db, version, view)
  return { ...view, sources: Object.fromEntries(sources.map((source) => [source.slug, source])) }
}

/** The States and families that can be chosen, whatever is chosen now. */
export async function findTimelineChoices({ db }: Service, { version }: ResolvedMoment) {
  const [jurisdictions, families] = await Promise.all([
    listBodies(db, 'jurisdiction', version) as Promise<Jurisdiction[]>,
    listBodies(db, 'family', version) as Promise<Family[]>,
  ])
  return {
    jurisdictions: jurisdictions.map(({ code, name }) => ({ code, name: name.en })),
    families: families.map(({ slug, title }) => ({ slug, title: title.en })),
  }
}
