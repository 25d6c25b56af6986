import { Router } from 'express'
import { listAbout } from '../../db/queries/records.ts'
import { answerJson } from '../answer.ts'
import type { Event } from '../contract/record.ts'
import { parse } from '../parse.ts'
import { notFound } from '../problem.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { listCited, presentEvent } from '../summaries.ts'
import { EventRequest } from './request.ts'

/** One event; the list is made by api/list.ts from eventList. */
export function eventRoutes(service: Service): Router {
  const routes = Router()

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
