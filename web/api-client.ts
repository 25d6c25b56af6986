/** The one door through which the web asks its server for anything. */
import type { Problem } from '../api/contract/views.ts'
import type { SourceView, TimelineView } from './timeline/view.ts'

/** No answer came, or one that says no. `status` is null where nothing came at all. */
export class RequestError extends Error {
  override name = 'RequestError'

  constructor(
    message: string,
    readonly status: number | null,
  ) {
    super(message)
  }
}

/** `/api/timeline?…`. Throws RequestError; an aborted request throws what `fetch` throws. */
export async function fetchTimeline(address: string, signal?: AbortSignal): Promise<TimelineView> {
  const answer = await ask(address, 'application/json', signal)
  return (await answer.json()) as TimelineView
}

/** Sources by their slugs, at most 200, from the site that answered with the timeline at `address`. Throws RequestError. */
export async function fetchSources(address: string, slugs: readonly string[], version: number): Promise<SourceView[]> {
  const asked = new URL('sources', new URL(address, document.baseURI))
  asked.search = String(new URLSearchParams({ slug: slugs.join(), limit: '200', version: String(version) }))
  const answer = await ask(asked.href, 'application/json', undefined)
  return ((await answer.json()) as { items: SourceView[] }).items
}

/** What a version changed, as far as a reader's page needs to know. */
export interface Change {
  record: string
  slug: string
}

/** What came after a version of records with these slugs, at most 200 changes; without slugs, the first change of any. Throws RequestError. */
export async function fetchChanges(after: string, slugs: readonly string[] = []): Promise<Change[]> {
  const asked = slugs.length > 0 ? { slug: slugs.join(), limit: '200' } : { limit: '1' }
  const address = `/api/changes?${new URLSearchParams({ after, fields: 'record,slug', ...asked })}`
  return ((await (await ask(address, 'application/json', undefined)).json()) as { items: Change[] }).items
}

/** A list of the API, whole: every page of it, in one version. */
export interface WholeList<Item> {
  items: Item[]
  /** Of lists that were asked for with `include=sources`. */
  sources: SourceView[]
  version: number
  asOf: string
}

/** `/api/…?…` and the pages after it. Throws RequestError. */
export async function fetchWholeList<Item>(address: string): Promise<WholeList<Item>> {
  const items: Item[] = []
  const sources = new Map<string, SourceView>()
  let cursor: string | null = null
  for (;;) {
    const url: string = cursor === null ? address : `${address}&cursor=${encodeURIComponent(cursor)}`
    const answer = await ask(url, 'application/json', undefined)
    const page = (await answer.json()) as WholeList<Item> & { next: string | null }
    items.push(...page.items)
    for (const source of page.sources ?? []) sources.set(source.slug, source)
    cursor = page.next
    if (cursor === null) return { items, sources: [...sources.values()], version: page.version, asOf: page.asOf }
  }
}

/** A picture, as bytes. Throws RequestError. */
export async function fetchPicture(address: string): Promise<Uint8Array> {
  const answer = await ask(address, 'image/png', undefined)
  return new Uint8Array(await answer.arrayBuffer())
}

/** A page as the server renders it, as a document that is shown nowhere: for taking parts of it over. Throws RequestError. */
export async function fetchPage(address: string, signal?: AbortSignal): Promise<Document> {
  const answer = await ask(address, 'text/html', signal)
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

async function ask(address: string, accept: string, signal: AbortSignal | undefined): Promise<Response> {
  const answer = await fetch(address, { headers: { Accept: accept }, ...(signal && { signal }) }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error
      throw new RequestError('The server could not be reached.', null)
    },
  )
  if (!answer.ok) throw new RequestError(await sayProblem(answer), answer.status)
  return answer
}

/** What the server says of each field that it could not take, else in a sentence. */
async function sayProblem(answer: Response): Promise<string> {
  const { detail, errors = [] }: Partial<Problem> = (await answer.json().catch(() => null)) ?? {}
  const faults = errors.map(({ field, message, remedy }) => `${field} ${message} ${remedy}`)
  return faults.join(' ') || detail || `The server answered with ${answer.status}.`
}
