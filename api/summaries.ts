/** One line of each kind of record, as lists, pages of other records and the timeline show it. */
import { listDeadLinks } from '../db/links.ts'
import type { MeasureSummaryRow } from '../db/queries/measures.ts'
import { listBodies } from '../db/queries/records.ts'
import { dueOn } from '../db/record-index.ts'
import type { Db } from '../db/tables.ts'
import { type Day, parseEdtf } from '../db/vocabulary/edtf.ts'
import { isAfter, replyOnDay } from '../web/timeline/on-day.ts'
import type { Communication, Event, Mandate, Reply, Source, Texts } from './contract/record.ts'
import type { CommunicationSummary, EventSummary, MeasureSummary, ReferenceView, SourceView } from './contract/views.ts'
import {
  citedSources,
  presentCites,
  presentDate,
  presentDisagreements,
  presentOptionalDate,
  presentSource,
  presentStanding,
  tellReply,
} from './facts.ts'
import type { ResolvedMoment } from './service.ts'

export function presentMeasure(row: MeasureSummaryRow): MeasureSummary {
  const { title, short_title, checked_on, rights } = row.summary
  return {
    slug: row.slug,
    jurisdiction: row.jurisdiction,
    kind: row.kind,
    title: title as Texts,
    shortTitle: short_title as Texts,
    families: row.families,
    rights,
    status: presentStanding(row.status, checked_on),
    begunOn: row.begun_on,
    checkedOn: checked_on,
  }
}

/** Titles of the mandates by slug. */
export type MandateNames = ReadonlyMap<string, string>

export async function mandateNames(db: Db, version: number): Promise<MandateNames> {
  const mandates = (await listBodies(db, 'mandate', version)) as Mandate[]
  return new Map(mandates.map(({ slug, title }) => [slug, title.en]))
}

function presentReply(reply: Reply | undefined): CommunicationSummary['reply'] {
  if (!reply) return null
  if (reply.state === 'not_known') return { state: 'not_known', note: reply.note ?? null }
  const told = { cites: presentCites(reply.cites), disagreements: presentDisagreements(reply.disagreements) }
  return reply.state === 'none'
    ? { state: 'none', asOf: reply.as_of, ...told }
    : { state: 'received', on: presentOptionalDate(reply.on), ...told }
}

export const senderNames = ({ from }: Communication, names: MandateNames): string[] =>
  from.map(({ mandate, body }) => (mandate ? (names.get(mandate) ?? mandate) : (body ?? '')))

export function presentCommunication(
  communication: Communication,
  names: MandateNames,
  asOf: Day,
): CommunicationSummary {
  const { kind, deadline } = communication
  const on = presentOptionalDate(communication.on)
  return {
    slug: communication.slug,
    jurisdiction: communication.jurisdiction,
    kind,
    letterType: communication.letter_type ?? null,
    joint: communication.joint === true,
    reference: communication.reference,
    title: communication.title,
    summary: communication.summary,
    on,
    from: senderNames(communication, names),
    fromIsPartial: communication.from_is_partial === true,
    measures: [...new Set(communication.about.map((about) => about.measure))],
    deadline: deadline ? { days: deadline.days, on: dueOn(communication), basis: deadline.basis } : null,
    reply: presentReply(communication.reply),
    replyOnDay:
      kind === 'letter' && !isAfter(on, asOf) ? replyOnDay(tellReply(communication.reply), on, asOf).reply.state : null,
  }
}

export function presentReference({
  cited_as,
  resolved_to,
  on,
  note,
  cites,
}: NonNullable<Communication['earlier']>[number]): ReferenceView {
  return {
    citedAs: cited_as,
    resolvedTo: resolved_to,
    on: on ? presentDate(on) : null,
    note: note ?? null,
    cites: presentCites(cites),
  }
}

export function presentEvent(event: Event): EventSummary {
  const { inferred, duration } = parseEdtf(event.on)
  return {
    slug: event.slug,
    jurisdiction: event.jurisdiction,
    kind: event.kind,
    on: presentDate(event.on),
    inferred,
    duration,
    place: event.place ?? null,
    title: event.title,
    summary: event.summary,
    measures: event.measures ?? [],
    communications: event.communications ?? [],
    rights: event.rights ?? [],
    cites: presentCites(event.cites),
  }
}

/** Every source that a view cites, in the order of first citation, with what is known of its link. */
export const listCited = async (db: Db, moment: ResolvedMoment, view: unknown): Promise<SourceView[]> =>
  withLinks(db, moment, await listSources(db, moment.version, citedSources(view)))

/** Sources in the order of their slugs here; one that the version does not have is left out. */
export async function listSources(db: Db, version: number, slugs: readonly string[]): Promise<SourceView[]> {
  const bodies = (await listBodies(db, 'source', version, { slugs })) as Source[]
  const bySlug = new Map(bodies.map((source) => [source.slug, source]))
  return slugs.flatMap((slug) => {
    const source = bySlug.get(slug)
    return source ? [presentSource(source)] : []
  })
}

/** Says which links are dead, where the moment's answer may change with that. */
export async function withLinks<View extends SourceView>(
  db: Db,
  { links }: ResolvedMoment,
  sources: readonly View[],
): Promise<View[]> {
  if (links === 0) return [...sources]
  const dead = await listDeadLinks(
    db,
    sources.flatMap(({ address }) => address ?? []),
  )
  const byAddress = new Map(dead.map(({ address, state, since }) => [address, { state, since }]))
  return sources.map((source) => {
    const link = byAddress.get(source.address ?? '')
    return link ? { ...source, link } : source
  })
}
