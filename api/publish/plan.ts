/** Which answers of the application a copy holds, of the whole record or of one view. */
import { listNames } from '../../db/queries/names.ts'
import type { RecordKind } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import type { TimelineView } from '../../web/timeline/view.ts'
import { dataAddress, pageAddress } from '../addresses.ts'
import { findTimelineChoices } from '../timeline/view.ts'
import { addressOf } from './addresses.ts'
import type { Contents } from './contents.ts'
import type { Original } from './original.ts'

/** Words of a timeline's address. */
export type Choice = Readonly<Record<string, string>>

export interface Plan {
  /** Timelines that are drawn, and stand in frames. */
  timelines: Choice[]
  /** The records of each list, by their kind; null: every list, each whole. */
  chosen: ReadonlyMap<RecordKind, Set<string>> | null
}

const PAGES = ['/rights', '/jurisdictions', '/families', '/methodology', '/glossary', '/about']
const PAGED = ['/letters', '/sources', '/versions']
const OF_EVERY_COPY = ['/methodology', '/glossary', '/about']

const WITH_PAGE: readonly RecordKind[] = [
  'measure',
  'communication',
  'event',
  'family',
  'jurisdiction',
  'right',
  'source',
]
const DATA_ALONE: readonly RecordKind[] = ['mandate', 'instrument']

export async function planWhole(contents: Contents, { service, moment }: Original): Promise<Plan> {
  const { jurisdictions, families } = await findTimelineChoices(service, moment)
  const byState = jurisdictions.map(({ code }) => ({ jurisdiction: code.toLowerCase() }))
  const byFamily = families.map(({ slug }) => ({ family: slug }))
  // A family's timeline is its page.
  for (const { family } of byFamily) contents.know(addressOf('/', { family }), `families/${family}/index.html`)
  for (const choice of [{}, ...byState, ...RIGHTS.map(({ slug }) => ({ right: slug }))])
    contents.add(addressOf('/', choice))
  for (const path of PAGES) contents.add(path)
  for (const path of PAGED) contents.addPaged(path)
  for (const choice of byState) contents.addPaged(addressOf('/letters', choice))
  for (let number = 1; number <= moment.version; number++) contents.add(`/versions/${number}`)
  const names = await listNames(service.db, [...WITH_PAGE, ...DATA_ALONE], moment.version, EVERY)
  for (const { record, slug } of names) {
    contents.add(DATA_ALONE.includes(record) ? dataAddress('', record, slug) : pageAddress('', record, slug))
    if (record === 'measure') contents.add(`/embed/measure/${slug}`)
    if (record === 'family') contents.add(`${dataAddress('', record, slug)}.csv`)
  }
  return { timelines: [{}, ...byState, ...byFamily], chosen: null }
}

/** As many as there are. */
const EVERY = 2 ** 31 - 1

/** A copy of a view says nothing of what is beside it. The pages of a State do, unless all of it is chosen. */
export function planView(contents: Contents, filter: Choice, { lanes, letters, events }: TimelineView): Plan {
  const slugs = (items: readonly { slug: string }[]) => new Set(items.map(({ slug }) => slug))
  const chosen = new Map([
    ['measure', slugs(lanes)],
    ['communication', slugs(letters)],
    ['event', slugs(events)],
    // Known only when their pages have been written.
    ['source', new Set()],
  ] as [RecordKind, Set<string>][])
  contents.add(addressOf('/', filter))
  const { jurisdiction, ...rest } = filter
  if (jurisdiction && Object.keys(rest).length === 0) {
    contents.add(pageAddress('', 'jurisdiction', jurisdiction))
    contents.addPaged(addressOf('/letters', filter))
  }
  for (const path of OF_EVERY_COPY) contents.add(path)
  for (const [record, names] of chosen) for (const slug of names) contents.add(pageAddress('', record, slug))
  for (const slug of chosen.get('measure') ?? []) contents.add(`/embed/measure/${slug}`)
  return { timelines: [filter], chosen }
}
