import { Router } from 'express'
import { communicationData, describedLetter } from '../../web/pages/structured.ts'
import { answerJson, answerText } from '../answer.ts'
import { parse } from '../parse.ts'
import { resolveMoment, type Service } from '../service.ts'
import { writeCsv } from '../writers/csv.ts'
import { JSON_LD_TYPE, writeJsonLd } from '../writers/json-ld.ts'
import { findCommunicationDetail } from './detail.ts'
import { findLedger } from './ledger.ts'
import { findOpenQuestions, QUESTION_COLUMNS, questionRows } from './questions.ts'
import { CommunicationRequest, LedgerRequest, OpenQuestionsRequest } from './request.ts'

export function ledgerRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { version, asOf, ...choice } = parse(LedgerRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerJson(req, res, service, moment, () => findLedger(service, choice, moment))
  })

  return routes
}

export function questionRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/questions', async (req, res) => {
    const { version, asOf, jurisdiction } = parse(OpenQuestionsRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerJson(req, res, service, moment, () => findOpenQuestions(service, jurisdiction, moment))
  })

  routes.get('/questions.csv', async (req, res) => {
    const { version, asOf, jurisdiction } = parse(OpenQuestionsRequest, req.query)
    const moment = await resolveMoment(service, { version, asOf })
    await answerText(req, res, service, moment, 'text/csv; charset=utf-8; header=present', async () => {
      const view = await findOpenQuestions(service, jurisdiction, moment)
      return writeCsv(QUESTION_COLUMNS, questionRows(view), view)
    })
  })

  return routes
}

/** One communication; the list is made by api/list.ts from communicationList. */
export function communicationRoutes(service: Service): Router {
  const routes = Router({ caseSensitive: true })

  routes.get('/:slug.jsonld', async (req, res) => {
    const moment = await resolveMoment(service, parse(CommunicationRequest, req.query))
    await answerText(req, res, service, moment, JSON_LD_TYPE, async () => {
      const letter = await findCommunicationDetail(service, req.params.slug, moment)
      const { address: site } = service
      const graph = { title: letter.title.en, address: req.originalUrl, site, moment }
      return writeJsonLd(graph, [communicationData(describedLetter(letter), site)])
    })
  })

  routes.get('/:slug', async (req, res) => {
    const moment = await resolveMoment(service, parse(CommunicationRequest, req.query))
    await answerJson(req, res, service, moment, () => findCommunicationDetail(service, req.params.slug, moment))
  })

  return routes
}
