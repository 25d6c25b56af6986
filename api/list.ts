/**
 * Lists and their twins, made the same way for every resource: JSON by pages, and the whole list in other forms
 * (api/writers/twins.ts) with the same filters. A resource says what it lists; this file says how it is asked for and how it goes out.
 */
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Day } from '../db/vocabulary/edtf.ts'
import type { RecordKind } from '../db/vocabulary/lists.ts'
import { answerJson, answerText } from './answer.ts'
import { DEFAULT_LIMIT, type Position, readCursor, writeCursor } from './paging.ts'
import { checkPeriod, MomentRequest, oneOfEach, PageRequest, parse } from './parse.ts'
import { tooManyForOneFile } from './problem.ts'
import { envelope, type ResolvedMoment, resolveMoment, type Service } from './service.ts'
import { listCited } from './summaries.ts'
import { refuseUnknown } from './unknown.ts'
import type { Announced } from './writers/calendar.ts'
import type { Column } from './writers/csv.ts'
import type { FeedEntry } from './writers/feeds.ts'
import { TWINS, type TwinContext } from './writers/twins.ts'

export interface Listed<Item> {
  item: Item
  position: Position
}

export interface ListPage {
  after?: Position | undefined
  limit?: number | undefined
  sort?: string | undefined
}

/** A page's order for a query: `-begun` is descending. */
export function orderOf<Sort extends string>({ after, limit, sort = 'slug' }: ListPage) {
  return {
    after: after?.slug,
    afterValue: after?.value,
    limit,
    sort: sort.replace(/^-/, '') as Sort,
    descending: sort.startsWith('-'),
  }
}

type Filter<Filters extends z.ZodRawShape> = z.infer<z.ZodObject<Filters>>

interface StepTable<Item extends object, Row extends object = object> {
  of(items: readonly Item[]): Row[]
  columns: readonly Column<Row>[]
}

export interface ListResource<Filters extends z.ZodRawShape = z.ZodRawShape, Item extends object = object> {
  /** As in the address: `measures`. */
  name: string
  /** What the list is called for people: "Measures". */
  title: string
  /** The kind of record listed; null where the items are no records. */
  record: RecordKind | null
  filters: Filters
  /** Keys that `include` adds to each item; `sources` stands beside the items instead. */
  includes: readonly string[]
  sorts: readonly string[]
  /** Those of them that are days. */
  dated?: readonly string[]
  /** What a place in the list looks like, where it is no slug. */
  place?: RegExp
  item: z.ZodObject
  /** Items in order, at most `limit` of them. One statement, and one for each thing included that another table holds. */
  find(
    service: Service,
    filter: Filter<Filters>,
    moment: ResolvedMoment,
    page: ListPage,
    include: ReadonlySet<string>,
  ): Promise<Listed<Item>[]>
  columns: readonly Column<Item>[]
  /** Of a list whose items have steps: a table of them. */
  steps?: StepTable<Item>
  /** What its feeds tell, newest first; by default, changes of the records that it lists. */
  entries?(items: readonly Item[], context: TwinContext): FeedEntry[]
  /** The items in the words of schema.org; a resource that has no words there is in no JSON-LD. */
  described?(service: Service, items: readonly Item[], moment: ResolvedMoment): Promise<object[]>
  /** Days that were announced, for the calendar; a resource without any has no calendar. */
  announced?(service: Service, items: readonly Item[], moment: ResolvedMoment): Promise<Announced[]>
}

/** What may be said to the list of a resource. */
export function listRequest({ filters, includes, sorts, item, record }: ListResource) {
  return z.strictObject({
    ...filters,
    ...momentOf(record),
    ...PageRequest,
    ...(sorts.length > 1
      ? { sort: z.enum([...sorts, ...sorts.map((sort) => `-${sort}`)] as [string, ...string[]]).optional() }
      : {}),
    include: oneOfEach([...includes, 'sources'])
      .optional()
      .meta({ description: `Beside each: ${[...includes, 'sources'].join(', ')}; several, joined by commas` }),
    fields: oneOfEach([...Object.keys(item.shape), ...includes.filter((name) => !(name in item.shape))]).optional(),
  })
}

/** The same without what cuts a list in pages and columns. */
export function twinRequest({ filters, record }: ListResource) {
  return z.strictObject({ ...filters, ...momentOf(record) })
}

/** Records stand in a version and on a day; the log of versions stands in none. */
const momentOf = (record: RecordKind | null): Partial<typeof MomentRequest> => (record ? MomentRequest : {})

/** What a request may hold beside the filters of its list. */
interface Asked {
  limit?: number | undefined
  cursor?: string | undefined
  version?: number | undefined
  asOf?: Day | undefined
  from?: Day | undefined
  to?: Day | undefined
  sort?: string | undefined
  include?: string[] | undefined
  fields?: string[] | undefined
}

/** `/NAME` and its twins `/NAME.csv`, `.json`, `.ics`, `.atom` and so on. */
export function listRoutes(service: Service, resource: ListResource): Router {
  const routes = Router({ caseSensitive: true })
  const request = listRequest(resource)

  routes.get(`/${resource.name}`, async (req, res) => {
    const {
      limit = DEFAULT_LIMIT,
      cursor: text,
      version,
      asOf,
      sort,
      include = [],
      fields,
      ...filter
    } = parse(request, req.query) as Asked
    checkPeriod(filter)
    const isDated = resource.dated?.includes(sort?.replace(/^-/, '') ?? '') === true
    const cursor = text === undefined ? null : readCursor(text, { sort, place: resource.place, isDated })
    const moment = await resolveMoment(service, { version: version ?? cursor?.version, asOf })
    await answerJson(req, res, service, moment, async () => {
      const found = await resource.find(
        service,
        filter,
        moment,
        { after: cursor?.position, limit: limit + 1, sort },
        new Set(include),
      )
      if (found.length === 0) await refuseUnknown(service, moment, filter)
      const page = found.slice(0, limit)
      const last = page.at(-1)
      const items = page.map(({ item }) => item)
      return {
        items: fields ? items.map((item) => pick(item, fields)) : items,
        ...(include.includes('sources') ? { sources: await listCited(service.db, moment, items) } : {}),
        next:
          found.length > limit && last
            ? writeCursor({ version: moment.version, sort: sort ?? '', position: last.position })
            : null,
        ...envelope(moment),
      }
    })
  })

  const twin = twinRequest(resource)
  for (const writer of TWINS) {
    if (!writer.isOf(resource)) continue
    routes.get(`/${resource.name}.${writer.extension}`, async (req: Request, res: Response) => {
      const { version, asOf, ...filter } = parse(twin, req.query) as Asked
      checkPeriod(filter)
      const moment = await resolveMoment(service, { version, asOf })
      await answerText(req, res, service, moment, writer.type, async () => {
        const found = await resource.find(
          service,
          filter,
          moment,
          { limit: writer.most && writer.most + 1 },
          new Set(writer.needsIncluded ? resource.includes : []),
        )
        if (found.length === 0) await refuseUnknown(service, moment, filter)
        if (writer.most && found.length > writer.most) throw tooManyForOneFile(writer.most, resource.name)
        const context: TwinContext = { service, moment, resource, filter, address: req.originalUrl, sources: new Map() }
        return writer.write(
          context,
          found.map(({ item }) => item),
        )
      })
    })
  }
  return routes
}

const pick = (item: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)))
