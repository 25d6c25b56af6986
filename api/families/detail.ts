/** One idea over all States: the view of a family's page, of its API answer and of its CSV. */
import { listMeasures } from '../../db/queries/measures.ts'
import { listAbout, listBodies } from '../../db/queries/records.ts'
import { stateOf } from '../../db/vocabulary/jurisdictions.ts'
import { splitByBeginning } from '../../web/timeline/on-day.ts'
import type { Communication, Family, Jurisdiction } from '../contract/record.ts'
import type { FamilyCard, FamilyDetail, FamilyMeasure } from '../contract/views.ts'
import { notFound } from '../problem.ts'
import { envelope, type ResolvedMoment, type Service } from '../service.ts'
import { listCited, mandateNames, presentCommunication } from '../summaries.ts'
import { presentFamilyMeasure, presentFamilyRelations } from './present.ts'

/** Throws a 404 if the version has no such family. */
export async function findFamilyDetail({ db }: Service, slug: string, moment: ResolvedMoment): Promise<FamilyDetail> {
  const { version, asOf, today } = moment
  const [body] = await listBodies(db, 'family', version, { slugs: [slug] })
  if (!body) throw notFound('family', slug)
  const { title, summary, members } = body as Family
  const [rows, about, names, jurisdictions] = await Promise.all([
    listMeasures(db, { slugs: members }, moment),
    listAbout(db, 'communication', { measures: members }, version) as Promise<Communication[]>,
    mandateNames(db, version),
    listBodies(db, 'jurisdiction', version) as Promise<Jurisdiction[]>,
  ])
  const stateNames = new Map(jurisdictions.map((jurisdiction) => [jurisdiction.slug, jurisdiction.name.en]))
  const communications = about
    .map((communication) => presentCommunication(communication, names, asOf))
    .sort((a, b) => compare(a.on?.earliest ?? '9', b.on?.earliest ?? '9') || compare(a.slug, b.slug))
  const measures = rows
    .map((row) => presentFamilyMeasure(row, stateNames.get(row.jurisdiction) ?? row.jurisdiction, communications))
    .sort((a, b) => compare(beginning(a), beginning(b)) || compare(a.slug, b.slug))
  const view = { slug, title, summary, members, measures, relations: presentFamilyRelations(rows) }
  return { ...view, sources: await listCited(db, moment, view), asOfIsToday: asOf === today, ...envelope(moment) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const beginning = ({ introduced }: FamilyMeasure): string => introduced?.on.earliest ?? introduced?.on.latest ?? '9'

/** Every family with how much of it there is, those of most States first. */
export async function listFamilyCards({ db }: Service, moment: ResolvedMoment): Promise<FamilyCard[]> {
  const { version, asOf } = moment
  const [families, rows, jurisdictions] = await Promise.all([
    listBodies(db, 'family', version) as Promise<Family[]>,
    listMeasures(db, {}, moment),
    listBodies(db, 'jurisdiction', version) as Promise<Jurisdiction[]>,
  ])
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  const stateNames = new Map(jurisdictions.map((jurisdiction) => [jurisdiction.slug, jurisdiction.name.en]))
  return families
    .map(({ slug, title, summary, members }) => {
      const found = members.flatMap((member) => bySlug.get(member) ?? [])
      const states = [...new Set(found.map((row) => stateOf(row.jurisdiction)))]
      const [there, later] = splitByBeginning(
        found.map(({ begun_on, status }) => ({ begunOn: begun_on, status })),
        asOf,
      )
      const begun = found.flatMap(({ begun_on }) => begun_on ?? []).sort()
      return {
        slug,
        title,
        summary,
        measures: found.length,
        states: states.map((state) => stateNames.get(state) ?? state).sort(),
        statuses: there.map(({ status }) => status.status),
        later: later.length,
        begunOn: begun[0] ?? null,
        lastBegunOn: begun.at(-1) ?? null,
      }
    })
    .sort((a, b) => b.states.length - a.states.length || b.measures - a.measures || compare(a.slug, b.slug))
}
