/** Announced days on their way to a calendar. */
import type { AnnouncedRow } from '../db/queries/calendar.ts'
import { sayDay } from '../web/timeline/words.ts'
import { pageAddress } from './addresses.ts'
import type { Announced } from './writers/calendar.ts'

/** Days without any bound are left out: a calendar cannot show them. */
export function announcedOf(rows: readonly AnnouncedRow[], address: string): Announced[] {
  return rows.flatMap(({ record, slug, key, label, title, earliest, latest, stands, revision, at }) => {
    const from = earliest ?? latest
    const until = latest ?? earliest
    if (from === null || until === null) return []
    const page = pageAddress(address, record, slug)
    return [
      {
        id: `${record}/${slug}/${key}`,
        summary: `${title}: ${label}`,
        description: `${from === until ? '' : `One day between ${sayDay(from)} and ${sayDay(until)}. `}As announced; see ${page}`,
        from,
        until,
        stands,
        revision,
        at,
        page: record === 'measure' ? `${page}#step-${key}` : page,
      },
    ]
  })
}
