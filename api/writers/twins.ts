/** The forms in which every list is offered beside JSON: one table, from which routes and documentation are made. */
import { z } from 'zod'
import { type ChangeRow, listChanges } from '../../db/queries/change-log.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import type { RecordName } from '../../db/vocabulary/record-name.ts'
import { MOST_RECORDS } from '../contract/dossier.ts'
import { Envelope, type MeasureDetail, SourceView } from '../contract/views.ts'
import { citedSources } from '../facts.ts'
import type { ListResource } from '../list.ts'
import { tooManyForOneFile } from '../problem.ts'
import { envelope, LICENCE, LICENCE_ADDRESS, type ResolvedMoment, type Service } from '../service.ts'
import { MOST_MEASURES } from '../size.ts'
import { listSources } from '../summaries.ts'
import { writeCalendar } from './calendar.ts'
import { writeCsv } from './csv.ts'
import { writeDossierInTurns } from './dossier.ts'
import { entryOfChange, FEED_LENGTH, type FeedEntry, writeAtom, writeJsonFeed } from './feeds.ts'
import { gather } from './gather.ts'
import { JSON_LD_TYPE, writeJsonLd } from './json-ld.ts'

export interface TwinContext {
  service: Service
  moment: ResolvedMoment
  resource: ListResource
  filter: Record<string, unknown>
  /** Path and query as asked for. */
  address: string
  /** Every source that the items cite, by slug. */
  sources: ReadonlyMap<string, SourceView>
}

export interface Twin {
  extension: string
  type: string
  says: string
  /** Not every list has what every form tells. */
  isOf(resource: ListResource): boolean
  /** All that `include` adds: for what it cites, or what others say of it. Feeds need only to know which items there are. */
  needsIncluded: boolean
  /** So many items at most are in one file of a form that holds every part of them; no bound where it is not set. */
  most?: number
  /** What a JSON answer holds; other forms are text. */
  answer?(resource: ListResource): z.ZodType
  write(context: TwinContext, items: readonly object[]): Promise<string>
}

export const TWINS: readonly Twin[] = [
  {
    extension: 'csv',
    type: 'text/csv; charset=utf-8; header=present',
    says: 'One row an item, addresses included',
    isOf: () => true,
    needsIncluded: true,
    async write(context, items) {
      const { service, moment, resource } = context
      const cited = await listSources(service.db, moment.version, citedSources(items))
      return writeCsv(resource.columns, items, { ...context, sources: new Map(cited.map((one) => [one.slug, one])) })
    },
  },
  {
    extension: 'steps.csv',
    type: 'text/csv; charset=utf-8; header=present',
    says: 'One row a step, addresses included',
    isOf: ({ steps }) => steps !== undefined,
    needsIncluded: true,
    async write(context, items) {
      const { service, moment, resource } = context
      const cited = await listSources(service.db, moment.version, citedSources(items))
      const sources = new Map(cited.map((one) => [one.slug, one]))
      return writeCsv(resource.steps?.columns ?? [], resource.steps?.of(items) ?? [], { ...context, sources })
    },
  },
  {
    extension: 'json',
    type: 'application/json; charset=utf-8',
    says: 'With all that `include` adds, and every source cited',
    isOf: canBeNarrowed,
    needsIncluded: true,
    most: MOST_MEASURES,
    answer: ({ item }) => z.strictObject({ items: z.array(item), sources: z.array(SourceView), ...Envelope.shape }),
    async write({ service, moment }, items) {
      const sources = await listSources(service.db, moment.version, citedSources(items))
      return JSON.stringify({ items, sources, ...envelope(moment) })
    },
  },
  {
    extension: 'jsonld',
    type: JSON_LD_TYPE,
    says: 'In the words of schema.org (Legislation), without any date that is not certain to the day',
    isOf: ({ described }) => described !== undefined,
    needsIncluded: true,
    most: MOST_MEASURES,
    async write({ service, moment, resource, address }, items) {
      const nodes = (await resource.described?.(service, items, moment)) ?? []
      return writeJsonLd({ title: resource.title, address, site: service.address, moment }, nodes)
    },
  },
  {
    extension: 'dossier.yaml',
    type: 'application/yaml; charset=utf-8',
    says: 'The records themselves with all that they refer to, to be read in again',
    isOf: canBeNarrowed,
    needsIncluded: true,
    most: MOST_MEASURES,
    async write({ service, moment, resource }, items) {
      const records = await gather(service.db, moment.version, recordsOf(resource, items))
      if (records.length > MOST_RECORDS) throw tooManyForOneFile(MOST_RECORDS, resource.name)
      return writeDossierInTurns(records, `${resource.title}: version ${moment.version} of the record`)
    },
  },
  {
    extension: 'ics',
    type: 'text/calendar; charset=utf-8',
    says: 'Planned steps and deadlines',
    isOf: ({ announced }) => announced !== undefined,
    needsIncluded: true,
    async write(context, items) {
      const { service, moment, resource } = context
      const gone = (await takenBack(context, items)).map(({ item }) => item)
      return writeCalendar(context, (await resource.announced?.(service, [...items, ...gone], moment)) ?? [])
    },
  },
  {
    extension: 'atom',
    type: 'application/atom+xml; charset=utf-8',
    says: 'What changed in the record, newest first',
    isOf: () => true,
    needsIncluded: false,
    write: async (context, items) => writeAtom(context, await entriesOf(context, items)),
  },
  {
    extension: 'feed.json',
    type: 'application/feed+json; charset=utf-8',
    says: 'What changed in the record, newest first',
    isOf: () => true,
    needsIncluded: false,
    write: async (context, items) => writeJsonFeed(context, await entriesOf(context, items)),
  },
]

