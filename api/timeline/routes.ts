import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { TimelineDataRequest } from './request.ts'
import { findTimeline } from './view.ts'

export function timelineRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { version, asOf, without, ...choice } = parse(TimelineDataRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerJson(req, res, service, moment, async () => ({
      ...(await findTimeline(service, choice, moment)),
      ...(without ? { [without]: {} } : {}),
      ...envelope(moment),
    }))
  })

  return routes
}
