import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findSourceDetail, findSourceIndex } from './detail.ts'
import { SourceIndexRequest, SourceRequest } from './request.ts'

/** Sources by publisher, and one with what rests on it; the plain list is made by api/list.ts. */
export function sourceRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/source-index', async (req, res) => {
    const { version, asOf, ...choice } = parse(SourceIndexRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerJson(req, res, service, moment, () => findSourceIndex(service, choice, moment))
  })

  routes.get('/sources/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(SourceRequest, req.query))
    await answerJson(req, res, service, moment, () => findSourceDetail(service, req.params.slug, moment))
  })

  return routes
}
