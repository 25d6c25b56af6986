/** The application on a real socket of this machine, over records or the seed. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createApp } from '../../api/app.ts'
import type { AnyRecord } from '../../api/contract/record.ts'
import { createSite } from '../../api/pages/routes.ts'
import type { Store } from '../../db/connect.ts'
import { accept, analyse } from '../../db/versions.ts'

export const TODAY = '2026-11-24'

export interface RunningApp {
  url: string
  close(): Promise<void>
}

/** JSON whose shape is what the tests are about. */
export type Json = ReturnType<JSON['parse']>

/** What a test reads of an answer. */
export interface Answer {
  status: number
  headers: Headers
  /** As a stranger reads it, by its JSON; null where the answer is none. */
  body: Json
  text: string
}

export async function startApp(store: Store, records: readonly AnyRecord[]): Promise<RunningApp> {
  await accept(store, records, { author: 'test', message: 'The record of a test', at: `${TODAY}T00:00:00.000Z` })
  await analyse(store.db)
  const app = createApp({
    service: {
      db: store.db,
      now: () => new Date(`${TODAY}T12:00:00Z`),
      build: 'test',
      address: 'https://threatline.example',
    },
    site: createSite({ scripts: ['/assets/main.js'], css: ['/assets/main.css'] }, 'dist/client/assets', false),
    log: pino({ level: 'silent' }),
  })
  const server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export async function get(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson && text ? JSON.parse(text) : null) as Json,
    text,
  }
}
