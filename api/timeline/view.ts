/** Everything the timeline shows for a choice of measures on a day: the view of the first page and of /api/timeline. */
import { countMeasures } from '../../db/queries/measures.ts'
import { listBodies, listWriting } from '../../db/queries/records.ts'
import { countByState } from '../../db/queries/states.ts'
import { findTimelineRecords } from '../../db/queries/timeline.ts'
import { stateOf } from '../../db/vocabulary/jurisdictions.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { countPressure } from '../../web/timeline/count-pressure.ts'
import { countOnDay } from '../../web/timeline/on-day.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import type { Communication, Event, Family, Jurisdiction, Mandate, Source } from '../contract/record.ts'
import { presentSource } from '../facts.ts'
import { checkPeriod } from '../parse.ts'
import { TooManyMeasures } from '../problem.ts'
import { isPinned, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { MOST_MEASURES } from '../size.ts'
import { stateOf as nameOfState, stateNames } from '../states.ts'
import { refuseUnknown } from '../unknown.ts'
import {
  chosenSquares,
  extentOf,
  inOrderOfBeginning,
  presentLane,
  presentLetter,
  presentRelations,
  presentTimelineEvent,
  touchedRights,
} from './present.ts'
import type { TimelineRequest } from './request.ts'

/** As a request has it; or measures by their slugs. */
type TimelineChoice = Omit<TimelineRequest, 'version' | 'asOf'> & { slugs?: readonly string[] }

function checkSize(measures: number): void {
  if (measures > MOST_MEASURES)
    throw new TooManyMeasures(MOST_MEASURES, 'Choose a State, a right, a kind, a status or a family.')
}

/**
 * Letters and events follow the measures: with any choice but a State, only those about a measure shown (events also by the
 * right they touch, letters only of the mandate chosen). Throws a 400 if the range is reversed, and TooManyMeasures if there are more
 * than one timeline shows.
 */
export async function findTimeline(
  service: Pick<Service, 'db'>,
  { from, to, group, open, compare, ...choice }: TimelineChoice,
  moment: ResolvedMoment,
): Promise<TimelineView> {
  checkPeriod({ from, to })
  const { version, asOf } = moment
  const today = isPinned(moment) ? null : moment.today
  const { db } = service
  const { jurisdiction, right, severity, article, kind, status, family, mandate, slugs } = choice
  // Without a place or a family, the choice may be the whole world: counted before its records are opened.
  if (!jurisdiction && !family) checkSize(await countMeasures(db, choice, moment, MOST_MEASURES + 1))
  const narrowed = Boolean(right || severity || article || kind || status || family || mandate || slugs)
  const records = await findTimelineRecords(db, choice, moment, { limit: MOST_MEASURES + 1, narrowed })
  const rows = records.measures
  checkSize(rows.length)
  if (rows.length === 0) await refuseUnknown(service, moment, choice)
  const jurisdictions = records.jurisdictions as Jurisdiction[]
  const families = records.families as Family[]
  const states = new Set(rows.map((row) => stateOf(row.jurisdiction)))
  const only = jurisdictions.find(({ slug }) =>
    states.size ? states.size === 1 && states.has(slug) : slug === jurisdiction,
  )
  const lanes = inOrderOfBeginning(rows.map(presentLane))
  const letters = (records.communications as Communication[]).map((letter) => presentLetter(letter, asOf))
  const timelineEvents = (records.events as Event[]).map(presentTimelineEvent)
  const extent = extentOf({ lanes, letters, events: timelineEvents }, today ?? asOf)
  return {
    title: titleOf(only?.name.en, families.find(({ slug }) => slug === family)?.title.en, right),
    jurisdiction: only ? { code: only.code, name: only.name.en } : null,
    asOf,
    asOfIsToday: isToday(moment),
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
    counts: countOnDay({ lanes, letters, events: timelineEvents }, asOf),
    sources: Object.fromEntries((records.sources as Source[]).map((source) => [source.slug, presentSource(source)])),
  }
}

/** What a figure or a frame is called where nothing else says what was chosen. */
function titleOf(state: string | undefined, family: string | undefined, right: string | undefined): string {
  const subject = family ?? (state ? 'laws narrowing civic space' : 'Laws narrowing civic space')
  const named = RIGHTS.find(({ slug }) => slug === right)?.title
  // Titles of rights are written to stand alone.
  const about = named && named.charAt(0).toLowerCase() + named.slice(1)
  return [state, subject, about].filter(Boolean).join(': ')
}

/** More lanes than this are more than a reader takes in at once: the headings come first. */
const MOST_OPEN = 48

function groupsOpen(asked: readonly string[] | undefined, lanes: number): TimelineView['open'] {
  if (!asked) return lanes <= MOST_OPEN ? 'all' : []
  return asked.includes('all') ? 'all' : asked.filter((key) => key !== 'none')
}

/** The States, families and offices that can be chosen, whatever is chosen now. */
export async function findTimelineChoices({ db }: Pick<Service, 'db'>, { version }: ResolvedMoment) {
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

/** The States that the measures of a choice belong to, by name, with how many each has. */
export async function findStatesToChoose(
  { db }: Pick<Service, 'db'>,
  { from: _, to: __, group: ___, open: ____, compare: _____, ...choice }: Omit<TimelineRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
) {
  const [counts, names] = await Promise.all([countByState(db, choice, moment), stateNames(db, moment.version)])
  return counts
    .map(({ state, measures, later }) => ({ ...nameOfState(names, state), measures, later }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
