import { Router } from 'express'
import { answerJson, answerText } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { writeCsv } from '../writers/csv.ts'
import { FAMILY_COLUMNS } from './csv.ts'
import { findFamilyDetail } from './detail.ts'
import { FamilyRequest } from './request.ts'

export function familyRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/:slug.csv', async (req, res) => {
    const moment = await resolveMoment(service, parse(FamilyRequest, req.query))
    await answerText(req, res, service, moment, 'text/csv; charset=utf-8; header=present', async () => {
      const family = await findFamilyDetail(service, req.params.slug, moment)
      return writeCsv(FAMILY_COLUMNS, family.measures, family)
    })
  })

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(FamilyRequest, req.query))
    await answerJson(req, res, service, moment, () => findFamilyDetail(service, req.params.slug, moment))
  })

  return routes
}
