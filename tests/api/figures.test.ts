/** Figures as files: what is drawn into them, their size, and that a pinned one stays the same bytes. */
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildMeasure, buildStep, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const measures = (jurisdiction: string, count: number): AnyRecord[] =>
  Array.from({ length: count }, (_, i) =>
    buildMeasure({
      slug: `${jurisdiction}-bill-${i}`,
      jurisdiction,
      short_title: { en: `Bill ${i} on “<ң> & ქ”` },
      steps: [buildStep('introduced', `20${String(5 + (i % 20)).padStart(2, '0')}-03-01`)],
    }),
  )
const records: AnyRecord[] = [
  ...ground(),
  ...['yy', 'zz'].map(
    (slug): AnyRecord => ({
      record: 'jurisdiction',
      slug,
      code: slug.toUpperCase(),
      name: { en: `${slug} land` },
      law_making: [],
    }),
  ),
  ...measures('xx', 3),
  ...measures('yy', 20),
  ...measures('zz', 90),
]

let store: Store
let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  app = await startApp(store, records)
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const bytes = async (path: string) => {
  const response = await fetch(app.url + path)
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
}
/** Width and height as the file says them (PNG, second edition, 11.2.2). */
const sizeOf = (png: Buffer) => {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}
const PINNED = `version=1&asOf=2020-01-01`

describe('the SVG', () => {
  test('is well-formed, holds its text as text with title, day, source and licence, and brings its font', async () => {
    const { body, headers } = await bytes(`/api/timeline.svg?jurisdiction=XX&${PINNED}`)
    const svg = body.toString()
    expect(new XMLParser({ ignoreAttributes: false }).parse(svg, true).svg['@_width']).toBe('1180')
    for (const words of [
      'xampleland: laws narrowing civic space',
      'As of 1 January 2020: 3 measures',
      'Source: Threatline, version 1 of the record, as of 1 January 2020. CC BY 4.0.',
      `https://threatline.example/?jurisdiction=XX&amp;version=1&amp;asOf=2020-01-01`,
      'Bill 1 on “&lt;ң&gt; &amp; ქ”',
    ])
      expect(svg).toContain(words)
    expect(svg.match(/@font-face/g)).toHaveLength(2)
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    // Opened by itself it may load nothing, not even from here.
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; font-src data:/,
    )
    expect(svg.replaceAll(/xmlns="[^"]*"|>[^<]*</g, '')).not.toMatch(/https?:/)
  })

  test('says in its title what was chosen', async () => {
    const { body } = await bytes('/api/timeline.svg?jurisdiction=XX&right=association')
    expect(body.toString()).toContain('xampleland: laws narrowing civic space: freedom of association')
  })

  test('takes a width and a theme, and refuses what is none of them', async () => {
    const { body } = await bytes('/api/timeline.svg?jurisdiction=XX&width=700&theme=dark')
    expect(body.toString()).toMatch(/^<svg [^>]*width="700"/)
    expect((await bytes('/api/timeline.svg?width=10')).status).toBe(400)
    expect((await bytes('/api/timeline.svg?theme=pink')).status).toBe(400)
  })
})

describe('the PNG', () => {
  test.each([
    ['print', 'jurisdiction=XX', 2360, undefined],
    ['newsletter', 'jurisdiction=XX', 600, undefined],
    ['social', 'jurisdiction=XX', 1200, 630],
    ['social', 'jurisdiction=ZZ', 1200, 630],
    ['social', '', 1200, 630],
  ])('for %s of “%s” is %s pixels wide', async (size, choice, width, height) => {
    const { body, headers } = await bytes(`/api/timeline.png?size=${size}&${choice}`)
    expect(headers.get('content-type')).toBe('image/png')
    const [wide, high] = sizeOf(body)
    expect(wide).toBe(width)
    if (height) expect(high).toBe(height)
  })

  test('of more lanes than one picture holds is refused with what to choose', async () => {
    const { status, body } = await get(`${app.url}/api/timeline.png?jurisdiction=ZZ&open=all`)
    expect(status).toBe(400)
    expect(body.errors[0].remedy).toContain('Choose a State')
  })
})

test('a pinned figure is the same bytes after another version', async () => {
  const paths = ['svg?', 'png?size=social&', 'png?size=newsletter&'].map((form) => `/api/timeline.${form}${PINNED}`)
  const read = () => Promise.all(paths.map(async (path) => (await bytes(path)).body))
  const before = await read()
  const changed = buildMeasure({ slug: 'xx-bill-0', short_title: { en: 'Another title' } })
  await accept(store, [changed], { author: 'test', message: 'Another title', at: `${TODAY}T01:00:00.000Z` })
  const live = await bytes('/api/timeline.svg?jurisdiction=XX')
  expect(live.body.toString()).toContain('Another title')
  expect((await read()).map((body, i) => body.equals(before[i] as Buffer))).toEqual([true, true, true])
})

test('link previews of every page show a figure that is there', async () => {
  for (const path of [
    '/',
    '/?jurisdiction=XX&asOf=2020-01-01',
    '/measures/xx-bill-1',
    '/jurisdictions/XX',
    '/letters',
  ]) {
    const { text } = await get(app.url + path, { headers: { accept: 'text/html' } })
    const [, image = ''] = /<meta property="og:image" content="https:\/\/threatline\.example([^"]*)">/.exec(text) ?? []
    const { status, body } = await bytes(image.replaceAll('&amp;', '&'))
    expect([status, ...sizeOf(body)], path).toEqual([200, 1200, 630])
    expect(text).toMatch(/<meta property="og:title" content="[^"]+">/)
  }
})
