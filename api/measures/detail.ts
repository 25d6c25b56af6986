/** One measure with all its parts and everything that is about it: the view of its page and of its API answer. */
import { listMeasures, listRelatedSlugs, type MeasureRow } from '../../db/queries/measures.ts'
import { listAbout, listBodies } from '../../db/queries/records.ts'
import type { Communication, Event, Family, Jurisdiction, Measure } from '../contract/record.ts'
import type { MeasureDetail, RelationView } from '../contract/views.ts'
import { presentCites, presentDisagreements, presentOptionalDate } from '../facts.ts'
import { findSpeakers, presentImpacts } from '../impacts.ts'
import { presentSpans } from '../measure-parts.ts'
import { notFound } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { listCited, mandateNames, presentCommunication, presentEvent, presentMeasure } from '../summaries.ts'
import { presentIdentifiers, presentProvisions, presentStep, presentTexts } from './present.ts'

/** Throws a 404 if the version has no such measure. */
export async function findMeasureDetail({ db }: Service, slug: string, moment: ResolvedMoment): Promise<MeasureDetail> {
  const { version, asOf } = moment
  const [row] = await listMeasures(db, { slugs: [slug] }, moment)
  if (!row) throw notFound('measure', slug)
  const measure = row.body as Measure
  const [incoming, families, about, speakers, events, names, [jurisdiction]] = await Promise.all([
    listRelatedSlugs(db, slug, version),
    listBodies(db, 'family', version, { slugs: row.families }) as Promise<Family[]>,
    listAbout(db, 'communication', { measures: [slug] }, version) as Promise<Communication[]>,
    findSpeakers(db, [measure], version),
    listAbout(db, 'event', { measures: [slug] }, version) as Promise<Event[]>,
    mandateNames(db, version),
    listBodies(db, 'jurisdiction', version, { slugs: [measure.jurisdiction] }) as Promise<Jurisdiction[]>,
  ])
  const neighbours = new Set([
    ...(measure.relations ?? []).flatMap((relation) => relation.to ?? []),
    ...incoming.map((other) => other.slug),
    ...families.flatMap((family) => family.members),
  ])
  const others = new Map(
    (await listMeasures(db, { slugs: [...neighbours] }, moment)).map((other) => [other.slug, other]),
  )
  const summary = presentMeasure(row)
  const view = {
    ...summary,
    jurisdictionName: jurisdiction?.name.en ?? measure.jurisdiction,
    summary: measure.summary,
    spans: presentSpans(row),
    steps: measure.steps.map((step) => presentStep(step, asOf)),
    provisions: presentProvisions(measure),
    impacts: presentImpacts(measure, speakers),
    texts: presentTexts(measure),
    relations: [
      ...ownRelations(measure, others),
      ...incoming.flatMap(({ slug: other }) => actingRelations(slug, others.get(other))),
    ],
    familyRecords: families.map((family) => ({
      slug: family.slug,
      title: family.title,
      summary: family.summary,
      members: inOrder(family.members.flatMap((member) => others.get(member) ?? [])),
    })),
    communications: inTime(about.map((communication) => presentCommunication(communication, names, asOf))),
    events: inTime(events.map(presentEvent)),
    identifiers: presentIdentifiers(measure),
    sponsors: (measure.sponsors ?? []).map(({ name, office, cites }) => ({
      name: name ?? null,
      office,
      cites: presentCites(cites),
    })),
    disagreements: presentDisagreements(measure.disagreements),
    cites: presentCites(measure.cites),
  }
  return {
    ...view,
    sources: await listCited(db, moment, view),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}

const memberOf = (row: MeasureRow) => {
  const { slug, shortTitle, status } = presentMeasure(row)
  return { slug, title: shortTitle.en, status: status.is }
}

function inOrder(rows: readonly MeasureRow[]) {
  const firstOn = (row: MeasureRow) => presentOptionalDate((row.body as Measure).steps[0]?.on)?.earliest ?? null
  return rows
    .map((row) => ({ ...memberOf(row), firstOn: firstOn(row) }))
    .sort((a, b) => (a.firstOn ?? '').localeCompare(b.firstOn ?? '') || (a.slug < b.slug ? -1 : 1))
}

function inTime<T extends { on: { earliest: string | null } | null; slug: string }>(items: T[]): T[] {
  const key = (item: T) => item.on?.earliest ?? '9'
  return items.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.slug < b.slug ? -1 : 1))
}

function ownRelations(measure: Measure, others: ReadonlyMap<string, MeasureRow>): RelationView[] {
  return (measure.relations ?? []).map((relation) => {
    const other = relation.to ? others.get(relation.to) : undefined
    return {
      type: relation.type,
      side: 'newer',
      measure: other ? memberOf(other) : null,
      outside: relation.outside ?? null,
      intended: relation.intended === true,
      note: relation.note ?? null,
      cites: presentCites(relation.cites),
    }
  })
}

function actingRelations(slug: string, other: MeasureRow | undefined): RelationView[] {
  if (!other) return []
  return ((other.body as Measure).relations ?? [])
    .filter((relation) => relation.to === slug)
    .map((relation) => ({
      type: relation.type,
      side: 'older',
      measure: memberOf(other),
      outside: null,
      intended: relation.intended === true,
      note: relation.note ?? null,
      cites: presentCites(relation.cites),
    }))
}
