/** What mechanisms ask: told with where it was read, and what nobody knows told as that. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord } from '../../api/contract/record.ts'
import { RulePackView } from '../../api/contract/views.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { buildSource, cites } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

const known = { standing: 'second_hand', cites: cites() }
const unknown = { says: 'Not found.', standing: 'unknown' }
const PACK = {
  record: 'rule_pack',
  slug: 'example-committee',
  mechanism: 'treaty_body',
  title: { en: 'Paper for the Example Committee' },
  short: 'Example Committee',
  body: 'Example Committee',
  checked_on: '2026-11',
  limits: [
    { scope: 'one', words: 2815, says: '2,815 words.', ...known },
    { scope: 'joint', words: null, ...unknown },
  ],
  counted: [{ part: 'notes', counts: null, ...unknown }],
  languages: { tags: ['en', 'fr'], says: 'English or French.', ...known },
  file_type: { type: null, ...unknown },
  publicity: { is: 'public', says: 'Public, always.', ...known },
  filing: { way: 'online', says: 'Online.', ...known },
  parts: [{ key: 'who', title: 'Who submits', required: true, says: 'First of all.', ...known }],
  rules: [{ key: 'one-state', says: 'One State in one paper.', ...known }],
}

let app: RunningApp
let drop: () => Promise<void>
beforeAll(async () => {
  const opened = await openEmbedded()
  drop = opened.drop
  app = await startApp(opened.store, [buildSource(), PACK] as AnyRecord[])
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

const ask = (path: string) => get(`${app.url}${path}`)

describe('rules for submissions', () => {
  test('are a list, and each by itself', async () => {
    const list = await ask('/api/rule-packs')
    expect(list.body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['example-committee'])
    const { body } = await ask('/api/rule-packs/example-committee')
    const pack = RulePackView.parse(Object.fromEntries(Object.keys(RulePackView.shape).map((key) => [key, body[key]])))
    expect(pack.limits.map(({ words }) => words)).toEqual([2815, null])
    expect(pack.counted).toEqual([{ part: 'notes', counts: null, ...unknown, cites: [] }])
    expect(pack.checkedOn.edtf).toBe('2026-11')
  })

  test('say on their page what is known, by whose account, and what nobody knows', async () => {
    const said = (await ask('/rule-packs/example-committee')).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(said).toContain('One organisation 2,815 words. 1 by others’ account')
    expect(said).toContain('Footnotes Not found. not known')
    expect((await ask('/rule-packs')).text).toContain('Several together: limit not known')
  })

  test('that are not there are a 404 that says so', async () => {
    const { status, body } = await ask('/api/rule-packs/no-such-rules')
    expect([status, body.detail]).toEqual([404, 'There is no rule pack "no-such-rules" in this version of the record.'])
    expect((await ask('/rule-packs/no-such-rules')).status).toBe(404)
  })
})
