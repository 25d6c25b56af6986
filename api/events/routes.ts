import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findEventDetail } from './detail.ts'
import { EventRequest } from './request.ts'

/** One event; the list is made by api/list.ts from eventList. */
export function eventRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(EventRequest, req.query))
    await answerJson(req, res, service, moment, () => findEventDetail(service, req.params.slug, moment))
  })

  return routes
}
