import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findCommunicationDetail } from './detail.ts'
import { CommunicationRequest } from './request.ts'

/** One communication; the list is made by api/list.ts from communicationList. */
export function communicationRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(CommunicationRequest, req.query))
    await answerJson(req, res, service, moment, () => findCommunicationDetail(service, req.params.slug, moment))
  })

  return routes
}
