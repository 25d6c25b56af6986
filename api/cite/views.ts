/** Views of many records: what each is called, what may be chosen in it, and what was chosen in words. */
import type { z } from 'zod'
import { listBodies } from '../../db/queries/records.ts'
import type { CommunicationKind, MeasureKind, RecordKind, ReplyState, Severity } from '../../db/vocabulary/lists.ts'
import { INSTRUMENTS, RIGHTS } from '../../db/vocabulary/rights.ts'
import type { Status } from '../../db/vocabulary/stages.ts'
import { DUE_WORDS, REPLY_HEADINGS } from '../../web/pages/letters-page.ts'
import { communicationWord, kindWord, severityWord, statusWord } from '../../web/timeline/words.ts'
import { LedgerRequest, QuestionsPageRequest } from '../communications/request.ts'
import type { DueState } from '../contract/overview-views.ts'
import type { Texts } from '../contract/record.ts'
import { FamilyRequest } from '../families/request.ts'
import { JurisdictionRequest } from '../jurisdictions/request.ts'
import { MomentAlone, VersionsRequest } from '../pages/requests.ts'
import { MatrixRequest } from '../rights/request.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { SourceIndexRequest } from '../sources/request.ts'
import { stateNames, stateOf } from '../states.ts'
import { TimelineRequest } from '../timeline/request.ts'

interface CitedView {
  title: string
  /** What its page takes. */
  request: z.ZodObject
}

/** By path; texts that come with the program are in no version of the record. */
export const VIEWS: Readonly<Record<string, CitedView>> = {
  '/': { title: 'Timeline of measures', request: TimelineRequest },
  '/letters': { title: 'Ledger of letters', request: LedgerRequest },
  '/letters/questions': { title: 'Questions without a known answer', request: QuestionsPageRequest },
  '/rights': { title: 'Measures and the rights that they touch', request: MatrixRequest },
  '/jurisdictions': { title: 'States on record', request: JurisdictionRequest },
  '/families': { title: 'How ideas travel', request: FamilyRequest },
  '/rule-packs': { title: 'Rules for submissions', request: MomentAlone },
  '/sources': { title: 'Sources', request: SourceIndexRequest },
  '/versions': { title: 'Versions of the record', request: VersionsRequest },
}

type Asked = Pick<Service, 'db'>
type Say = (value: string, service: Asked, moment: ResolvedMoment) => string | Promise<string>

/** What chooses records, in the order in which it is said; the range, the order and the look of a view choose none. */
const CHOICES: Readonly<Record<string, Say>> = {
  jurisdiction: async (code, { db }, { version }) => stateOf(await stateNames(db, version), code.toLowerCase()).name,
  family: (slug, ...where) => titleOf('family', slug, ...where),
  right: (slug) => lower(RIGHTS.find((right) => right.slug === slug)?.title ?? slug),
  severity: (severity) => severityWord(severity as Severity),
  article: (article) => articleWords(article),
  kind: (kind) => lower(kindWord(kind as MeasureKind) ?? communicationWord(kind as CommunicationKind)),
  status: (status) => lower(statusWord(status as Status)),
  measure: (slug, ...where) => titleOf('measure', slug, ...where),
  mandate: (slug, ...where) => titleOf('mandate', slug, ...where),
  reply: (state) => lower(REPLY_HEADINGS[state as ReplyState]),
  due: (state) => lower(DUE_WORDS[state as DueState]),
  publisher: (name) => name,
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** "ICCPR 22". */
function articleWords(text: string): string {
  const [instrument = '', article] = text.split(':')
  return [INSTRUMENTS.find(({ slug }) => slug === instrument)?.short ?? instrument, article].filter(Boolean).join(' ')
}

async function titleOf(record: RecordKind, slug: string, { db }: Asked, { version }: ResolvedMoment): Promise<string> {
  const [found] = (await listBodies(db, record, version, { slugs: [slug] })) as { title: Texts; short_title?: Texts }[]
  return found ? (found.short_title ?? found.title).en : slug
}

/** "Timeline of measures (Kyrgyzstan; freedom of association; bill)". `query` holds only what the view's page takes. */
export async function titleOfView(
  { title }: CitedView,
  query: Readonly<Record<string, unknown>>,
  service: Asked,
  moment: ResolvedMoment,
): Promise<string> {
  const words: string[] = []
  for (const [name, say] of Object.entries(CHOICES)) {
    const value = query[name]
    if (typeof value === 'string') words.push(await say(value, service, moment))
  }
  return words.length > 0 ? `${title} (${words.join('; ')})` : title
}
