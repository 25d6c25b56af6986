import { Router } from 'express'
import { listAbout } from '../../db/queries/records.ts'
import { answerJson } from '../answer.ts'
import type { Event } from '../contract/record.ts'
import { cut, DEFAULT_LIMIT, readCursor } from '../paging.ts'
import { parse } from '../parse.ts'
import { notFound } from '../problem.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { listCited, presentEvent } from '../summaries.ts'
import { EventListRequest, EventRequest } from './request.ts'

export function eventRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const {
      limit = DEFAULT_LIMIT,
      cursor: text,
      version,
      asOf,
      measure,
      ...filter
    } = parse(EventListRequest, req.query)
    const cursor = text === undefined ? null : readCursor(text)
    const moment = await resolveMoment(service, { version: version ?? cursor?.version, asOf })
    await answerJson(req, res, service, moment, async () => {
      const page = { after: cursor?.after, limit: limit + 1 }
      const rows = (await listAbout(
        service.db,
        'event',
        { ...filter, measures: measure ? [measure] : undefined },
        moment.version,
        page,
      )) as Event[]
      const { page: items, next } = cut(rows, limit, moment.version, (row) => row.slug)
      return { items: items.map(presentEvent), next, ...envelope(moment) }
    })
  })

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(EventRequest, req.query))
    await answerJson(req, res, service, moment, async () => {
      const [event] = (await listAbout(service.db, 'event', { slugs: [req.params.slug] }, moment.version)) as Event[]
      if (!event) throw notFound('event', req.params.slug)
      const view = presentEvent(event)
      return { ...view, sources: await listCited(service.db, moment.version, view), ...envelope(moment) }
    })
  })

  return routes
}
