import { Router } from 'express'
import { measureData } from '../../web/pages/structured.ts'
import { answerJson, answerText } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { JSON_LD_TYPE, writeJsonLd } from '../writers/json-ld.ts'
import { findMeasureDetail } from './detail.ts'
import { MeasureRequest } from './request.ts'

/** One measure; the list is made by api/list.ts from measureList. */
export function measureRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/:slug.jsonld', async (req, res) => {
    const moment = await resolveMoment(service, parse(MeasureRequest, req.query))
    await answerText(req, res, service, moment, JSON_LD_TYPE, async () => {
      const measure = await findMeasureDetail(service, req.params.slug, moment)
      const { address: site } = service
      const graph = { title: measure.shortTitle.en, address: req.originalUrl, site, moment }
      return writeJsonLd(graph, [measureData(measure, { site, asOf: moment.asOf })])
    })
  })

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(MeasureRequest, req.query))
    await answerJson(req, res, service, moment, () => findMeasureDetail(service, req.params.slug, moment))
  })

  return routes
}
