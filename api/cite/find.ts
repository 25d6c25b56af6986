/** From an address of this site to what it shows, ready to be cited. */
import { communicationWord, kindWord, letterWord, sayDay, sayWhen, statusSentence } from '../../web/timeline/words.ts'
import { findCommunicationDetail } from '../communications/detail.ts'
import type { CommunicationDetail, MeasureDetail, SourceView } from '../contract/views.ts'
import { findEventDetail } from '../events/detail.ts'
import { findFamilyDetail } from '../families/detail.ts'
import { findJurisdictionDetail } from '../jurisdictions/detail.ts'
import { findMeasureDetail } from '../measures/detail.ts'
import { noSuchAddress } from '../problem.ts'
import { findRightDetail } from '../rights/detail.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { findSourceDetail } from '../sources/detail.ts'
import { findVersionDetail } from '../versions/detail.ts'
import type { Cited } from './citation.ts'

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

/** Views of many records; texts that come with the program are in no version of it. What is chosen in them is said in brackets, as the address has it. */
const VIEWS: Readonly<Record<string, string>> = {
  '/': 'Timeline of measures',
  '/letters': 'Ledger of letters',
  '/rights': 'Measures and the rights that they touch',
  '/jurisdictions': 'States on record',
  '/families': 'How ideas travel',
  '/sources': 'Sources',
  '/versions': 'Versions of the record',
}

/** Parameters that choose no records. */
const NOT_A_CHOICE = ['version', 'asOf', 'open', 'page', 'sort', 'from', 'to', 'group', 'compare']

/** Throws a 404 where nothing stands at the address that could be cited. */
export async function findCited(service: Service, address: URL, moment: ResolvedMoment): Promise<Cited> {
  const { pathname, searchParams, hash } = address
  const view = VIEWS[pathname]
  if (view !== undefined) {
    const chosen = [...searchParams].filter(([name, value]) => value && !NOT_A_CHOICE.includes(name))
    return page(chosen.length > 0 ? `${view} (${chosen.map(([name, value]) => `${name} ${value}`).join(', ')})` : view)
  }
  const [, path = '', written = ''] = /^\/([a-z]+)\/([^/]+)$/.exec(pathname) ?? []
  const find = Object.hasOwn(FINDERS, path) ? FINDERS[path] : undefined
  const name = nameIn(written)
  if (!find || name === null) throw noSuchAddress(pathname)
  return find(service, name, moment, hash.slice(1))
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

const FINDERS: Readonly<Record<string, Finder>> = {
  measures: async (service, name, moment, part) => citeMeasure(await findMeasureDetail(service, name, moment), part),
  communications: async (service, name, moment) =>
    citeCommunication(await findCommunicationDetail(service, name, moment)),
  events: async (service, name, moment) => {
    const { title, on, state } = await findEventDetail(service, name, moment)
    return { ...PLAIN, kind: 'event', title: title.en, on, state: state.name }
  },
  sources: async (service, name, moment) => citeSource(await findSourceDetail(service, name, moment)),
  families: async (service, name, moment) => page((await findFamilyDetail(service, name, moment)).title.en),
  rights: async (service, name, moment) => page((await findRightDetail(service, name, {}, moment)).title.en),
  jurisdictions: async (service, name, moment) => {
    const { name: state } = await findJurisdictionDetail(service, name, moment)
    return page('The state of play', { state: state.en })
  },
  versions: async (service, name, moment) => {
    const { number, message } = await findVersionDetail(service, name, moment)
    return page(`Version ${number} of the record: ${message}`)
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
  const begun = steps.find(({ planned }) => !planned)
  return { ...cited, on: begun?.on ?? null, says: `On ${sayDay(asOf)}: ${statusSentence(status)}` }
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
