import { type Request, type Response, Router } from 'express'
import { answerText, canonicalUrl } from '../answer.ts'
import { twinRequest } from '../list.ts'
import { measureList } from '../measures/list.ts'
import { checkPeriod, parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { type BundleFilter, gatherFiles } from './files.ts'
import { writeZip } from './zip.ts'

export const BundleRequest = twinRequest(measureList as never)

/** Measures in all forms at once, for those who keep what they cite. */
export function bundleRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/measures.zip', async (req: Request, res: Response) => {
    const { version, asOf, ...filter } = parse(BundleRequest, req.query) as BundleFilter & {
      version?: number
      asOf?: string
    }
    checkPeriod(filter)
    const moment = await resolveMoment(service, { version, asOf })
    const { search } = new URL(canonicalUrl(req.originalUrl), service.address)
    await answerText(req, res, service, moment, 'application/zip', async () =>
      writeZip(await gatherFiles(service, filter, moment, search)),
    )
  })

  return routes
}
