/** Embeds: pages for other sites' frames, which alone may be framed, and the files that those sites include. */
import { dirname, join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { measureEmbed, timelineEmbed } from '../../web/pages/embed-page.ts'
import type { PageContext } from '../../web/pages/layout.ts'
import { renderPage } from '../../web/pages/render.ts'
import { answerPage, fileOfBuild } from '../answer.ts'
import { findMeasureDetail } from '../measures/detail.ts'
import { filled, parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { findTimeline } from '../timeline/view.ts'
import { EmbedsRequest, MeasureEmbedRequest, TimelineEmbedRequest } from './embed-request.ts'
import { findEmbedsPage } from './embeds.ts'

/** The policy of the pages, but for who may frame it; the other headers of framing say less than this one. */
const framed: RequestHandler = (_req, res, next) => {
  const policy = String(res.getHeader('Content-Security-Policy')).replace(/frame-ancestors [^;]*/, 'frame-ancestors *')
  res.set({ 'Content-Security-Policy': policy, 'Access-Control-Allow-Origin': '*' })
  res.removeHeader('X-Frame-Options')
  // Of a frame without an origin a browser would only complain that it cannot be keyed by one.
  res.removeHeader('Origin-Agent-Cluster')
  next()
}

interface EmbedSite {
  assetsDir: string
  contextOf: (req: express.Request) => PageContext
}

export function embedRoutes(service: Service, { assetsDir, contextOf }: EmbedSite): Router {
  const routes = Router({ caseSensitive: true })
  const embedDir = join(dirname(dirname(assetsDir)), 'embed')
  routes.use('/embed', framed)

  // The names stay, because other sites hold them; what is in them may change any day.
  routes.use('/embed', fileOfBuild, express.static(embedDir, { index: false, redirect: false, maxAge: '5m' }))

  routes.get('/embed/timeline', async (req, res) => {
    const { version, asOf, theme: _, ...choice } = parse(TimelineEmbedRequest, filled(req.query))
    const moment = await resolveMoment(service, { version, asOf })
    await answerPage(req, res, service, moment, async () =>
      renderPage(timelineEmbed(await findTimeline(service, choice, moment), contextOf(req))),
    )
  })

  routes.get('/embed/measure/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(MeasureEmbedRequest, filled(req.query)))
    await answerPage(req, res, service, moment, async () =>
      renderPage(measureEmbed(await findMeasureDetail(service, req.params.slug, moment), contextOf(req))),
    )
  })

  // It holds frames of ours, and stands in none.
  routes.get('/embeds', async (req, res) => {
    const { version, asOf, ...asked } = parse(EmbedsRequest, filled(req.query))
    const moment = await resolveMoment(service, { version, asOf })
    res.set('Content-Security-Policy', `${res.getHeader('Content-Security-Policy')};frame-src 'self'`)
    await answerPage(req, res, service, moment, async () =>
      renderPage(await findEmbedsPage(service, asked, moment, embedDir, contextOf(req))),
    )
  })

  return routes
}
