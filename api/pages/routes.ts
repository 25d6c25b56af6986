/** The pages: each is a resource's view put into its template. */

import type { ServerRenderedTemplate } from '@lit-labs/ssr'
import { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import { countNames } from '../../db/queries/names.ts'
import { aboutPage } from '../../web/pages/about-page.ts'
import { apiPage } from '../../web/pages/api-page.ts'
import { choosePage } from '../../web/pages/choose-page.ts'
import { citePage } from '../../web/pages/cite-page.ts'
import { communicationPage } from '../../web/pages/communication-page.ts'
import { correctPage, receivedPage } from '../../web/pages/correct-page.ts'
import { problemEmbed } from '../../web/pages/embed-page.ts'
import { eventPage } from '../../web/pages/event-page.ts'
import { familiesPage } from '../../web/pages/families-page.ts'
import { familyPage } from '../../web/pages/family-page.ts'
import type { PageAssets, PageContext } from '../../web/pages/layout.ts'
import { lettersPage } from '../../web/pages/letters-page.ts'
import { measurePage } from '../../web/pages/measure-page.ts'
import { problemPage } from '../../web/pages/problem-page.ts'
import { glossaryPage, methodologyPage } from '../../web/pages/prose-page.ts'
import { chooseQuestionsPage, questionsPage } from '../../web/pages/questions-page.ts'
import { renderPage } from '../../web/pages/render.ts'
import { rightPage } from '../../web/pages/right-page.ts'
import { rightsPage } from '../../web/pages/rights-page.ts'
import { rulePackPage, rulePacksPage } from '../../web/pages/rule-packs-page.ts'
import { sourcePage } from '../../web/pages/source-page.ts'
import { sourcesPage } from '../../web/pages/sources-page.ts'
import { statePage } from '../../web/pages/state-page.ts'
import { statesPage } from '../../web/pages/states-page.ts'
import { submissionPage } from '../../web/pages/submission-page.ts'
import { timelinePage } from '../../web/pages/timeline-page.ts'
import { versionPage, versionsPage } from '../../web/pages/versions-page.ts'
import { answerOfBuild, answerPage, answerText } from '../answer.ts'
import { CitePageRequest, readAddress } from '../cite/request.ts'
import { findCitation, presentCitation } from '../cite/routes.ts'
import { findCommunicationDetail } from '../communications/detail.ts'
import { findLedger, findLedgerChoices } from '../communications/ledger.ts'
import { findOpenQuestions } from '../communications/questions.ts'
import { CommunicationRequest, LedgerRequest, QuestionsPageRequest } from '../communications/request.ts'
import type { OpenApiDocument } from '../contract/open-api.ts'
import type { Problem } from '../contract/views.ts'
import { costly } from '../costly.ts'
import { findEventDetail } from '../events/detail.ts'
import { EventRequest } from '../events/request.ts'
import { findFamilyDetail, listFamilyCards } from '../families/detail.ts'
import { FamilyRequest } from '../families/request.ts'
import { findJurisdictionDetail } from '../jurisdictions/detail.ts'
import { findStates } from '../jurisdictions/overview.ts'
import { JurisdictionRequest } from '../jurisdictions/request.ts'
import { findMeasureDetail } from '../measures/detail.ts'
import { MeasureRequest } from '../measures/request.ts'
import type { MessagePages } from '../messages/routes.ts'
import { filled, Nothing, parse } from '../parse.ts'
import { TooManyMeasures, unlessTooMany } from '../problem.ts'
import { findRulePack, listRulePacks } from '../reference/rule-packs.ts'
import { findRightDetail } from '../rights/detail.ts'
import { findMatrix } from '../rights/matrix.ts'
import { MatrixRequest, RightRequest } from '../rights/request.ts'
import { isToday, type ResolvedMoment, resolveMoment, type Service } from '../service.ts'
import { findSourceDetail, findSourceIndex } from '../sources/detail.ts'
import { SourceIndexRequest, SourceRequest } from '../sources/request.ts'
import { stateNames } from '../states.ts'
import { TimelineRequest } from '../timeline/request.ts'
import { findStatesToChoose, findTimeline, findTimelineChoices } from '../timeline/view.ts'
import { findVersionDetail } from '../versions/detail.ts'
import { versionList } from '../versions/list.ts'
import { FamilyPageRequest, MomentAlone, VersionsRequest } from './requests.ts'
import { robots, siteMap } from './site-map.ts'
import { suggestionsFor } from './suggestions.ts'

export interface Site {
  assets: PageAssets
  /** Folder of the built files that stand under /assets. */
  assetsDir: string
  development: boolean
}

export function createSite(assets: PageAssets, assetsDir: string, development: boolean): Site {
  return { assets, assetsDir, development }
}

/** What every template needs to know of a request. */
export const contextOf = ({ assets }: Site, { address }: Service, req: Request): PageContext => ({
  assets,
  path: req.path,
  query: req.query as Record<string, string>,
  site: address,
})

/** What a fault looks like to people; for what is not there, with names that are like it. */
export function problemPages(service: Service, site: Site): (problem: Problem, req: Request) => Promise<string> {
  return async (problem, req) => {
    if (req.path.startsWith('/embed/')) return renderPage(problemEmbed(problem, contextOf(site, service, req)))
    // Looking for what is like a name goes through all names; where too many ask at once, the page does without.
    const suggestions =
      problem.status === 404 ? await costly(service, () => suggestionsFor(service, req.path)).catch(() => []) : []
    return renderPage(problemPage(problem, suggestions, { ...contextOf(site, service, req), query: {} }))
  }
}

/** The pages of the form that reaches the editors; what it does stands in api/messages. */
export const messagePages = (service: Service, site: Site): MessagePages => ({
  form: (form, req) => renderPage(correctPage(form, { ...contextOf(site, service, req), query: {} })),
  received: (number, req) => renderPage(receivedPage(number, { ...contextOf(site, service, req), query: {} })),
})

const VERSIONS_A_PAGE = 50

export function pageRoutes(service: Service, site: Site, openApi: OpenApiDocument): Router {
  const routes = Router({ caseSensitive: true })

  /** Reads the request by its schema, and answers with a page made of what is found for it. */
  const page = <Schema extends z.ZodObject>(
    path: string,
    schema: Schema,
    make: (
      choice: z.infer<Schema>,
      moment: ResolvedMoment,
      context: PageContext,
      name: string,
    ) => Promise<ServerRenderedTemplate> | ServerRenderedTemplate,
  ) =>
    routes.get(path, async (req: Request, res: Response) => {
      const { version, asOf, ...choice } = parse(schema, filled(req.query)) as { version?: number; asOf?: string }
      const moment = await resolveMoment(service, { version, asOf })
      const name = String(req.params.name ?? '')
      await answerPage(req, res, service, moment, async () =>
        renderPage(await make(choice as z.infer<Schema>, moment, contextOf(site, service, req), name)),
      )
    })

  page('/', TimelineRequest, async (choice, moment, context) => {
    const [view, choices] = await Promise.all([
      findTimeline(service, choice, moment).catch(unlessTooMany),
      findTimelineChoices(service, moment),
    ])
    if (!(view instanceof TooManyMeasures)) return timelinePage(view, choices, context)
    const states = await findStatesToChoose(service, choice, moment)
    const { most } = view
    const { asOf, version } = moment
    return choosePage({ states, most, asOf, asOfIsToday: isToday(moment), version }, choices, context)
  })

  page('/measures/:name', MeasureRequest, async (_, moment, context, name) =>
    measurePage(await findMeasureDetail(service, name, moment), context),
  )

  page('/letters', LedgerRequest, async (choice, moment, context) => {
    const [view, choices] = await Promise.all([findLedger(service, choice, moment), findLedgerChoices(service, moment)])
    return lettersPage(view, choices, context)
  })

  page('/letters/questions', QuestionsPageRequest, async ({ jurisdiction }, moment, context) => {
    const states = [...(await stateNames(service.db, moment.version)).values()]
    if (!jurisdiction) return chooseQuestionsPage(states, moment, context)
    return questionsPage(await findOpenQuestions(service, jurisdiction, moment), states, context)
  })

  page('/communications/:name', CommunicationRequest, async (_, moment, context, name) =>
    communicationPage(await findCommunicationDetail(service, name, moment), context),
  )

  page('/families', FamilyRequest, async (_, moment, context) =>
    familiesPage(await listFamilyCards(service, moment), moment, context),
  )

  page('/families/:name', FamilyPageRequest, async (drawing, moment, context, family) => {
    const [detail, timeline] = await Promise.all([
      findFamilyDetail(service, family, moment),
      findTimeline(service, { ...drawing, family }, moment),
    ])
    return familyPage(detail, timeline, context)
  })

  page('/rule-packs', MomentAlone, async (_, moment, context) =>
    rulePacksPage(await listRulePacks(service, moment), moment, context),
  )

  page('/rule-packs/:name', MomentAlone, async (_, moment, context, name) => {
    const { pack, sources } = await findRulePack(service, name, moment)
    return rulePackPage(pack, sources, moment, context)
  })

  page('/submissions/new', Nothing, (_, _moment, context) => submissionPage(context))

  page('/rights', MatrixRequest, async (choice, moment, context) => {
    const [view, states] = await Promise.all([
      findMatrix(service, choice, moment),
      stateNames(service.db, moment.version),
    ])
    return rightsPage(view, { states: [...states.values()] }, context)
  })

  page('/rights/:name', RightRequest, async (choice, moment, context, name) =>
    rightPage(await findRightDetail(service, name, choice, moment), context),
  )

  page('/jurisdictions', JurisdictionRequest, async (_, moment, context) =>
    statesPage(await findStates(service, moment), context),
  )

  // A State's page has one address: its code as ISO 3166 writes it.
  routes.get('/jurisdictions/:name', (req, res, next) => {
    const { name } = req.params
    if (name === name.toUpperCase()) return next()
    const query = /\?.*$/.exec(req.originalUrl)?.[0] ?? ''
    res.redirect(308, `/jurisdictions/${encodeURIComponent(name.toUpperCase())}${query}`)
  })
  page('/jurisdictions/:name', JurisdictionRequest, async (_, moment, context, name) =>
    statePage(await findJurisdictionDetail(service, name, moment), context),
  )

  page('/events/:name', EventRequest, async (_, moment, context, name) =>
    eventPage(await findEventDetail(service, name, moment), context),
  )

  page('/sources', SourceIndexRequest, async (choice, moment, context) =>
    sourcesPage(await findSourceIndex(service, choice, moment), context),
  )

  page('/sources/:name', SourceRequest, async (_, moment, context, name) =>
    sourcePage(await findSourceDetail(service, name, moment), context),
  )

  page('/versions', VersionsRequest, async ({ before }, moment, context) => {
    const after = before === undefined ? undefined : { slug: String(before), value: null }
    const found = await versionList.find(service, {}, moment, { after, limit: VERSIONS_A_PAGE + 1 }, new Set())
    const items = found.slice(0, VERSIONS_A_PAGE).map(({ item }) => item)
    const next = found.length > VERSIONS_A_PAGE ? (items.at(-1)?.number ?? null) : null
    return versionsPage({ items, next, version: moment.version }, context)
  })

  page('/versions/:name', MomentAlone, async (_, moment, context, name) =>
    versionPage(await findVersionDetail(service, name, moment), context),
  )

  routes.get('/cite', async (req, res) => {
    const { of } = parse(CitePageRequest, filled(req.query))
    const { address, ...asked } = readAddress(of)
    const moment = await resolveMoment(service, asked)
    await answerPage(req, res, service, moment, async () => {
      const citation = presentCitation(await findCitation(service, address, moment))
      return renderPage(citePage(of, citation, contextOf(site, service, req)))
    })
  })

  page('/methodology', MomentAlone, (_, _moment, context) => methodologyPage(context))
  page('/glossary', MomentAlone, (_, _moment, context) => glossaryPage(context))
  page('/api/docs', Nothing, (_, _moment, context) => apiPage(openApi, context))

  page('/about', MomentAlone, async (_, { version, asOf }, context) => {
    return aboutPage({ version, asOf, counts: await countNames(service.db, version) }, context)
  })

  // Names that readers guess, or that the API has for the same.
  routes.get('/measures', (_req, res) => res.redirect(308, '/'))
  routes.get('/communications', (_req, res) => res.redirect(308, '/letters'))
  routes.get('/states', (_req, res) => res.redirect(308, '/jurisdictions'))

  routes.get('/robots.txt', (req, res) => answerOfBuild(req, res, 'text/plain; charset=utf-8', robots(service.address)))

  routes.get('/sitemap.xml', async (req, res) => {
    parse(Nothing, req.query)
    const moment = await resolveMoment(service, {})
    await answerText(req, res, service, moment, 'application/xml; charset=utf-8', () => siteMap(service, moment))
  })

  return routes
}
