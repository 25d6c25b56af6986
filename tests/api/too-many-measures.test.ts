/** A record that is more than one timeline shows. */
import { access } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import { TooManyMeasures } from '../../api/problem.ts'
import { publish } from '../../api/publish/publish.ts'
import { MOST_MEASURES } from '../../api/size.ts'
import { get, type RunningApp, startApp, TODAY } from '../support/app.ts'
import { buildImpact, buildMeasure, buildSource, buildStep } from '../support/build.ts'
import { type OpenedStore, openEmbedded } from '../support/stores.ts'

const OF_A = MOST_MEASURES - 10
const state = (slug: string, name: string): AnyRecord => ({
  record: 'jurisdiction',
  slug,
  code: slug.toUpperCase(),
  name: { en: name },
  law_making: [],
})

/** One State with nearly as many as a timeline shows, another with as many as make it too many, and one begun later. */
const records: AnyRecord[] = [
  buildSource(),
  state('xa', 'Aland'),
  state('xb', 'Beland'),
  ...Array.from({ length: OF_A }, (_, i) => buildMeasure({ slug: `a-${i}`, jurisdiction: 'xa' })),
  ...Array.from({ length: 20 }, (_, i) =>
    buildMeasure({ slug: `b-${i}`, jurisdiction: 'xb', impacts: [buildImpact('association')] }),
  ),
  buildMeasure({ slug: 'b-late', jurisdiction: 'xb', steps: [buildStep('introduced', '2025-01-15')] }),
]

let app: RunningApp
let opened: OpenedStore
beforeAll(async () => {
  opened = await openEmbedded()
  app = await startApp(opened.store, records)
}, 180_000)
afterAll(async () => {
  await app?.close()
  await opened?.drop()
})

const html = (path: string) => get(app.url + path, { headers: { accept: 'text/html' } })
/** Link and words of each State on the page. */
const statesOf = (text: string) =>
  [...text.matchAll(/<li>\s*<a href="([^"]+)">([^<]+)<\/a>\s*<small>([^<]+)<\/small>/g)].map(([, ...found]) => found)

describe('a record of more measures than one timeline shows', () => {
  test('opens with the States to choose from, each with its measures and a link to its timeline', async () => {
    const { status, text } = await html('/')
    expect(status).toBe(200)
    expect(text).not.toContain('<threat-line')
    expect(statesOf(text)).toEqual([
      ['/?jurisdiction=XA', 'Aland', `${OF_A.toLocaleString('en')} measures`],
      ['/?jurisdiction=XB', 'Beland', '21 measures'],
    ])
    const state = await html('/?jurisdiction=XB')
    expect(state.status).toBe(200)
    expect(state.text).toContain('<threat-line')
  })

  test('keeps the day and the rest of the choice in the links, and counts what begins later apart', async () => {
    const { text } = await html('/?asOf=2024-01-01&kind=bill')
    expect(statesOf(text)[1]).toEqual([
      '/?asOf=2024-01-01&amp;kind=bill&amp;jurisdiction=XB',
      'Beland',
      '20 measures; 1 more begins later',
    ])
  })

  test('is shown where the choice is narrow enough, and refused by the API where it is not', async () => {
    expect((await html('/?right=association')).text).toContain('<threat-line')
    const { status, body } = await get(`${app.url}/api/timeline`)
    expect(status).toBe(400)
    expect(body.errors[0].message).toContain(`more than ${MOST_MEASURES}`)
    expect((await html('/?jurisdiction=XQ')).status).toBe(400)
  })

  test('is embedded by a State, which the page that makes embeds asks for', async () => {
    const { status, text } = await html('/embeds')
    expect(status).toBe(200)
    expect(text).not.toContain('<iframe')
    expect(text).toContain(`than the ${MOST_MEASURES.toLocaleString('en')} that one timeline shows`)
    expect(text).toMatch(/<option value="XB"\s*>Beland</)
    expect((await html('/embeds?jurisdiction=XB')).text).toContain('src="/embed/timeline?jurisdiction=XB"')
  })

  test('is not copied whole in place of a choice that is too much', async () => {
    const out = join(tmpdir(), 'threatline-too-many')
    const refused = publish({
      store: opened.store,
      client: {
        assets: {
          scripts: [],
          preloads: [],
          css: [],
          workspace: { scripts: [], css: [] },
          embed: { css: [], timeline: [], card: [] },
        },
        files: new Map(),
      },
      out,
      asOf: TODAY,
      filter: 'kind=bill',
      sites: { site: null, live: null },
      isReplaced: false,
      progress: () => {},
    })
    await expect(refused).rejects.toThrow(TooManyMeasures)
    await expect(access(out)).rejects.toThrow('ENOENT')
  })
})
