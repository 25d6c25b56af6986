/** From an address of this site to what it shows, ready to be cited. */
import { parse as parseQuery } from 'node:querystring'
import type { z } from 'zod'
import { madeBy } from '../../web/pages/structured.ts'
import { communicationWord, kindWord, letterWord, sayDay, sayWhen, statusSentence } from '../../web/timeline/words.ts'
import { findCommunicationDetail } from '../communications/detail.ts'
import { CommunicationRequest } from '../communications/request.ts'
import type { CommunicationDetail, MeasureDetail, SourceView } from '../contract/views.ts'
import { findEventDetail } from '../events/detail.ts'
import { EventRequest } from '../events/request.ts'
import { findFamilyDetail } from '../families/detail.ts'
import { findJurisdictionDetail } from '../jurisdictions/detail.ts'
import { JurisdictionRequest } from '../jurisdictions/request.ts'
import { findMeasureDetail } from '../measures/detail.ts'
import { MeasureRequest } from '../measures/request.ts'
import { FamilyPageRequest, MomentAlone } from '../pages/requests.ts'
import { filled, parse } from '../parse.ts'
import { noSuchAddress } from '../problem.ts'
import { findRulePack } from '../reference/rule-packs.ts'
import { findRightDetail } from '../rights/detail.ts'
import { RightRequest } from '../rights/request.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { findSourceDetail } from '../sources/detail.ts'
import { SourceRequest } from '../sources/request.ts'
import { refuseUnknown } from '../unknown.ts'
import { findVersionDetail } from '../versions/detail.ts'
import type { Cited } from './citation.ts'
import { titleOfView, VIEWS } from './views.ts'

const PLAIN: Omit<Cited, 'kind' | 'title'> = {
  from: [],
  number: null,
  genre: null,
  on: null,
  state: null,
  says: null,
  outside: null,
}

const page = (title: string, more: Partial<Cited> = {}): Cited => ({ ...PLAIN, kind: 'page', title, ...more })

/**
 * Throws a 404 where nothing stands at the address that could be cited, and a 400 where its page would refuse a parameter: it
 * is no view that anybody could open.
 */
export async function findCited(service: Service, address: URL, moment: ResolvedMoment): Promise<Cited> {
  const { pathname, hash } = address
  const query = filled(parseQuery(address.search.slice(1)))
  const view = Object.hasOwn(VIEWS, pathname) ? VIEWS[pathname] : undefined
  if (view) {
    const { jurisdiction: _, ...named } = parse(view.request, query)
    await refuseUnknown(service, moment, named)
    return page(await titleOfView(view, query, service, moment))
  }
  const [, path = '', written = ''] = /^\/([a-z-]+)\/([^/]+)$/.exec(pathname) ?? []
  const kind = Object.hasOwn(RECORDS, path) ? RECORDS[path] : undefined
  const name = nameIn(written)
  if (!kind || name === null) throw noSuchAddress(pathname)
  parse(kind.request, query)
  return kind.find(service, name, moment, hash.slice(1))
}

/** As it is meant; null where it is no text, or holds a zero byte, which no database takes. */
function nameIn(written: string): string | null {
  try {
    const name = decodeURIComponent(written)
    return name.includes('\0') ? null : name
  } catch {
    return null
  }
}

type Finder = (service: Service, name: string, moment: ResolvedMoment, part: string) => Promise<Cited>

/** By the first part of the path: what the page of such a record takes, and how it is found. */
const RECORDS: Readonly<Record<string, { request: z.ZodObject; find: Finder }>> = {
  measures: {
    request: MeasureRequest,
    find: async (service, name, moment, part) => citeMeasure(await findMeasureDetail(service, name, moment), part),
  },
  communications: {
    request: CommunicationRequest,
    find: async (service, name, moment) => citeCommunication(await findCommunicationDetail(service, name, moment)),
  },
  events: {
    request: EventRequest,
    find: async (service, name, moment) => {
      const { title, on, state } = await findEventDetail(service, name, moment)
      return { ...PLAIN, kind: 'event', title: title.en, on, state: state.name }
    },
  },
  sources: {
    request: SourceRequest,
    find: async (service, name, moment) => citeSource(await findSourceDetail(service, name, moment)),
  },
  families: {
    request: FamilyPageRequest,
    find: async (service, name, moment) => page((await findFamilyDetail(service, name, moment)).title.en),
  },
  rights: {
    request: RightRequest,
    find: async (service, name, moment) => page((await findRightDetail(service, name, {}, moment)).title.en),
  },
  jurisdictions: {
    request: JurisdictionRequest,
    find: async (service, name, moment) => {
      const { name: state } = await findJurisdictionDetail(service, name, moment)
      return page('The state of play', { state: state.en })
    },
  },
  'rule-packs': {
    request: MomentAlone,
    find: async (service, name, moment) => page((await findRulePack(service, name, moment)).pack.title.en),
  },
  versions: {
    request: MomentAlone,
    find: async (service, name, moment) => {
      const { number, message } = await findVersionDetail(service, name, moment)
      return page(`Version ${number} of the record: ${message}`)
    },
  },
}

/** The measure, or with `step-KEY` one of its steps. A part that is not there is the whole. */
function citeMeasure(measure: MeasureDetail, part: string): Cited {
  const { kind, shortTitle, identifiers, jurisdictionName, steps, status, asOf } = measure
  const cited: Cited = {
    ...PLAIN,
    kind: kind === 'bill' ? 'bill' : 'law',
    title: shortTitle.en,
    number: identifiers[0]?.value ?? null,
    genre: kindWord(kind),
    state: jurisdictionName,
  }
  const step = steps.find(({ key }) => part === `step-${key}`)
  if (step) return { ...cited, title: `${shortTitle.en}: ${step.label}`, on: step.on, says: `${sayWhen(step.on)}.` }
  // A law's number is of the day it was made; what is no law yet is dated by its beginning.
  const dated = kind === 'bill' || status.is === null ? steps.find(({ planned }) => !planned) : madeBy(measure)
  return { ...cited, on: dated?.on ?? null, says: `On ${sayDay(asOf)}: ${statusSentence(status)}` }
}

function citeCommunication({
  kind,
  letterType,
  title,
  from,
  reference,
  on,
  jurisdictionName,
}: CommunicationDetail): Cited {
  return {
    ...PLAIN,
    kind: 'letter',
    title: title.en,
    from: from.map(({ name }) => name),
    number: reference,
    genre: letterType ? letterWord(letterType) : communicationWord(kind),
    on,
    state: jurisdictionName,
  }
}

function citeSource({ publisher, title, on, address, archivedAddress, retrieved }: SourceView): Cited {
  return {
    ...PLAIN,
    kind: 'source',
    title,
    from: [publisher],
    on,
    outside: address ? { address, archived: archivedAddress, read: retrieved } : null,
  }
}
