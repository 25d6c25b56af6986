import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { TimelineRequest } from './request.ts'
import { findTimeline } from './view.ts'

export function timelineRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { version, asOf, ...choice } = parse(TimelineRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerJson(req, res, service, moment, async () => ({
      ...(await findTimeline(service, choice, moment)),
      ...envelope(moment),
    }))
  })

  return routes
}
