import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findJurisdictionDetail } from './detail.ts'
import { findStates } from './overview.ts'
import { JurisdictionRequest } from './request.ts'

/** The State of play, of all and of one; the plain list of jurisdictions is made by api/list.ts. */
export function jurisdictionRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/states', async (req, res) => {
    const moment = await resolveMoment(service, parse(JurisdictionRequest, req.query))
    await answerJson(req, res, service, moment, () => findStates(service, moment))
  })

  routes.get('/jurisdictions/:code', async (req, res) => {
    const moment = await resolveMoment(service, parse(JurisdictionRequest, req.query))
    await answerJson(req, res, service, moment, () => findJurisdictionDetail(service, req.params.code, moment))
  })

  return routes
}
