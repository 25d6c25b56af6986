/** Embeds and oEmbed: what other sites may frame, and what they are told to frame. Browsers are tried in tests/e2e. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../db/connect.ts'
import { accept } from '../../db/versions.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildMeasure, buildStep, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const SITE = 'https://threatline.example'
const law = (title: string) =>
  buildMeasure({
    kind: 'law',
    short_title: { en: title },
    steps: [
      buildStep('introduced', '2019-01-15'),
      buildStep('in_force', '2020-03-01'),
      buildStep('challenged', '2027-02-01', { planned: true, label: { en: 'Hearing of the court' } }),
    ],
  })

let store: Store
let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ store, drop } = await openEmbedded())
  app = await startApp(store, [...ground(), law('Law "of" <b>examples</b>')])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const html = (path: string) => get(app.url + path, { headers: { accept: 'text/html' } })
const oembed = (url: string, more = {}) => get(`${app.url}/oembed?${new URLSearchParams({ url, ...more })}`)

describe('embeds', () => {
  test.each([
    '/embed/measure/example-bill',
    '/embed/timeline?jurisdiction=XX',
    '/embed/measure/none',
    '/embed/nothing',
  ])('%s may be framed by any site, and stays strict otherwise', async (path) => {
    const { headers } = await html(path)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain('frame-ancestors *')
    expect(policy).toContain("script-src 'self'")
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test.each(['/', '/measures/example-bill', '/oembed', '/cite?of=/', '/embeds', '/embeds?measure=example-bill'])(
    '%s may be framed by nobody',
    async (path) => {
      const { headers } = await html(path)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
    },
  )

  test('a card says status, what comes next and the source, and its words are never markup', async () => {
    const { text } = await html('/embed/measure/example-bill')
    expect(text).toContain('In force since 1 March 2020.')
    expect(text).toMatch(/Next:<\/strong> Hearing of the court, 1 February 2027\./)
    expect(text).toContain('href="https://gazette.example/1"')
    expect(text).not.toContain('<b>')
    expect(text).toContain('<meta name="robots" content="noindex">')
  })

  test('a card of an earlier day draws nothing that came later', async () => {
    const { text } = await html('/embed/measure/example-bill?asOf=2019-06-01')
    expect(text).toContain('<rect class="in_procedure"')
    expect(text).not.toContain('<rect class="in_force"')
  })

  test('a timeline stands as a list and, where no script runs, as a picture of the same choice', async () => {
    const { text } = await html('/embed/timeline?jurisdiction=XX&asOf=2019-06-01')
    const [, picture = ''] = /<noscript><img src="([^"]+)"/.exec(text) ?? []
    const svg = await get(app.url + picture.replaceAll('&amp;', '&'))
    expect(svg.text).toContain('as of 1 June 2019')
    expect(text).toContain('In procedure since 15 January 2019.')
    expect(text).toContain('src="/api/timeline?jurisdiction=XX&amp;asOf=2019-06-01&amp;without=sources"')
  })

  test('a list leads to the same day and version that the frame shows', async () => {
    const { text } = await html('/embed/timeline?jurisdiction=XX&version=1&asOf=2019-06-01')
    expect(text).toContain(`href="${SITE}/measures/example-bill?asOf=2019-06-01&amp;version=1"`)
  })

  test('every link opens outside the frame, since no other page may be framed', async () => {
    for (const path of ['/embed/timeline?jurisdiction=XX', '/embed/measure/example-bill', '/embed/measure/none'])
      expect((await html(path)).text).toContain('<base target="_blank">')
    const { body } = await oembed(`${SITE}/measures/example-bill`)
    expect(body.html).toContain('allow-popups allow-popups-to-escape-sandbox"')
  })

  test('an empty choice is none, as on the page that the address is taken from', async () => {
    expect((await html('/embed/timeline?jurisdiction=XX&right=&asOf=')).status).toBe(200)
    const { body } = await oembed(`${SITE}/?jurisdiction=XX&right=`)
    const [, frame = ''] = /<iframe src="https:\/\/threatline\.example([^"]+)"/.exec(body.html) ?? []
    expect((await html(frame.replaceAll('&amp;', '&'))).status).toBe(200)
  })

  test('a theme is that of the frame alone, and its picture’s', async () => {
    const { text } = await html('/embed/timeline?jurisdiction=XX&theme=dark')
    expect(text).toContain('<html lang="en" data-theme="dark">')
    expect(text).toContain('src="/api/timeline?jurisdiction=XX&amp;without=sources"')
    expect(text).toContain(`href="${SITE}/?jurisdiction=XX"`)
    expect(text).toContain('&amp;theme=dark" alt=')
    expect((await html('/embed/measure/example-bill?theme=light')).text).toContain('data-theme="light"')
    expect((await html('/embed/timeline?theme=blue')).status).toBe(400)
  })

  test('what is asked wrongly is told by its name, as text', async () => {
    const value = '<img src=x onerror=alert(1)>'
    const { text, status } = await html(`/embed/timeline?family=${encodeURIComponent(value)}`)
    expect(status).toBe(400)
    expect(text).toContain('family: is not a slug.')
    expect(text).not.toContain('<img')
  })

  test('what is not there is a sentence and a link, never blank', async () => {
    const { text, status } = await html('/embed/measure/none')
    expect(status).toBe(404)
    expect(text).toContain('There is no measure')
    expect(text).toContain(`href="${SITE}/"`)
  })

  test('a frozen embed is the same bytes after a correction, and says its day; the live one shows the correction', async () => {
    const frozen = '/embed/measure/example-bill?version=1&asOf=2026-11-20'
    const before = (await html(frozen)).text
    expect(before).toContain('<strong>As of 20 November 2026</strong>, version 1')
    expect(before).toContain('data-version="1" data-shows="measure/example-bill"')
    const bytes = async (path: string) => (await get(`${app.url}${path}jurisdiction=XX&version=1&asOf=2026-11-20`)).text
    const DRAWN = ['/embed/timeline?', '/api/timeline?without=sources&', '/api/timeline.svg?width=640&']
    const drawn = await Promise.all(DRAWN.map(bytes))
    const at = `${TODAY}T01:00:00.000Z`
    await accept(store, [law('Corrected title')], { author: 'test', message: 'Corrected', at })
    expect((await html(frozen)).text).toBe(before)
    expect(await Promise.all(DRAWN.map(bytes))).toEqual(drawn)
    expect((await html('/embed/measure/example-bill')).text).toContain('Corrected title')
  })
})

describe('the page that makes embeds', () => {
  test('offers what was chosen as a frame, an element and a link, and shows the frame', async () => {
    const { text, headers } = await html('/embeds?jurisdiction=XX&right=&theme=dark&height=500')
    expect(headers.get('content-security-policy')).toContain("frame-src 'self'")
    const [, preview = ''] = /<iframe\s[^>]*src="([^"]+)"/.exec(text) ?? []
    expect(preview).toBe('/embed/timeline?jurisdiction=XX&amp;theme=dark')
    expect((await html(preview.replaceAll('&amp;', '&'))).status).toBe(200)
    expect(text).toContain(
      '&lt;threat-line jurisdiction=&quot;XX&quot; theme=&quot;dark&quot; height=&quot;500&quot;&gt;',
    )
    expect(text).toContain(`&lt;a href=&quot;${SITE}/?jurisdiction=XX&quot;&gt;`)
  })

  test('freezes on the newest version and today, or on the day that was chosen', async () => {
    const { text } = await html('/embeds?jurisdiction=XX')
    const [, version = ''] = /name="version" value="(\d+)"/.exec(text) ?? []
    const pinned = (day: string) => `/embed/timeline?jurisdiction=XX&amp;version=${version}&amp;asOf=${day}`
    expect((await html(`/embeds?jurisdiction=XX&version=${version}`)).text).toContain(pinned(TODAY))
    expect((await html(`/embeds?jurisdiction=XX&version=${version}&asOf=2020-05-01`)).text).toContain(
      pinned('2020-05-01'),
    )
    expect(text).not.toContain('&amp;version=')
  })

  test('makes the card of a measure, whose title is never markup, and refuses one that is not there', async () => {
    const { text } = await html('/embeds?measure=example-bill&asOf=2019-06-01&right=privacy')
    expect(text).toContain(`src=&quot;${SITE}/embed/measure/example-bill?asOf=2019-06-01&quot;`)
    expect(text).not.toMatch(/<b>|<img/)
    expect((await html('/embeds?measure=none')).status).toBe(404)
  })

  test('is found from timelines and measures, for the same day and choice', async () => {
    const timeline = (await html('/?jurisdiction=XX&asOf=2019-06-01')).text
    expect(timeline).toContain('href="/embeds?jurisdiction=XX&amp;asOf=2019-06-01"')
    const measure = (await html('/measures/example-bill?asOf=2019-06-01')).text
    expect(measure).toContain('href="/embeds?measure=example-bill&amp;asOf=2019-06-01"')
    expect((await html('/letters')).text).toContain('href="/embeds"')
  })
})

describe('oEmbed', () => {
  test('gives a frame and, for sites that take none, words and a link', async () => {
    const { body } = await oembed(`${SITE}/measures/example-bill?asOf=2019-06-01`)
    expect(body).toMatchObject({ version: '1.0', type: 'rich', width: 480, height: 360, provider_name: 'Threatline' })
    expect(body.html).toMatch(
      /^<blockquote><a href="https:\/\/threatline\.example\/measures\/example-bill\?asOf=2019-06-01">/,
    )
    expect(body.html).toContain('On 1 June 2019: In procedure')
    const [, frame = ''] =
      /<iframe src="https:\/\/threatline\.example([^"]+)" width="480" height="360"/.exec(body.html) ?? []
    expect((await html(frame)).status).toBe(200)
    expect(body.html).not.toMatch(/style=|<script|<b>/)
  })

  test('keeps the theme of a frame, which the page behind it does not have', async () => {
    const { body } = await oembed(`${SITE}/embed/timeline?jurisdiction=XX&theme=dark`)
    expect(body.html).toContain(`src="${SITE}/embed/timeline?jurisdiction=XX&amp;theme=dark"`)
    expect(body.html).toContain(`<a href="${SITE}/?jurisdiction=XX">`)
  })

  test('keeps within the size that it is given, and an embed’s own address is as good as its page’s', async () => {
    const { body } = await oembed(`${SITE}/embed/timeline?jurisdiction=XX`, { maxwidth: '320', maxheight: '200' })
    expect([body.width, body.height]).toEqual([320, 200])
    expect(body.html).toContain('width="320" height="200"')
    expect(body.html).toContain(`<a href="${SITE}/?jurisdiction=XX">`)
  })

  test.each([
    ['https://elsewhere.example/measures/example-bill', {}, 400],
    [`${SITE}.elsewhere.example/`, {}, 400],
    [`${SITE}/letters`, {}, 404],
    [`${SITE}/measures/none`, {}, 404],
    [`${SITE}/measures/example-bill`, { format: 'xml' }, 501],
    [`${SITE}/measures/example-bill`, { maxwidth: '0' }, 400],
  ])('%s %o is answered with %i', async (url, more, status) => {
    const answer = await oembed(url, more)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test.each([
    'text/html',
    'text/xml',
    'image/png',
    'application/json;q=0, text/html',
    '*/*',
    'application/json+oembed',
  ])('is JSON for a site that says it accepts %s, and XML is still not offered', async (accept) => {
    const path = `/oembed?url=${SITE}/measures/example-bill`
    // The second may come out of memory.
    for (const _ of [1, 2]) {
      const { status, headers, body } = await get(app.url + path, { headers: { accept } })
      expect({ status, type: headers.get('content-type') }).toEqual({
        status: 200,
        type: 'application/json; charset=utf-8',
      })
      expect(body.type).toBe('rich')
    }
    expect((await get(`${app.url}${path}&format=xml`, { headers: { accept } })).status).toBe(501)
  })

  test('is found from every page that has an embed', async () => {
    for (const path of ['/?jurisdiction=XX', '/measures/example-bill']) {
      const { text } = await html(path)
      const [, href = ''] =
        /type="application\/json\+oembed" href="https:\/\/threatline\.example([^"]+)"/.exec(text) ?? []
      expect((await get(app.url + href.replaceAll('&amp;', '&'))).body.type, path).toBe('rich')
    }
    expect((await html('/letters')).text).not.toContain('oembed')
  })
})

test('what was withdrawn is a sentence and a link in what is live, and stays in what is frozen', async () => {
  const frozen = '/embed/measure/example-bill?version=1&asOf=2026-11-20'
  const before = (await html(frozen)).text
  const at = `${TODAY}T02:00:00.000Z`
  const retract = [{ record: 'measure' as const, slug: 'example-bill' }]
  await accept(store, [], { author: 'test', message: 'Withdrawn', at }, { retract })
  const live = await html('/embed/measure/example-bill')
  expect(live.status).toBe(404)
  expect(live.text).toContain('There is no measure')
  expect(live.text).toContain(`href="${SITE}/"`)
  expect((await html(frozen)).text).toBe(before)
  expect((await html('/embed/timeline')).status).toBe(200)
})
