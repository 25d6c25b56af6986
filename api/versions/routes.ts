import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { Nothing, parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findVersionDetail } from './detail.ts'

/** One version; the lists of versions and changes are made by api/list.ts. */
export function versionRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/:number', async (req, res) => {
    parse(Nothing, req.query)
    const moment = await resolveMoment(service, {})
    await answerJson(req, res, service, moment, () => findVersionDetail(service, req.params.number, moment))
  })

  return routes
}
