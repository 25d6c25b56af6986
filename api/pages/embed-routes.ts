/** Embeds: pages for other sites' frames, which alone may be framed, and the files that those sites include. */
import { dirname, join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { measureEmbed, timelineEmbed } from '../../web/pages/embed-page.ts'
import type { PageContext } from '../../web/pages/layout.ts'
import { renderPage } from '../../web/pages/render.ts'
import { answerPage } from '../answer.ts'
import { findMeasureDetail } from '../measures/detail.ts'
import { MeasureRequest } from '../measures/request.ts'
import { filled, parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { TimelineRequest } from '../timeline/request.ts'
import { findTimeline } from '../timeline/view.ts'

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
  routes.use('/embed', framed)

  // The names stay, because other sites hold them; what is in them may change any day.
  routes.use(
    '/embed',
    express.static(join(dirname(dirname(assetsDir)), 'embed'), { index: false, redirect: false, maxAge: '5m' }),
  )

  routes.get('/embed/timeline', async (req, res) => {
    const { version, asOf, ...choice } = parse(TimelineRequest, filled(req.query))
    const moment = await resolveMoment(service, { version, asOf })
    await answerPage(req, res, service, moment, async () =>
      renderPage(timelineEmbed(await findTimeline(service, choice, moment), contextOf(req))),
    )
  })

  routes.get('/embed/measure/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(MeasureRequest, filled(req.query)))
    await answerPage(req, res, service, moment, async () =>
      renderPage(measureEmbed(await findMeasureDetail(service, req.params.slug, moment), contextOf(req))),
    )
  })

  return routes
}
