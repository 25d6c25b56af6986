import { Router } from 'express'
import { z } from 'zod'
import { listVersions } from '../../db/queries/records.ts'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { notFound } from '../problem.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { presentVersion } from './list.ts'

/** One version; the lists of versions and changes are made by api/list.ts. */
export function versionRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/:number', async (req, res) => {
    parse(z.strictObject({}), req.query)
    const moment = await resolveMoment(service, {})
    await answerJson(req, res, service, moment, async () => {
      const number = /^\d{1,9}$/.test(req.params.number) ? Number(req.params.number) : 0
      const [row] = await listVersions(service.db, { before: number + 1, limit: 1 })
      if (row?.number !== number) throw notFound('version', req.params.number)
      return { ...presentVersion(row), ...envelope(moment) }
    })
  })

  return routes
}
