/** One source with everything that rests on it, and all sources by publisher. */
import { listCiting } from '../../db/queries/citing.ts'
import { listBodies } from '../../db/queries/records.ts'
import type { SourceDetail, SourceIndexView } from '../contract/overview-views.ts'
import type { Source } from '../contract/record.ts'
import { presentSource } from '../facts.ts'
import { notFound } from '../problem.ts'
import { envelope, isToday, type ResolvedMoment, type Service } from '../service.ts'
import type { SourceIndexRequest } from './request.ts'
import { restingFacts } from './resting.ts'

/** Throws a 404 if the version has no such source. */
export async function findSourceDetail({ db }: Service, slug: string, moment: ResolvedMoment): Promise<SourceDetail> {
  const [source] = (await listBodies(db, 'source', moment.version, { slugs: [slug] })) as Source[]
  if (!source) throw notFound('source', slug)
  const citing = await listCiting(db, slug, moment.version)
  return {
    ...presentSource(source),
    rests: citing.flatMap((row) => restingFacts(row.record, row.slug, row.body, slug)),
    records: citing.length,
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}

const A_PAGE = 100

export async function findSourceIndex(
  { db }: Service,
  { publisher, page = 1 }: Omit<SourceIndexRequest, 'version' | 'asOf'>,
  moment: ResolvedMoment,
): Promise<SourceIndexView> {
  const all = ((await listBodies(db, 'source', moment.version)) as Source[]).map(presentSource)
  const counts = new Map<string, number>()
  for (const source of all) counts.set(source.publisher, (counts.get(source.publisher) ?? 0) + 1)
  const chosen = all
    .filter((source) => !publisher || source.publisher === publisher)
    .sort(
      (a, b) =>
        a.publisher.localeCompare(b.publisher) ||
        (b.on?.earliest ?? '').localeCompare(a.on?.earliest ?? '') ||
        (a.slug < b.slug ? -1 : 1),
    )
  return {
    publishers: [...counts]
      .map(([name, sources]) => ({ publisher: name, sources }))
      .sort((a, b) => b.sources - a.sources || a.publisher.localeCompare(b.publisher)),
    items: chosen.slice((page - 1) * A_PAGE, page * A_PAGE),
    chosenPublisher: publisher ?? null,
    total: chosen.length,
    page,
    pages: Math.max(1, Math.ceil(chosen.length / A_PAGE)),
    asOfIsToday: isToday(moment),
    ...envelope(moment),
  }
}
