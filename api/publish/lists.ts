/** Whole lists of the API as files: JSON, and every other form that a list has. */
import type { ListResource } from '../list.ts'
import { envelope, type ResolvedMoment, type Service } from '../service.ts'
import { TWINS } from '../writers/twins.ts'

export interface ListFile {
  /** Its address in the API. */
  key: string
  type: string
  text: string
}

export const JSON_TYPE = 'application/json; charset=utf-8'

/** Read at their address again and again; lines of a calendar are cut, so that it is written with the address that it will have. */
export const FOLLOWED = ['ics', 'atom', 'feed.json']
const CUT = 'ics'

export interface Asked {
  /** Only these; null for the whole list. */
  slugs: ReadonlySet<string> | null
  /** Where the copy is read; null where nobody said, and then nobody follows it. */
  address: string | null
}

/** The copy has one dossier of all that it holds. */
const GATHERED = 'dossier.yaml'

/** What changed is told of whole lists alone: of records by name it would be told of what was never among them. */
const writersOf = (resource: ListResource, { slugs, address }: Asked) =>
  TWINS.filter(
    ({ isOf, extension }) =>
      isOf(resource) && extension !== GATHERED && !(FOLLOWED.includes(extension) && (slugs || address === null)),
  )

/** Addresses of its files in the API. */
export const listKeys = (resource: ListResource, asked: Asked): string[] => [
  `/api/${resource.name}`,
  ...writersOf(resource, asked).map(({ extension }) => `/api/${resource.name}.${extension}`),
]

export async function* listFiles(
  service: Service,
  moment: ResolvedMoment,
  resource: ListResource,
  asked: Asked,
): AsyncGenerator<ListFile> {
  const { slugs, address } = asked
  const filter = slugs ? { slug: [...slugs] } : {}
  const found = await resource.find(service, filter, moment, {}, new Set(resource.includes))
  const items = found.map(({ item }) => item)
  const writers = writersOf(resource, asked)
  // A list that has a whole form in JSON is that one, in the same file.
  if (!writers.some(({ extension }) => extension === 'json')) {
    const whole = { items, next: null, ...envelope(moment) }
    yield { key: `/api/${resource.name}`, type: JSON_TYPE, text: JSON.stringify(whole) }
  }
  for (const { extension, type, write } of writers) {
    const key = `/api/${resource.name}.${extension}`
    const itsService = extension === CUT && address ? { ...service, address } : service
    const context = { service: itsService, moment, resource, filter, address: key, sources: new Map() }
    yield { key, type, text: await write(context, items) }
  }
}
