/** One line of each kind of record, as lists, pages of other records and the timeline show it. */
import type { MeasureRow } from '../db/queries/measures.ts'
import { listBodies } from '../db/queries/records.ts'
import type { Db } from '../db/tables.ts'
import { addDays, parseEdtf } from '../db/vocabulary/edtf.ts'
import type { Communication, Event, Mandate, Measure, Reply, Source } from './contract/record.ts'
import type { CommunicationSummary, EventSummary, MeasureSummary, ReferenceView, SourceView } from './contract/views.ts'
import {
  citedSources,
  presentCites,
  presentDate,
  presentDisagreements,
  presentOptionalDate,
  presentSource,
  presentSquares,
  presentStanding,
} from './facts.ts'

export function presentMeasure(row: MeasureRow): MeasureSummary {
  const measure = row.body as Measure
  return {
    slug: row.slug,
    jurisdiction: measure.jurisdiction,
    kind: measure.kind,
    title: measure.title,
    shortTitle: measure.short_title,
    families: row.families,
    rights: presentSquares(measure),
    status: presentStanding(row.status, measure.checked_on),
    checkedOn: measure.checked_on,
  }
}

/** Titles of the mandates by slug. */
export type MandateNames = ReadonlyMap<string, string>

export async function mandateNames(db: Db, version: number): Promise<MandateNames> {
  const mandates = (await listBodies(db, 'mandate', version)) as Mandate[]
  return new Map(mandates.map(({ slug, title }) => [slug, title.en]))
}

/** The day a reply is due: days after the day it was sent, where both are known. */
export function dueOn({ on, deadline }: Pick<Communication, 'on' | 'deadline'>): string | null {
  if (!on || !deadline?.days) return null
  const { earliest, latest } = parseEdtf(on)
  return latest !== null && earliest === latest ? addDays(latest, deadline.days) : null
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

export function presentCommunication(communication: Communication, names: MandateNames): CommunicationSummary {
  const { deadline } = communication
  return {
    slug: communication.slug,
    jurisdiction: communication.jurisdiction,
    kind: communication.kind,
    letterType: communication.letter_type ?? null,
    joint: communication.joint === true,
    reference: communication.reference,
    title: communication.title,
    summary: communication.summary,
    on: presentOptionalDate(communication.on),
    from: senderNames(communication, names),
    fromIsPartial: communication.from_is_partial === true,
    measures: [...new Set(communication.about.map((about) => about.measure))],
    deadline: deadline ? { days: deadline.days, on: dueOn(communication), basis: deadline.basis } : null,
    reply: presentReply(communication.reply),
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

/** Every source that a view cites, in the order of first citation. */
export async function listCited(db: Db, version: number, view: unknown): Promise<SourceView[]> {
  const slugs = citedSources(view)
  const bodies = (await listBodies(db, 'source', version, { slugs })) as Source[]
  const bySlug = new Map(bodies.map((source) => [source.slug, source]))
  return slugs.flatMap((slug) => {
    const source = bySlug.get(slug)
    return source ? [presentSource(source)] : []
  })
}
