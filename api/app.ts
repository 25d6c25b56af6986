/** The application, in reading order: headers, reading only, the API, the built files, the pages, errors. */
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { communicationRoutes } from './communications/routes.ts'
import { dossierJsonSchema } from './contract/dossier.ts'
import { errorHandler } from './error-handler.ts'
import { eventRoutes } from './events/routes.ts'
import { familyRoutes } from './families/routes.ts'
import { listRoutes } from './list.ts'
import { LISTS } from './lists.ts'
import { measureRoutes } from './measures/routes.ts'
import { openApiDocument } from './openapi.ts'
import { pageRoutes, type Site } from './pages/routes.ts'
import { methodNotAllowed, noSuchAddress } from './problem.ts'
import { referenceRoutes } from './reference/routes.ts'
import type { Service } from './service.ts'
import { timelineRoutes } from './timeline/routes.ts'
import { versionRoutes } from './versions/routes.ts'
import { writeTypeScriptClient } from './writers/typescript-client.ts'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface AppParts {
  service: Service
  site: Site
  log: Logger
}

export function createApp({ service, site, log }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.set('strict routing', false)
  app.set('case sensitive routing', true)

  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: site.development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: site.development ? ["'self'", 'ws:'] : ["'self'"],
          fontSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
      // Reading is open to every origin; the pages themselves stay unframed by the policy above.
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      strictTransportSecurity: false,
    }),
  )

  app.use((req, res, next) => {
    const begun = process.hrtime.bigint()
    // The route and the outcome; never the visitor's address, never the query.
    res.on('finish', () => {
      const route = `${req.baseUrl}${(req.route as { path?: string } | undefined)?.path ?? ''}` || 'none'
      log.info({ method: req.method, route, status: res.statusCode, ms: Number(process.hrtime.bigint() - begun) / 1e6 })
    })
    if (!READING.has(req.method)) throw methodNotAllowed(req.method)
    // No name holds a zero byte, and no database takes one.
    if (/%00/.test(req.path)) throw noSuchAddress(req.path)
    next()
  })

  const api = express.Router({ caseSensitive: true })
  api.use((req, res, next) => {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link' })
    if (req.method !== 'OPTIONS') return next()
    res.set({
      Allow: 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
    })
    res.status(204).end()
  })
  for (const list of LISTS) api.use(listRoutes(service, list))
  api.use('/measures', measureRoutes(service))
  api.use('/communications', communicationRoutes(service))
  api.use('/events', eventRoutes(service))
  api.use('/families', familyRoutes(service))
  api.use('/versions', versionRoutes(service))
  api.use('/timeline', timelineRoutes(service))
  api.use(referenceRoutes(service))
  const dossierSchema = JSON.stringify(dossierJsonSchema())
  api.get('/schema/dossier.json', (_req, res) => {
    res.type('application/schema+json; charset=utf-8').set('Cache-Control', 'public, max-age=300').send(dossierSchema)
  })
  const openApi = openApiDocument(service.address)
  const described = JSON.stringify(openApi)
  api.get('/openapi.json', (_req, res) => {
    res.type('application/json; charset=utf-8').set('Cache-Control', 'public, max-age=300').send(described)
  })
  const client = writeTypeScriptClient(openApi)
  api.get('/client.ts', (_req, res) => {
    res.type('text/plain; charset=utf-8').set('Cache-Control', 'public, max-age=300').send(client)
  })
  app.use('/api', api)

  // File names carry a hash of their content, so they never change.
  app.use(
    '/assets',
    express.static(site.assetsDir, {
      immutable: true,
      maxAge: '365d',
      index: false,
      redirect: false,
      fallthrough: true,
    }),
  )
  app.use(pageRoutes(service, site, openApi))

  app.use((req) => {
    throw noSuchAddress(req.path)
  })
  app.use(errorHandler(log, site.problemPage))
  return app
}
