/** Everything the timeline shows for a choice of measures on a day: the view of the first page and of /api/timeline. */
import { countMeasures } from '../../db/queries/measures.ts'
import { listBodies } from '../../db/queries/records.ts'
import { findTimelineRecords } from '../../db/queries/timeline.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import type { Communication, Event, Family, Jurisdiction, Source } from '../contract/record.ts'
import { presentSource } from '../facts.ts'
import { checkPeriod } from '../parse.ts'
import { badRequest } from '../problem.ts'
import type { ResolvedMoment, Service } from '../service.ts'
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

/** More lanes than this are more than one picture holds, and than a server should answer with. */
export const MOST_LANES = 2000

function checkSize(measures: number): void {
  if (measures > MOST_LANES)
    throw badRequest([
      {
        field: 'jurisdiction',
        message: `is not narrow enough: more than ${MOST_LANES} measures would be shown.`,
        remedy: 'Choose a State, a right, a kind, a status or a family.',
      },
    ])
}

/**
 * Letters and events follow the measures: with any choice but a State, only those about a measure shown (events also by the
 * right they touch, letters only of the mandate chosen). Throws a 400 if the range is reversed, or if there are more measures
 * than one timeline shows.
 */
export async function findTimeline(
  { db }: Service,
  { from, to, ...choice }: Omit<TimelineRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<TimelineView> {
  checkPeriod({ from, to })
  const { version, asOf, today } = moment
  const { jurisdiction, right, severity, article, kind, status, family, mandate } = choice
  // Without a place or a family, the choice may be the whole world: counted before its records are opened.
  if (!jurisdiction && !family) checkSize(await countMeasures(db, choice, moment, MOST_LANES + 1))
  const narrowed = Boolean(right || severity || article || kind || status || family || mandate)
  const records = await findTimelineRecords(db, choice, moment, { limit: MOST_LANES + 1, narrowed })
  const rows = records.measures
  checkSize(rows.length)
  const only = records.jurisdiction as Jurisdiction | null
  const lanes = inOrderOfBeginning(rows.map(presentLane))
  const letters = (records.communications as Communication[]).map(presentLetter)
  const timelineEvents = (records.events as Event[]).map(presentTimelineEvent)
  const extent = extentOf({ lanes, letters, events: timelineEvents }, today)
  return {
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
    sources: Object.fromEntries((records.sources as Source[]).map((source) => [source.slug, presentSource(source)])),
  }
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
