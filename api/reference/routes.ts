/** One family, instrument or mandate; the lists are made by api/list.ts. Sources, rights and jurisdictions have views of their own. */
import { Router } from 'express'
import { z } from 'zod'
import { listBodies } from '../../db/queries/records.ts'
import { answerJson } from '../answer.ts'
import { MomentRequest, parse } from '../parse.ts'
import { notFound } from '../problem.ts'
import { envelope, resolveMoment, type Service } from '../service.ts'
import { PLAIN_LISTS } from './list.ts'

export const ReferenceRequest = z.strictObject(MomentRequest)

export function referenceRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })
  // A family is answered with all that is set side by side in it, by api/families.
  for (const { name, record, present } of PLAIN_LISTS.filter((list) => list.record !== 'family'))
    routes.get(`/${name}/:slug`, async (req, res) => {
      const moment = await resolveMoment(service, parse(ReferenceRequest, req.query))
      await answerJson(req, res, service, moment, async () => {
        const [body] = await listBodies(service.db, record, moment.version, { slugs: [req.params.slug] })
        if (!body) throw notFound(record.replace('_', ' '), req.params.slug)
        return { ...present(body), ...envelope(moment) }
      })
    })
  return routes
}
