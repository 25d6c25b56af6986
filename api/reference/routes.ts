/** The kinds of record that have no filters of their own: sources, families, and the reference lists. */
import { Router } from 'express'
import { z } from 'zod'
import { listBodies } from '../../db/queries/records.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { answerJson } from '../answer.ts'
import { cut, DEFAULT_LIMIT, readCursor } from '../paging.ts'
import { MomentRequest, PageRequest, parse } from '../parse.ts'
import { notFound } from '../problem.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'

const ListRequest = z.strictObject({ ...MomentRequest, ...PageRequest })
const OneRequest = z.strictObject(MomentRequest)

/** List and single answers for a kind of record; `present` is the record's last stop before the wire. */
export function referenceRoutes<Body extends { slug: string }>(
  service: Service,
  record: RecordKind,
  present: (body: Body) => object,
): Router {
  const routes = Router()
  const find = (version: number, options: Parameters<typeof listBodies>[3]) =>
    listBodies(service.db, record, version, options) as Promise<object[]> as Promise<Body[]>

  routes.get('/', async (req, res) => {
    const { limit = DEFAULT_LIMIT, cursor: text, version, asOf } = parse(ListRequest, req.query)
    const cursor = text === undefined ? null : readCursor(text)
    const moment = await resolveMoment(service, { version: version ?? cursor?.version, asOf })
    await answerJson(req, res, service, moment, async () => {
      const rows = await find(moment.version, { after: cursor?.after, limit: limit + 1 })
      const { page, next } = cut(rows, limit, moment.version, (row) => row.slug)
      return { items: page.map(present), next, ...envelope(moment) }
    })
  })

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(OneRequest, req.query))
    await answerJson(req, res, service, moment, async () => {
      const [body] = await find(moment.version, { slugs: [req.params.slug] })
      if (!body) throw notFound(record, req.params.slug)
      return { ...present(body), ...envelope(moment) }
    })
  })

  return routes
}
