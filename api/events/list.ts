/** Events as a list, and as rows of CSV. */
import { ABOUT_SORTS, type AboutSort, listAbout } from '../../db/queries/records.ts'
import { parseEdtf } from '../../db/vocabulary/edtf.ts'
import { dataAddress, pageAddress } from '../addresses.ts'
import type { Event } from '../contract/record.ts'
import { EventSummary } from '../contract/views.ts'
import { type ListResource, orderOf } from '../list.ts'
import { presentEvent } from '../summaries.ts'
import { joined } from '../writers/csv.ts'
import { sourceAddresses } from '../writers/sources.ts'
import { EventFilters } from './request.ts'

export const eventList: ListResource<typeof EventFilters, EventSummary> = {
  name: 'events',
  title: 'Events',
  record: 'event',
  filters: EventFilters,
  includes: [],
  sorts: ABOUT_SORTS,
  dated: ['on'],
  item: EventSummary,

  async find({ db }, { slug, measure, ...filter }, { version }, page) {
    const order = orderOf<AboutSort>(page)
    const chosen = { ...filter, slugs: slug, measures: measure ? [measure] : undefined }
    const rows = (await listAbout(db, 'event', chosen, version, order)) as Event[]
    return rows.map((row) => ({
      item: presentEvent(row),
      position: { slug: row.slug, value: order.sort === 'on' ? parseEdtf(row.on).earliest : null },
    }))
  },

  columns: [
    { name: 'slug', of: ({ slug }) => slug },
    { name: 'jurisdiction', of: ({ jurisdiction }) => jurisdiction.toUpperCase() },
    { name: 'kind', of: ({ kind }) => kind },
    { name: 'title', of: ({ title }) => title.en },
    { name: 'summary', of: ({ summary }) => summary },
    { name: 'date', of: ({ on }) => on.edtf },
    { name: 'date_earliest', of: ({ on }) => on.earliest },
    { name: 'date_latest', of: ({ on }) => on.latest },
    { name: 'place', of: ({ place }) => place },
    { name: 'certainty', of: ({ cites }) => joined([...new Set(cites.map(({ certainty }) => certainty))]) },
    { name: 'measures', of: ({ measures }) => joined(measures) },
    { name: 'communications', of: ({ communications }) => joined(communications) },
    { name: 'rights', of: ({ rights }) => joined(rights) },
    { name: 'version', of: (_, { moment }) => moment.version },
    { name: 'page', of: ({ slug }, { service }) => pageAddress(service.address, 'event', slug) },
    { name: 'data', of: ({ slug }, { service }) => dataAddress(service.address, 'event', slug) },
    { name: 'sources', of: sourceAddresses },
  ],
}
