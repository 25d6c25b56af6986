import { Router } from 'express'
import { listAbout } from '../../db/queries/records.ts'
import { answerJson } from '../answer.ts'
import type { Communication } from '../contract/record.ts'
import { cut, DEFAULT_LIMIT, readCursor } from '../paging.ts'
import { parse } from '../parse.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { mandateNames, presentCommunication } from '../summaries.ts'
import { findCommunicationDetail } from './detail.ts'
import { CommunicationListRequest, CommunicationRequest } from './request.ts'

export function communicationRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const {
      limit = DEFAULT_LIMIT,
      cursor: text,
      version,
      asOf,
      measure,
      ...filter
    } = parse(CommunicationListRequest, req.query)
    const cursor = text === undefined ? null : readCursor(text)
    const moment = await resolveMoment(service, { version: version ?? cursor?.version, asOf })
    await answerJson(req, res, service, moment, async () => {
      const { db } = service
      const page = { after: cursor?.after, limit: limit + 1 }
      const rows = (await listAbout(
        db,
        'communication',
        { ...filter, measures: measure ? [measure] : undefined },
        moment.version,
        page,
      )) as Communication[]
      const names = await mandateNames(db, moment.version)
      const { page: items, next } = cut(rows, limit, moment.version, (row) => row.slug)
      return { items: items.map((row) => presentCommunication(row, names)), next, ...envelope(moment) }
    })
  })

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(CommunicationRequest, req.query))
    await answerJson(req, res, service, moment, () => findCommunicationDetail(service, req.params.slug, moment))
  })

  return routes
}
