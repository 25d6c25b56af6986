/** Communications as a list, and as rows of CSV; their deadlines go to the calendar. */
import { listAnnounced } from '../../db/queries/calendar.ts'
import { ABOUT_SORTS, type AboutSort, listAbout } from '../../db/queries/records.ts'
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import { communicationData } from '../../web/pages/structured.ts'
import { dataAddress, pageAddress } from '../addresses.ts'
import { announcedOf } from '../announced.ts'
import type { Communication } from '../contract/record.ts'
import { CommunicationDetail, CommunicationSummary } from '../contract/views.ts'
import { presentCites, presentDisagreements } from '../facts.ts'
import { type ListResource, orderOf } from '../list.ts'
import { mandateNames, presentCommunication } from '../summaries.ts'
import { joined } from '../writers/csv.ts'
import { sourceAddresses } from '../writers/sources.ts'
import { CommunicationFilters } from './request.ts'

export const CommunicationItem = CommunicationSummary.extend(
  CommunicationDetail.pick({ cites: true, questions: true, disagreements: true }).partial().shape,
).meta({ id: 'CommunicationItem' })
type CommunicationItem = CommunicationSummary &
  Partial<Pick<CommunicationDetail, 'cites' | 'questions' | 'disagreements'>>

export const communicationList: ListResource<typeof CommunicationFilters, CommunicationItem> = {
  name: 'communications',
  title: 'Letters, opinions and other communications',
  record: 'communication',
  filters: CommunicationFilters,
  includes: ['cites', 'questions', 'disagreements'],
  sorts: ABOUT_SORTS,
  dated: ['on'],
  item: CommunicationItem,

  async find({ db }, { slug, measure, ...filter }, { version, asOf }, page, include) {
    const order = orderOf<AboutSort>(page)
    const chosen = { ...filter, slugs: slug, measures: measure ? [measure] : undefined }
    const rows = (await listAbout(db, 'communication', chosen, version, order)) as Communication[]
    const names = await mandateNames(db, version)
    return rows.map((row) => ({
      item: {
        ...presentCommunication(row, names, asOf),
        ...(include.has('cites') ? { cites: presentCites(row.cites) } : {}),
        ...(include.has('questions') ? { questions: row.questions ?? [] } : {}),
        ...(include.has('disagreements') ? { disagreements: presentDisagreements(row.disagreements) } : {}),
      },
      position: { slug: row.slug, value: order.sort === 'on' && row.on ? parseEdtf(row.on).earliest : null },
    }))
  },

  columns: [
    { name: 'slug', of: ({ slug }) => slug },
    { name: 'reference', of: ({ reference }) => reference },
    { name: 'jurisdiction', of: ({ jurisdiction }) => jurisdiction.toUpperCase() },
    { name: 'kind', of: ({ kind }) => kind },
    { name: 'letter_type', of: ({ letterType }) => letterType },
    { name: 'title', of: ({ title }) => title.en },
    { name: 'date', of: ({ on }) => on?.edtf ?? null },
    { name: 'date_earliest', of: ({ on }) => on?.earliest ?? null },
    { name: 'date_latest', of: ({ on }) => on?.latest ?? null },
    { name: 'from', of: ({ from }) => joined(from) },
    { name: 'measures', of: ({ measures }) => joined(measures) },
    { name: 'deadline', of: ({ deadline }) => deadline?.on ?? null },
    { name: 'deadline_days', of: ({ deadline }) => deadline?.days ?? null },
    { name: 'deadline_basis', of: ({ deadline }) => deadline?.basis ?? null },
    { name: 'reply', of: ({ reply }) => reply?.state ?? null },
    { name: 'reply_on', of: ({ reply }) => (reply?.state === 'received' ? (reply.on?.edtf ?? null) : null) },
    { name: 'no_reply_as_of', of: ({ reply }) => (reply?.state === 'none' ? reply.asOf : null) },
    { name: 'version', of: (_, { moment }) => moment.version },
    { name: 'page', of: ({ slug }, { service }) => pageAddress(service.address, 'communication', slug) },
    { name: 'data', of: ({ slug }, { service }) => dataAddress(service.address, 'communication', slug) },
    { name: 'sources', of: sourceAddresses },
  ],

  described: async ({ address }, items) =>
    items.map(({ disagreements = [], measures, ...letter }) =>
      communicationData({ ...letter, disagreements, about: measures.map((slug) => ({ slug })) }, address),
    ),

  async announced({ db, address }, items, { version }) {
    const letters = items.map(({ slug }) => slug)
    return announcedOf(await listAnnounced(db, { measures: [], letters }, version), address)
  },
}
