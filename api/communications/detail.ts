/** One communication with what it says, what it is about, and how others refer to it: the view of its page and its answer. */
import { listMeasures } from '../../db/queries/measures.ts'
import { findCommunication, listAbout, listBodies } from '../../db/queries/records.ts'
import type { Communication, Event, Instrument, Jurisdiction, Measure } from '../contract/record.ts'
import type { CommunicationDetail } from '../contract/views.ts'
import { presentCites, presentDisagreements, presentStanding } from '../facts.ts'
import { notFound } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import {
  listCited,
  mandateNames,
  presentCommunication,
  presentEvent,
  presentReference,
  senderNames,
} from '../summaries.ts'

/** By slug or by published reference. Throws a 404 if the version has no such communication. */
export async function findCommunicationDetail(
  { db }: Service,
  name: string,
  moment: ResolvedMoment,
): Promise<CommunicationDetail> {
  const { version, asOf } = moment
  const communication = (await findCommunication(db, name, version)) as Communication | null
  if (!communication) throw notFound('communication', name)
  const { slug, earlier = [], legal_references: legal = [] } = communication
  const named = earlier.flatMap((reference) => reference.resolved_to ?? [])
  const [names, measures, instruments, earlierLetters, later, events, [jurisdiction]] = await Promise.all([
    mandateNames(db, version),
    listMeasures(db, { slugs: communication.about.map((about) => about.measure) }, moment),
    listBodies(db, 'instrument', version, {
      slugs: [...new Set(legal.map((reference) => reference.instrument))],
    }) as Promise<Instrument[]>,
    listAbout(db, 'communication', { slugs: named }, version) as Promise<Communication[]>,
    listAbout(db, 'communication', { earlier: slug }, version) as Promise<Communication[]>,
    listAbout(db, 'event', { communication: slug }, version) as Promise<Event[]>,
    listBodies(db, 'jurisdiction', version, { slugs: [communication.jurisdiction] }) as Promise<Jurisdiction[]>,
  ])
  const measureBySlug = new Map(measures.map((row) => [row.slug, row]))
  const instrumentBySlug = new Map(instruments.map((instrument) => [instrument.slug, instrument]))
  const earlierBySlug = new Map(
    earlierLetters.map((letter) => [letter.slug, presentCommunication(letter, names, asOf)]),
  )
  const sender = senderNames(communication, names)
  const view = {
    ...presentCommunication(communication, names, asOf),
    jurisdictionName: jurisdiction?.name.en ?? communication.jurisdiction,
    disagreements: presentDisagreements(communication.disagreements),
    citedAs: (communication.cited_as ?? []).map(presentReference),
    from: communication.from.map(({ mandate, resolution, holder }, i) => ({
      mandate: mandate ?? null,
      name: sender[i] ?? '',
      resolution: resolution ?? null,
      holder: holder ?? null,
    })),
    measures: communication.about.flatMap(({ measure, note, cites }) => {
      const row = measureBySlug.get(measure)
      if (!row) return []
      const { short_title, checked_on } = row.body as Measure
      return [
        {
          slug: measure,
          title: short_title.en,
          status: presentStanding(row.status, checked_on),
          note: note ?? null,
          cites: presentCites(cites),
        },
      ]
    }),
    questions: communication.questions ?? [],
    legalReferences: legal.map((reference) => {
      const instrument = instrumentBySlug.get(reference.instrument)
      return {
        instrument: reference.instrument,
        short: instrument?.short ?? reference.instrument,
        symbol: instrument?.symbol ?? null,
        article: reference.article ?? null,
        paragraphs: reference.paragraphs ?? null,
        citedAs: reference.cited_as,
      }
    }),
    earlier: earlier.map((reference) => ({
      ...presentReference(reference),
      resolved: reference.resolved_to ? (earlierBySlug.get(reference.resolved_to) ?? null) : null,
    })),
    later: later.map((letter) => presentCommunication(letter, names, asOf)),
    events: events.map(presentEvent),
    cites: presentCites(communication.cites),
  }
  return {
    ...view,
    sources: await listCited(db, moment, view),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}