/** Without a choice it may be the whole world, and with one it has to be possible to ask for less. */
function canBeNarrowed({ filters }: ListResource): boolean {
  return 'jurisdiction' in filters
}

/** What the list holds, and with measures what was written and happened about them. */
function recordsOf({ record }: ListResource, items: readonly object[]): RecordName[] {
  if (!record) return []
  const named = (kind: RecordKind, some: readonly { slug: string }[] = []) =>
    some.map(({ slug }): RecordName => ({ record: kind, slug }))
  return (items as readonly (RecordName & Partial<Pick<MeasureDetail, 'communications' | 'events'>>)[]).flatMap(
    (item) => [
      { record, slug: item.slug },
      ...(record === 'measure' ? [...named('communication', item.communications), ...named('event', item.events)] : []),
    ],
  )
}

/** For the forms that have a place for it. */
export const describeList = ({ moment: { version, asOf } }: TwinContext): string =>
  `Version ${version} of the record, as of ${asOf}. Licence: ${LICENCE}, ${LICENCE_ADDRESS}`

async function entriesOf(context: TwinContext, items: readonly object[]): Promise<FeedEntry[]> {
  const { service, resource } = context
  const entries =
    resource.entries?.(items, context) ??
    (await changesOf(context, items)).map((change) => entryOfChange(change, service.address))
  return entries.slice(0, FEED_LENGTH)
}

/** Changes of what the list holds, and of what it held until it was taken back, newest first. */
async function changesOf(context: TwinContext, items: readonly object[]): Promise<ChangeRow[]> {
  const { service, moment, resource, filter } = context
  const record = resource.record ?? undefined
  if (Object.keys(filter).length === 0) return listChanges(service.db, { record }, moment.version, NEWEST)
  const slugs = items.map(slugOf)
  const kept = await listChanges(service.db, { record, slugs }, moment.version, NEWEST)
  const gone = (await takenBack(context, items)).map(({ change }) => change)
  return [...kept, ...gone].sort((a, b) => b.number - a.number)
}

const NEWEST = { newestFirst: true, limit: FEED_LENGTH }

const slugOf = (item: object): string => (item as { slug: string }).slug

/** What the list held until it was taken back, as it stood last: subscribers are told, instead of finding nothing there. */
async function takenBack(
  { service, moment, resource, filter }: TwinContext,
  items: readonly object[],
): Promise<{ change: ChangeRow; item: object }[]> {
  const record = resource.record ?? undefined
  const gone = await listChanges(service.db, { record, change: 'retracted' }, moment.version, NEWEST)
  const held = new Set(items.map(slugOf))
  const found: { change: ChangeRow; item: object }[] = []
  // One after the other: hundreds at once would take every connection from those who ask for a page.
  for (const change of gone) {
    if (held.has(change.slug)) continue
    const before = { ...moment, version: change.number - 1 }
    const everything = new Set(resource.includes)
    const [last] = await resource.find(service, { ...filter, slug: [change.slug] }, before, {}, everything)
    if (last) found.push({ change, item: last.item })
  }
  return found
}
