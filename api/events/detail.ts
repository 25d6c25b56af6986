/** One event with what it belongs to: the view of its page and of its API answer. */
import { listMeasures } from '../../db/queries/measures.ts'
import { listAbout } from '../../db/queries/records.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import type { EventDetail } from '../contract/overview-views.ts'
import type { Communication, Event } from '../contract/record.ts'
import { presentDisagreements } from '../facts.ts'
import { notFound } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { stateNames, stateOf } from '../states.ts'
import { listCited, mandateNames, presentCommunication, presentEvent, presentMeasure } from '../summaries.ts'

/** Throws a 404 if the version has no such event. */
export async function findEventDetail({ db }: Service, slug: string, moment: ResolvedMoment): Promise<EventDetail> {
  const { version, asOf } = moment
  const [event] = (await listAbout(db, 'event', { slugs: [slug] }, version)) as Event[]
  if (!event) throw notFound('event', slug)
  const [rows, letters, names, states] = await Promise.all([
    listMeasures(db, { slugs: event.measures ?? [] }, moment),
    listAbout(db, 'communication', { slugs: event.communications ?? [] }, version) as Promise<Communication[]>,
    mandateNames(db, version),
    stateNames(db, version),
  ])
  const summary = presentEvent(event)
  const view = {
    ...summary,
    state: stateOf(states, event.jurisdiction),
    measures: rows.map((row) => {
      const { slug: measure, shortTitle, status } = presentMeasure(row)
      return { slug: measure, title: shortTitle.en, status }
    }),
    communications: letters.map((letter) => presentCommunication(letter, names, asOf)),
    rights: RIGHTS.filter((right) => summary.rights.includes(right.slug)).map((right) => ({
      slug: right.slug,
      title: right.title,
    })),
    disagreements: presentDisagreements(event.disagreements),
  }
  return {
    ...view,
    sources: await listCited(db, moment, { cites: view.cites, disagreements: view.disagreements }),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}
