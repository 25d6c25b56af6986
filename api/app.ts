/** The application, in reading order: headers, reading only, the API, the built files, the pages, errors. */
import express, { type Express, type Router } from 'express'
import type { Logger } from 'pino'
import type { Writable } from '../db/journalled.ts'
import { answerOfBuild, fileOfBuild } from './answer.ts'
import { bundleRoutes } from './bundle/routes.ts'
import { isCaptured } from './captured.ts'
import { citeRoutes } from './cite/routes.ts'
import { communicationRoutes, ledgerRoutes, questionRoutes } from './communications/routes.ts'
import { dossierJsonSchema } from './contract/dossier.ts'
import { errorHandler } from './error-handler.ts'
import { eventRoutes } from './events/routes.ts'
import { familyRoutes } from './families/routes.ts'
import { jurisdictionRoutes } from './jurisdictions/routes.ts'
import { refuseExcess } from './limits.ts'
import { listRoutes } from './list.ts'
import { LISTS } from './lists.ts'
import { routeOf } from './log.ts'
import { measureRoutes } from './measures/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import type { Metrics } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { embedRoutes } from './pages/embed-routes.ts'
import { oEmbed } from './pages/oembed.ts'
import { contextOf, messagePages, pageRoutes, problemPages, type Site } from './pages/routes.ts'
import { methodNotAllowed, noSuchAddress } from './problem.ts'
import { referenceRoutes } from './reference/routes.ts'
import { rightRoutes } from './rights/routes.ts'
import { securityHeaders } from './security-headers.ts'
import type { Service } from './service.ts'
import { sourceRoutes } from './sources/routes.ts'
import { figureRoutes } from './timeline/figure-routes.ts'
import { timelineRoutes } from './timeline/routes.ts'
import { versionRoutes } from './versions/routes.ts'
import { writeTypeScriptClient } from './writers/typescript-client.ts'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])
/** The one address that takes something from visitors. */
const WRITABLE = '/correct'

export interface AppParts {
  service: Service
  /** Where messages of visitors go. */
  store: Writable
  site: Site
  log: Logger
  metrics: Metrics
  /** How many proxies in front are believed about whom they speak for. */
  proxies?: number
}

export function createApp({ service, store, site, log, metrics, proxies = 0 }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('trust proxy', proxies)
  app.set('query parser', 'simple')
  app.set('strict routing', false)
  app.set('case sensitive routing', true)

  app.use(securityHeaders(site))

  app.use((req, res, next) => {
    const begun = performance.now()
    // The route and the outcome; never the visitor's address, never the query.
    res.on('finish', () => {
      const route = routeOf(req, res)
      const ms = performance.now() - begun
      res.locals.route = route
      metrics.took(route, ms / 1000)
      // What is made for the hot cache is counted there, when it goes out.
      if (!isCaptured(req)) metrics.requestCounter(route, res.statusCode, 'app').n++
      log.info({ method: req.method, route, status: res.statusCode, ms })
    })
    next()
  })

  // Every site may read, also why something was refused.
  app.use('/api', (_req, res, next) => {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link, Retry-After' })
    next()
  })

  app.use((req, _res, next) => {
    if (!READING.has(req.method) && !(req.method === 'POST' && req.path === WRITABLE))
      throw methodNotAllowed(req.method)
    // No name holds a zero byte, and no database takes one.
    if (/%00/.test(req.path)) throw noSuchAddress(req.path)
    next()
  }, refuseExcess)

  const api = express.Router({ caseSensitive: true })
  api.use((req, res, next) => {
    if (req.method !== 'OPTIONS') return next()
    res.set({
      Allow: 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    })
    res.status(204).end()
  })
  /** Notes where a request went, because Express forgets it when a handler fails. */
  const mount = (path: string, routes: Router) =>
    api.use(
      path,
      (req, res, next) => {
        res.locals.mount = req.baseUrl
        next()
      },
      routes,
    )
  mount('/', bundleRoutes(service))
  for (const list of LISTS) mount('/', listRoutes(service, list))
  mount('/measures', measureRoutes(service))
  mount('/communications', communicationRoutes(service))
  mount('/events', eventRoutes(service))
  mount('/families', familyRoutes(service))
  mount('/versions', versionRoutes(service))
  mount('/timeline', timelineRoutes(service))
  mount('/ledger', ledgerRoutes(service))
  mount('/', questionRoutes(service))
  mount('/cite', citeRoutes(service))
  mount('/', figureRoutes(service))
  mount('/', rightRoutes(service))
  mount('/', jurisdictionRoutes(service))
  mount('/', sourceRoutes(service))
  mount('/', referenceRoutes(service))
  const dossierSchema = JSON.stringify(dossierJsonSchema())
  api.get('/schema/dossier.json', (req, res) =>
    answerOfBuild(req, res, 'application/schema+json; charset=utf-8', dossierSchema),
  )
  const openApi = openApiDocument(service.address)
  const described = JSON.stringify(openApi)
  api.get('/openapi.json', (req, res) => answerOfBuild(req, res, 'application/json; charset=utf-8', described))
  const client = writeTypeScriptClient(openApi)
  api.get('/client.ts', (req, res) => answerOfBuild(req, res, 'text/plain; charset=utf-8', client))
  app.use('/api', api)

  // File names carry a hash of their content, so they never change.
  app.use(
    '/assets',
    fileOfBuild,
    express.static(site.assetsDir, {
      immutable: true,
      maxAge: '365d',
      index: false,
      redirect: false,
      fallthrough: true,
    }),
  )
  app.use(embedRoutes(service, { assetsDir: site.assetsDir, contextOf: (req) => contextOf(site, service, req) }))
  app.get('/oembed', oEmbed(service))
  app.use(pageRoutes(service, site, openApi))
  app.use(messageRoutes(service, store, messagePages(service, site)))

  app.use((req) => {
    throw noSuchAddress(req.path)
  })
  app.use(errorHandler(log, problemPages(service, site)))
  return app
}
