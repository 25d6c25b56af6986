/** The pages: each is a resource's view put into its template. */
import { type Request, Router } from 'express'
import { z } from 'zod'
import { apiPage } from '../../web/pages/api-page.ts'
import { communicationPage } from '../../web/pages/communication-page.ts'
import { familiesPage } from '../../web/pages/families-page.ts'
import { familyPage } from '../../web/pages/family-page.ts'
import type { PageAssets, PageContext } from '../../web/pages/layout.ts'
import { measurePage } from '../../web/pages/measure-page.ts'
import { problemPage } from '../../web/pages/problem-page.ts'
import { renderPage } from '../../web/pages/render.ts'
import { timelinePage } from '../../web/pages/timeline-page.ts'
import { answerPage } from '../answer.ts'
import { findCommunicationDetail } from '../communications/detail.ts'
import { CommunicationRequest } from '../communications/request.ts'
import type { OpenApiDocument } from '../contract/open-api.ts'
import type { Problem } from '../contract/views.ts'
import { findFamilyDetail, listFamilyCards } from '../families/detail.ts'
import { FamilyRequest } from '../families/request.ts'
import { findMeasureDetail } from '../measures/detail.ts'
import { MeasureRequest } from '../measures/request.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { TimelineRequest } from '../timeline/request.ts'
import { findTimeline, findTimelineChoices } from '../timeline/view.ts'

export interface Site {
  assets: PageAssets
  /** Folder of the built files that stand under /assets. */
  assetsDir: string
  development: boolean
  problemPage: (problem: Problem, req: Request) => Promise<string>
}

/** A family's page is drawn as its timeline: the range on show, how lanes stand together, and another day. */
const FamilyPageRequest = TimelineRequest.pick({
  version: true,
  asOf: true,
  from: true,
  to: true,
  group: true,
  open: true,
  compare: true,
})

const contextOf = (assets: PageAssets, req: Request): PageContext => ({
  assets,
  path: req.path,
  query: req.query as Record<string, string>,
})

export function createSite(assets: PageAssets, assetsDir: string, development: boolean): Site {
  return {
    assets,
    assetsDir,
    development,
    problemPage: (problem, req) => renderPage(problemPage(problem, { ...contextOf(assets, req), query: {} })),
  }
}

export function pageRoutes(service: Service, { assets }: Site, openApi: OpenApiDocument): Router {
  const routes = Router({ caseSensitive: true })

  /** A form without script sends its empty fields too; they mean nothing chosen. */
  const filled = (query: object) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))

  routes.get('/', async (req, res) => {
    const { version, asOf, ...choice } = parse(TimelineRequest, filled(req.query))
    const moment = await resolveMoment(service, { version, asOf })
    await answerPage(req, res, service, moment, async () => {
      const [view, choices] = await Promise.all([
        findTimeline(service, choice, moment),
        findTimelineChoices(service, moment),
      ])
      return renderPage(timelinePage(view, choices, contextOf(assets, req)))
    })
  })

  routes.get('/api/docs', async (req, res) => {
    parse(z.strictObject({}), req.query)
    const moment = await resolveMoment(service, {})
    await answerPage(req, res, service, moment, () => renderPage(apiPage(openApi, contextOf(assets, req))))
  })

  routes.get('/measures/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(MeasureRequest, filled(req.query)))
    await answerPage(req, res, service, moment, async () =>
      renderPage(measurePage(await findMeasureDetail(service, req.params.slug, moment), contextOf(assets, req))),
    )
  })

  routes.get('/families', async (req, res) => {
    const moment = await resolveMoment(service, parse(FamilyRequest, filled(req.query)))
    await answerPage(req, res, service, moment, async () =>
      renderPage(familiesPage(await listFamilyCards(service, moment), moment, contextOf(assets, req))),
    )
  })

  routes.get('/families/:slug', async (req, res) => {
    const { version, asOf, ...drawing } = parse(FamilyPageRequest, filled(req.query))
    const moment = await resolveMoment(service, { version, asOf })
    await answerPage(req, res, service, moment, async () => {
      const { slug } = req.params
      const [family, timeline] = await Promise.all([
        findFamilyDetail(service, slug, moment),
        findTimeline(service, { ...drawing, family: slug }, moment),
      ])
      return renderPage(familyPage(family, timeline, contextOf(assets, req)))
    })
  })

  routes.get('/communications/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(CommunicationRequest, filled(req.query)))
    await answerPage(req, res, service, moment, async () =>
      renderPage(
        communicationPage(await findCommunicationDetail(service, req.params.slug, moment), contextOf(assets, req)),
      ),
    )
  })

  return routes
}
