import { Router } from 'express'
import { answerJson } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findRightDetail } from './detail.ts'
import { findMatrix } from './matrix.ts'
import { MatrixRequest, RightRequest } from './request.ts'

/** The matrix, and one right; the list of rights is made by api/list.ts. */
export function rightRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/matrix', async (req, res) => {
    const { version, asOf, ...choice } = parse(MatrixRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerJson(req, res, service, moment, () => findMatrix(service, choice, moment))
  })

  routes.get('/rights/:slug', async (req, res) => {
    const { version, asOf, ...choice } = parse(RightRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerJson(req, res, service, moment, () => findRightDetail(service, req.params.slug, choice, moment))
  })

  return routes
}
