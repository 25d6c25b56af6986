/** The form that reaches the editors: what is taken, what is refused, and that nothing of it is public or tells who wrote. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../db/connect.ts'
import { listMessages } from '../../db/messages.ts'
import { get, type RunningApp, serve, startApp, TODAY } from '../support/app.ts'
import { ground } from '../support/build.ts'
import { type OpenedStore, openEmbedded } from '../support/stores.ts'

let store: Store
let app: RunningApp
let opened: OpenedStore

/** Each group begins with a fresh application, because one place may send five messages in ten minutes. */
async function open() {
  opened = await openEmbedded()
  store = opened.store
  app = await startApp(store, ground())
}
async function shut() {
  await app?.close()
  await opened?.drop()
}

const HERE = { 'sec-fetch-site': 'same-origin' }
const post = (fields: Record<string, string>, headers: Record<string, string> = HERE) =>
  get(`${app.url}/correct`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', ...headers },
    body: new URLSearchParams(fields),
  })

const message = { wish: 'remove', about: '/measures/a', says: 'This names my imperilled neighbour.' }

describe('A message', () => {
  beforeAll(open, 120_000)
  afterAll(shut)

  test('is taken, kept with its day alone, and acknowledged with a number', async () => {
    const { status, headers } = await post(message)
    expect(status).toBe(303)
    const [kept] = await listMessages(store.db, 'all')
    expect(kept).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{10}$/),
      received_on: TODAY,
      ...message,
      done_on: null,
      done_by: null,
    })
    expect(headers.get('location')).toBe(`/correct/received/${kept?.id}`)
    expect(headers.get('set-cookie')).toBeNull()
    expect((await get(app.url + headers.get('location'))).text).toContain(kept?.id)
  })

  test('stands nowhere in public: no page, no list, no feed, no search of names', async () => {
    const paths = ['/', '/versions', '/sitemap.xml', '/api/changes', '/api/measures', '/measures/neighbour', '/correct']
    for (const path of paths) expect((await get(app.url + path)).text, path).not.toContain('imperilled')
  })

  test('that fills the trap is answered alike and not kept', async () => {
    const { status } = await post({ ...message, website: 'https://spam.example' })
    expect(status).toBe(303)
    expect(await listMessages(store.db, 'all')).toHaveLength(1)
  })

  test('outlives a restart, and stands in the journal', async () => {
    await app.close()
    await opened.reopen()
    expect(await listMessages(opened.store.db, 'all')).toHaveLength(1)
  })
})

describe('What is not taken', () => {
  beforeAll(open, 120_000)
  afterAll(shut)

  test('comes from another site, or says nothing of where it comes from', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ])
      expect((await post(message, headers)).status).toBe(403)
    expect(await listMessages(store.db, 'all')).toEqual([])
  })

  test('an older browser is known by its origin', async () => {
    expect((await post(message, { origin: app.url })).status).toBe(303)
  })

  test('is faulty: the form comes back with what was written and what to change', async () => {
    const { status, text } = await post({ wish: 'nonsense', about: '<b>', says: 'short' })
    expect(status).toBe(400)
    expect(text).toContain('Say what it is about.')
    expect(text).toContain('in at least a few words')
    expect(text).toContain('>short</textarea>')
    expect(text).toContain('value="&lt;b&gt;"')
  })

  test('is too long for a field, or for the form', async () => {
    expect((await post({ ...message, says: 'x'.repeat(4001) })).status).toBe(400)
    expect((await post({ ...message, says: 'x'.repeat(100_000) })).status).toBe(413)
  })

  test('goes to any other address, or is no form', async () => {
    expect((await get(`${app.url}/letters`, { method: 'POST', headers: HERE })).status).toBe(405)
    expect((await get(`${app.url}/correct`, { method: 'PUT', headers: HERE })).status).toBe(405)
    const json = { method: 'POST', headers: { ...HERE, 'content-type': 'application/json' }, body: '{}' }
    expect((await get(`${app.url}/correct`, json)).status).toBe(400)
  })

  test('is the sixth from one place within ten minutes, whatever place it says to come from', async () => {
    const statuses = []
    for (let i = 0; i < 6; i++)
      statuses.push((await post(message, { ...HERE, 'x-forwarded-for': `198.51.100.${i}` })).status)
    expect(statuses.at(-1)).toBe(429)
    expect(statuses[0]).toBe(303)
  })

  test('is the sixth from one place behind the proxy, which says whom it speaks for', async () => {
    const behind = await serve(store, { proxies: 1 })
    const send = async (from: string) =>
      (
        await get(`${behind.url}/correct`, {
          method: 'POST',
          redirect: 'manual',
          headers: { ...HERE, 'x-forwarded-for': from },
          body: new URLSearchParams(message),
        })
      ).status
    for (let i = 0; i < 6; i++) expect(await send(`198.51.100.${i}`)).toBe(303)
    const statuses = []
    // What the visitor wrote stands before what the proxy has seen.
    for (let i = 0; i < 6; i++) statuses.push(await send(`203.0.113.${i}, 192.0.2.7`))
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    await behind.close()
  })
})
