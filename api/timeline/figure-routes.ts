import { type Request, type Response, Router } from 'express'
import { permalinkOf } from '../addresses.ts'
import { answerText } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { drawPng, drawSvg, type FigureOptions, PRINT_WIDTH } from './figure.ts'
import { PngRequest, SvgRequest } from './figure-request.ts'
import { TimelineRequest } from './request.ts'
import { writeTimelineJs } from './timelinejs.ts'
import { findTimeline } from './view.ts'

/** Opened by itself, the drawing needs its font and nothing else. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'"
/** Parameters that say how the figure is drawn, not of what it is. */
const DRAWN = ['theme', 'width', 'size']

/** The timeline in the forms of others: pictures, and the slides of TimelineJS. */
export function figureRoutes(service: Service): Router {
  const routes = Router()

  /** The page that shows the same, for the line at the foot. */
  const optionsOf = (req: Request, res: Response, moment: { version: number; asOf: string }): FigureOptions => {
    const page = new URL(req.originalUrl, service.address)
    page.pathname = '/'
    for (const name of DRAWN) page.searchParams.delete(name)
    res.set('Content-Security-Policy', SVG_POLICY)
    return {
      theme: req.query.theme === 'dark' ? 'dark' : 'light',
      permalink: permalinkOf(service.address, page, moment),
    }
  }

  routes.get('/timeline.svg', async (req, res) => {
    const { version, asOf, theme: _, width = PRINT_WIDTH, ...choice } = parse(SvgRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    const options = optionsOf(req, res, moment)
    await answerText(req, res, service, moment, 'image/svg+xml; charset=utf-8', async () =>
      drawSvg(await findTimeline(service, choice, moment), width, options),
    )
  })

  routes.get('/timeline.png', async (req, res) => {
    const { version, asOf, theme: _, size = 'print', ...choice } = parse(PngRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    const options = optionsOf(req, res, moment)
    await answerText(req, res, service, moment, 'image/png', async () =>
      drawPng(await findTimeline(service, choice, moment), size, options),
    )
  })

  routes.get('/timeline.timelinejs.json', async (req, res) => {
    const { version, asOf, ...choice } = parse(TimelineRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerText(req, res, service, moment, 'application/json; charset=utf-8', async () =>
      JSON.stringify(writeTimelineJs(await findTimeline(service, choice, moment), service.address)),
    )
  })

  return routes
}
