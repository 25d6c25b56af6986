/** The forms in which every list is offered beside JSON: one table, from which routes and documentation are made. */
import { type ChangeRow, listChanges } from '../../db/queries/change-log.ts'
import type { SourceView } from '../contract/views.ts'
import { citedSources } from '../facts.ts'
import type { ListResource } from '../list.ts'
import { LICENCE, LICENCE_ADDRESS, type ResolvedMoment, type Service } from '../service.ts'
import { listSources } from '../summaries.ts'
import { writeCalendar } from './calendar.ts'
import { writeCsv } from './csv.ts'
import { entryOfChange, FEED_LENGTH, type FeedEntry, writeAtom, writeJsonFeed } from './feeds.ts'

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
