import { Router } from 'express'
import { permalinkOf } from '../addresses.ts'
import { answerJson, answerText } from '../answer.ts'
import type { CitationAnswer } from '../contract/views.ts'
import { parse } from '../parse.ts'
import { envelope, type ResolvedMoment, resolveMoment, type Service } from '../service.ts'
import { cslItem, writeBibTeX, writeCsl, writeFootnote, writeRis } from '../writers/citations.ts'
import { type Citation, keyOf } from './citation.ts'
import { findCited } from './find.ts'
import { type CitationForm, CiteRequest, readAddress } from './request.ts'

/** Media types as registered, or as reference managers ask for them. */
const WRITERS: Readonly<Record<CitationForm, { type: string; write: (citation: Citation) => string }>> = {
  text: { type: 'text/plain; charset=utf-8', write: (citation) => `${writeFootnote(citation)}\n` },
  bibtex: { type: 'application/x-bibtex; charset=utf-8', write: writeBibTeX },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', write: writeRis },
  csl: { type: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: writeCsl },
}

/** What stands at an address of the site, as it is cited. Throws a 404 where nothing stands. */
export async function findCitation(service: Service, address: URL, moment: ResolvedMoment): Promise<Citation> {
  const cited = await findCited(service, address, moment)
  const { version, asOf } = moment
  return {
    ...cited,
    version,
    asOf,
    permalink: permalinkOf(service.address, address, moment),
    key: keyOf(address, version),
  }
}

/** All forms, as the page shows them. */
export const presentCitation = (citation: Citation): CitationAnswer => ({
  permalink: citation.permalink,
  text: writeFootnote(citation),
  bibtex: writeBibTeX(citation),
  ris: writeRis(citation),
  csl: cslItem(citation),
  ...envelope(citation),
})

export function citeRoutes(service: Service): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { of, format } = parse(CiteRequest, req.query)
    const { address, ...asked } = readAddress(of)
    const moment = await resolveMoment(service, asked)
    const find = () => findCitation(service, address, moment)
    if (!format) return answerJson(req, res, service, moment, async () => presentCitation(await find()))
    const { type, write } = WRITERS[format]
    await answerText(req, res, service, moment, type, async () => write(await find()))
  })

  return routes
}
