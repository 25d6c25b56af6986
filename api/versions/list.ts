/** The correction log, in two grains: versions newest first, and what each version did to each record, oldest first. */
import { z } from 'zod'
import { instantOf } from '../../db/digest.ts'
import { type ChangeRow, listChanges } from '../../db/queries/change-log.ts'
import { listVersions } from '../../db/queries/records.ts'
import { RECORD_KINDS } from '../../db/vocabulary/lists.ts'
import { ChangeView, VersionView } from '../contract/views.ts'
import { type ListResource, orderOf } from '../list.ts'
import { Slugs, wholeNumber } from '../parse.ts'
import { entryOfChange } from '../writers/feeds.ts'

type VersionRow = Awaited<ReturnType<typeof listVersions>>[number]

export const presentVersion = (row: VersionRow): VersionView => ({
  number: row.number,
  at: instantOf(row.at),
  author: row.author,
  message: row.message,
  rulesEdition: row.rules_edition,
  digest: row.digest,
  counts: { added: row.added, changed: row.changed, retracted: row.retracted },
})

export const versionList: ListResource<Record<never, never>, VersionView> = {
  name: 'versions',
  title: 'Versions of the record',
  record: null,
  filters: {},
  includes: [],
  sorts: ['number'],
  place: /^\d{1,9}$/,
  item: VersionView,

  async find({ db }, _filter, { version }, { after, limit }) {
    const rows = await listVersions(db, { before: after ? Number(after.slug) : version + 1, limit })
    return rows.map((row) => ({ item: presentVersion(row), position: { slug: String(row.number), value: null } }))
  },

  columns: [
    { name: 'version', of: ({ number }) => number },
    { name: 'at', of: ({ at }) => at },
    { name: 'author', of: ({ author }) => author },
    { name: 'message', of: ({ message }) => message },
    { name: 'rules_edition', of: ({ rulesEdition }) => rulesEdition },
    { name: 'added', of: ({ counts }) => counts.added },
    { name: 'changed', of: ({ counts }) => counts.changed },
    { name: 'retracted', of: ({ counts }) => counts.retracted },
    { name: 'digest', of: ({ digest }) => digest },
    { name: 'data', of: ({ number }, { service }) => `${service.address}/api/versions/${number}` },
  ],

  entries: (items, { service }) =>
    items.map(({ number, at, message, counts }) => ({
      id: `${service.address}/api/versions/${number}`,
      link: `${service.address}/api/versions/${number}`,
      title: `Version ${number}: ${message}`,
      text: `${counts.added} records added, ${counts.changed} changed, ${counts.retracted} retracted.`,
      at,
    })),
}

export const ChangeFilters = {
  after: wholeNumber(0, 999_999_999).optional().meta({ description: 'Only versions after this one' }),
  record: z.enum(RECORD_KINDS).optional(),
  slug: Slugs.optional().meta({ description: 'Only these records, up to 200' }),
}

const presentChange = ({ number, at, change, record, slug, title, message }: ChangeRow): ChangeView => ({
  number,
  at: instantOf(at),
  change,
  record,
  slug,
  title,
  message,
})

export const changeList: ListResource<typeof ChangeFilters, ChangeView> = {
  name: 'changes',
  title: 'Changes of the record',
  record: null,
  filters: ChangeFilters,
  includes: [],
  sorts: ['number'],
  place: /^\d{1,9} [a-z_]{1,40} [a-z0-9_-]{1,200}$/,
  item: ChangeView,

  async find({ db }, { after, record, slug }, { version }, page) {
    const { after: place, limit } = orderOf(page)
    const beyond = place === undefined ? undefined : placeOf(place)
    const rows = await listChanges(db, { after, record, slugs: slug }, version, { beyond, limit })
    return rows.map((row) => ({
      item: presentChange(row),
      position: { slug: [row.number, row.record, row.slug].join(' '), value: null },
    }))
  },

  columns: [
    { name: 'version', of: ({ number }) => number },
    { name: 'at', of: ({ at }) => at },
    { name: 'change', of: ({ change }) => change },
    { name: 'record', of: ({ record }) => record },
    { name: 'slug', of: ({ slug }) => slug },
    { name: 'title', of: ({ title }) => title },
    { name: 'message', of: ({ message }) => message },
  ],

  entries: (items, { service }) => items.toReversed().map((item) => entryOfChange(item, service.address)),
}

/** From a cursor; its place has the shape above. */
function placeOf(text: string) {
  const [number, record = '', slug = ''] = text.split(' ')
  return { number: Number(number), record, slug }
}
