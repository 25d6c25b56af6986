import { Router } from 'express'
import { listMeasures } from '../../db/queries/measures.ts'
import { answerJson } from '../answer.ts'
import { cut, DEFAULT_LIMIT, readCursor } from '../paging.ts'
import { parse } from '../parse.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { presentMeasure } from '../summaries.ts'
import { findMeasureDetail } from './detail.ts'
import { MeasureListRequest, MeasureRequest } from './request.ts'

export function measureRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { limit = DEFAULT_LIMIT, cursor: text, version, asOf, ...filter } = parse(MeasureListRequest, req.query)
    const cursor = text === undefined ? null : readCursor(text)
    const moment = await resolveMoment(service, { version: version ?? cursor?.version, asOf })
    await answerJson(req, res, service, moment, async () => {
      const rows = await listMeasures(service.db, filter, moment, { after: cursor?.after, limit: limit + 1 })
      const { page, next } = cut(rows, limit, moment.version, (row) => row.slug)
      return { items: page.map(presentMeasure), next, ...envelope(moment) }
    })
  })

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(MeasureRequest, req.query))
    await answerJson(req, res, service, moment, () => findMeasureDetail(service, req.params.slug, moment))
  })

  return routes
}
