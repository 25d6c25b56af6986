/** One source with everything that rests on it, and all sources by publisher. */
import { listCiting } from '../../db/queries/citing.ts'
import { listSourceLines } from '../../db/queries/records.ts'
import type { SourceDetail, SourceIndexView } from '../contract/overview-views.ts'
import { presentOptionalDate } from '../facts.ts'
import { notFound } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import { listSources, withLinks } from '../summaries.ts'
import type { SourceIndexRequest } from './request.ts'
import { restingFacts } from './resting.ts'

/** Throws a 404 if the version has no such source. */
export async function findSourceDetail({ db }: Service, slug: string, moment: ResolvedMoment): Promise<SourceDetail> {
  const [source] = await withLinks(db, moment, await listSources(db, moment.version, [slug]))
  if (!source) throw notFound('source', slug)
  const citing = await listCiting(db, slug, moment.version)
  return {
    ...source,
    rests: citing.flatMap((row) => restingFacts(row.record, row.slug, row.body, slug)),
    records: citing.length,
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}

const A_PAGE = 100

/** Of all sources only what they are sorted by is read; those of the page are opened. */
export async function findSourceIndex(
  { db }: Service,
  { publisher, page = 1 }: Omit<SourceIndexRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<SourceIndexView> {
  const all = await listSourceLines(db, moment.version)
  const counts = new Map<string, number>()
  for (const line of all) counts.set(line.publisher, (counts.get(line.publisher) ?? 0) + 1)
  const places = new Map([...counts.keys()].sort((a, b) => a.localeCompare(b)).map((name, place) => [name, place]))
  const placeOf = (line: { publisher: string }) => places.get(line.publisher) ?? 0
  const chosen = all
    .filter((line) => !publisher || line.publisher === publisher)
    .map((line) => ({ ...line, earliest: presentOptionalDate(line.on)?.earliest ?? '' }))
    .sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        (a.earliest < b.earliest ? 1 : a.earliest > b.earliest ? -1 : 0) ||
        (a.slug < b.slug ? -1 : 1),
    )
  const shown = chosen.slice((page - 1) * A_PAGE, page * A_PAGE)
  const slugs = shown.map(({ slug }) => slug)
  return {
    publishers: [...counts]
      .map(([name, sources]) => ({ publisher: name, sources }))
      .sort((a, b) => b.sources - a.sources || placeOf(a) - placeOf(b)),
    items: await withLinks(db, moment, await listSources(db, moment.version, slugs)),
    chosenPublisher: publisher ?? null,
    total: chosen.length,
    page,
    pages: Math.max(1, Math.ceil(chosen.length / A_PAGE)),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}
