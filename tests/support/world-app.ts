/** The application over a small invented world of several versions, and its lists as a stranger reads them. */
import type { AnyRecord } from '../../api/contract/record.ts'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { type Answer, get, type Json, type RunningApp, startApp } from './app.ts'

export async function startWorld(store: Store, versions: readonly (readonly AnyRecord[])[]): Promise<RunningApp> {
  let hour = 0
  for (const records of versions) {
    const at = new Date(Date.UTC(2026, 10, 1, hour++)).toISOString()
    await accept(store, records, { author: 'world', message: `Version of hour ${hour}`, at })
  }
  return startApp(store, [])
}

export type Query = Readonly<Record<string, string | number>>

export const addressOf = (path: string, query: Query): string => {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return text ? `${path}?${text}` : path
}

/** A filter of the store as a query of the API. */
export function queryOf(filter: Readonly<Record<string, unknown>>): Query {
  const { slugs, measures, article, ...rest } = filter as {
    slugs?: string[]
    measures?: string[]
    article?: { instrument: string; article?: string }
  }
  return {
    ...(rest as Query),
    ...(slugs?.length ? { slug: slugs.join(',') } : {}),
    ...(measures?.[0] ? { measure: measures[0] } : {}),
    ...(article ? { article: [article.instrument, article.article].filter(Boolean).join(':') } : {}),
  }
}

/** Answers that are not 200 stop the test with what they say. */
export async function read(url: string): Promise<Answer> {
  const answer = await get(url)
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${answer.text}`)
  return answer
}

/** The whole list, page by page. `between` runs beside the reading of each next page. */
export async function readList(
  app: RunningApp,
  path: string,
  query: Query,
  between: () => Promise<unknown> = async () => {},
): Promise<{ items: Json[]; sources: Json[]; version: number }> {
  const items: Json[] = []
  const sources: Json[] = []
  let next: string | null = null
  let version = 0
  do {
    const asked: Query = next ? { ...query, cursor: next } : query
    const [{ body }] = await Promise.all([read(app.url + addressOf(path, asked)), version ? between() : null])
    version ||= body.version
    if (body.version !== version) throw new Error(`Page of version ${body.version} in a list of version ${version}`)
    items.push(...body.items)
    sources.push(...(body.sources ?? []))
    next = body.next
  } while (next)
  return { items, sources, version }
}
