/** oEmbed as a client of others reads it, from npm; what it asks the site for goes to the server of this test. */
import { extract, findProvider, setProviderList } from '@extractus/oembed-extractor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../db/connect.ts'
import { get, type Json, type RunningApp, startApp } from '../support/app.ts'
import { buildFamily, buildMeasure, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const SITE = 'https://threatline.example'
const MEASURE = `${SITE}/measures/example-bill?asOf=2021-03-04`
const TIMELINE = `${SITE}/?jurisdiction=XX&right=association&family=example-family&kind=bill&status=in_procedure&group=status`

let store: Store
let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  app = await startApp(store, [...ground(), buildMeasure(), buildFamily(['example-bill'])])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const fetchHere = (url: string): Promise<Response> => {
  if (!url.startsWith(`${SITE}/`)) throw new Error(`The client asks for ${url}`)
  return fetch(app.url + url.slice(SITE.length))
}
const provider = { provider_name: 'Threatline', provider_url: SITE, endpoints: [] as object[] }
/** What an entry in the list of providers would say. */
const listed = [{ ...provider, endpoints: [{ schemes: [`${SITE}/measures/*`, `${SITE}/?*`], url: `${SITE}/oembed` }] }]

describe.each([
  ['knows the site', listed, 'provider-api'],
  ['finds it by the page', [], 'auto-discovery'],
])('a client that %s', (_, providers, method) => {
  beforeAll(() => {
    setProviderList(providers as Parameters<typeof setProviderList>[0])
  })

  test.each([
    [MEASURE, 480, 360],
    [TIMELINE, 720, 640],
  ])('is given a frame for %s, of the size that it says', async (url, width, height) => {
    expect(findProvider(url) !== null).toBe(method === 'provider-api')
    const found: Json = await extract(url, {}, fetchHere)
    expect(found).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Threatline', width, height, method })
    const [, src = ''] = /<iframe src="([^"]+)"/.exec(found.html) ?? []
    expect((await fetchHere(src.replaceAll('&amp;', '&'))).status).toBe(200)
    expect(found.html).toContain(`width="${width}" height="${height}"`)
  })

  test('is given no more room than it asks for', async () => {
    const found: Json = await extract(MEASURE, { maxwidth: 300, maxheight: 150 }, fetchHere)
    expect([found.width, found.height]).toEqual([300, 150])
  })
})

describe('the title', () => {
  const titleOf = async (url: string) =>
    (await get(`${app.url}/oembed?${new URLSearchParams({ url })}`)).body.title as string

  test('says in words what was chosen, whatever the order in the address', async () => {
    const words = 'Timeline of measures (Exampleland; An example family; freedom of association; bill; in procedure)'
    expect(await titleOf(TIMELINE)).toBe(words)
    expect(
      await titleOf(`${SITE}/?status=in_procedure&kind=bill&family=example-family&right=association&jurisdiction=xx`),
    ).toBe(words)
    expect(await titleOf(`${SITE}/?article=iccpr:22&severity=severe&from=2020-01-01`)).toBe(
      'Timeline of measures (severe; ICCPR 22)',
    )
  })

  test('of a measure is its own', async () => {
    expect(await titleOf(MEASURE)).toBe('Example bill')
  })
})

test.each([
  ['colour=red', 'colour'],
  ['right=flying', 'right'],
  ['kind=bill&kind=law', 'kind'],
  ['family=no-such-family', 'family'],
])('an address with %s, which its page refuses, has no embed: the parameter is named', async (query, field) => {
  const { status, body } = await get(`${app.url}/oembed?${new URLSearchParams({ url: `${SITE}/?${query}` })}`)
  expect([status, body.errors[0].field]).toEqual([400, field])
  expect((await get(`${app.url}/?${query}`, { headers: { accept: 'text/html' } })).status).toBe(400)
})
