/** Everything the timeline shows for a choice of measures on a day: the view of the first page and of /api/timeline. */
import { listMeasures } from '../../db/queries/measures.ts'
import { listAbout, listBodies, listWriting } from '../../db/queries/records.ts'
import { stateOf } from '../../db/vocabulary/jurisdictions.ts'
import { countPressure } from '../../web/timeline/count-pressure.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import type { Communication, Event, Family, Jurisdiction, Mandate } from '../contract/record.ts'
import { badRequest } from '../problem.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { listCited } from '../summaries.ts'
import {
  chosenSquares,
  countReplies,
  countStatuses,
  extentOf,
  inOrderOfBeginning,
  presentLane,
  presentLetter,
  presentRelations,
  presentTimelineEvent,
  touchedRights,
} from './present.ts'
import type { TimelineRequest } from './request.ts'

/**
 * Letters and events follow the measures: with a choice of right, kind, status or family, only those about a measure shown
 * (events also by the right they touch). Throws a 400 if the range is reversed.
 */
export async function findTimeline(
  { db }: Service,
  { from, to, group, open, compare, ...choice }: Omit<TimelineRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<TimelineView> {
  if (from && to && from > to)
    throw badRequest([
      { field: 'from', message: `is ${from}, after to, ${to}.`, remedy: 'Put the earlier day in from.' },
    ])
  const { version, asOf, today } = moment
  const { jurisdiction, right, severity, article, kind, status, family, mandate } = choice
  const rows = await listMeasures(db, choice, moment)
  const narrowed = Boolean(right || severity || article || kind || status || family || mandate)
  const measures = narrowed ? rows.map((row) => row.slug) : undefined
  const [communications, events, jurisdictions, families] = await Promise.all([
    listAbout(db, 'communication', { jurisdiction, measures, mandate }, version) as Promise<Communication[]>,
    listAbout(db, 'event', { jurisdiction }, version) as Promise<Event[]>,
    listBodies(db, 'jurisdiction', version) as Promise<Jurisdiction[]>,
    listBodies(db, 'family', version, { slugs: [...new Set(rows.flatMap((row) => row.families))] }) as Promise<
      Family[]
    >,
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
  const states = new Set(rows.map((row) => stateOf(row.jurisdiction)))
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
    touched: touchedRights(lanes),
    states: jurisdictions.filter(({ slug }) => states.has(slug)).map(({ slug, name }) => ({ slug, name: name.en })),
    families: families.map(({ slug, title }) => ({ slug, title: title.en })),
    group: group ?? (states.size > 1 ? ('state' as const) : ('measure' as const)),
    open: groupsOpen(open, lanes.length),
    compare: compare ?? null,
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

/** More lanes than this are more than a reader takes in at once: the headings come first. */
const MOST_OPEN = 48

function groupsOpen(asked: readonly string[] | undefined, lanes: number): TimelineView['open'] {
  if (!asked) return lanes <= MOST_OPEN ? 'all' : []
  return asked.includes('all') ? 'all' : asked.filter((key) => key !== 'none')
}

/** The States, families and offices that can be chosen, whatever is chosen now. */
export async function findTimelineChoices({ db }: Service, { version }: ResolvedMoment) {
  const [jurisdictions, families, mandates] = await Promise.all([
    listBodies(db, 'jurisdiction', version) as Promise<Jurisdiction[]>,
    listBodies(db, 'family', version) as Promise<Family[]>,
    listWriting(db, version),
  ])
  return {
    jurisdictions: jurisdictions.map(({ code, name }) => ({ code, name: name.en })),
    families: families.map(({ slug, title }) => ({ slug, title: title.en })),
    mandates: (mandates as Mandate[]).map(({ slug, title, short }) => ({ slug, title: short ?? title.en })),
  }
}
