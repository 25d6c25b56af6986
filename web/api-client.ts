/** The one door through which the web asks its server for anything. */
import type { TimelineView } from './timeline/view.ts'

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

/** What a version changed, as far as a reader's page needs to know. */
export interface Change {
  record: string
  slug: string
}

/** What came after a version, at most 200 changes. Throws RequestError. */
export async function fetchChanges(after: string): Promise<Change[]> {
  const answer = await ask(`/api/changes?after=${encodeURIComponent(after)}&limit=200`, 'application/json', undefined)
  return ((await answer.json()) as { items: Change[] }).items
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
  if (!answer.ok) throw new RequestError(`The server answered with ${answer.status}.`, answer.status)
  return answer
}
