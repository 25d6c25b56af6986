import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findMeasureDetail } from './detail.ts'
import { MeasureRequest } from './request.ts'

/** One measure; the list is made by api/list.ts from measureList. */
export function measureRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(MeasureRequest, req.query))
    await answerJson(req, res, service, moment, () => findMeasureDetail(service, req.params.slug, moment))
  })

  return routes
}
