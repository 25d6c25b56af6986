/** What the workspace for submissions makes of the real record, for every State that it has. */
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import { readSeed } from '../../seed/load.ts'
import { allFacts, type Material, propose } from '../../web/submission/material.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { openEmbedded } from '../support/stores.ts'

let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  const opened = await openEmbedded()
  drop = opened.drop
  app = await startApp(opened.store, await readSeed(resolve('seed')))
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const list = async (of: string, state: string, include: string) =>
  (await get(`${app.url}/api/${of}?jurisdiction=${state}&limit=200&include=${include}`)).body

async function materialOf(state: string): Promise<Material> {
  const measures = await list('measures', state, 'steps,impacts,cites,sources')
  const communications = await list('communications', state, 'cites,questions,sources')
  const events = await list('events', state, 'sources')
  const { version, asOf } = measures
  const sources = [...measures.sources, ...communications.sources, ...events.sources]
  return {
    version,
    asOf,
    measures: measures.items,
    communications: communications.items,
    events: events.items,
    sources: Object.fromEntries(sources.map((source) => [source.slug, source])),
  }
}

test('every sentence about every State stands on sources that come with it', async () => {
  const { body } = await get(`${app.url}/api/jurisdictions?limit=200`)
  let pieces = 0
  for (const { code } of body.items) {
    const material = await materialOf(code)
    const rights = RIGHTS.map(({ slug }) => slug)
    for (const { slug, sentences, dated } of allFacts(material, rights))
      for (const { text, cites } of [...sentences.flatMap((sentence) => sentence.pieces), ...dated]) {
        expect(cites.length, `${slug}: ${text}`).toBeGreaterThan(0)
        for (const { source } of cites) expect(material.sources[source], `${source} of ${slug}`).toBeDefined()
        expect(text).not.toMatch(/\b(undefined|null|NaN)\b/)
        pieces++
      }
  }
  expect(pieces).toBeGreaterThan(500)
})

test('for Kyrgyzstan, what is chosen at first holds the law that binds, the letters about it, and leaves room', async () => {
  const scope = { rights: ['expression', 'association', 'assembly'], from: null, until: null }
  const chosen = propose(await materialOf('KG'), scope, 2815).filter(({ fits }) => fits)
  const slugs = chosen.map(({ fact }) => fact.slug)
  for (const slug of [
    'foreign-representatives-law-2022-2024',
    'bishkek-assembly-bans-2022-2026',
    'al-kgz-2-2021',
    'kgz-1-2020',
  ])
    expect(slugs).toContain(slug)
  expect(slugs).not.toContain('foreign-agents-bill-2013-2016')
  expect(chosen.reduce((sum, { words }) => sum + words, 0)).toBeLessThan(0.7 * 2815)
})
