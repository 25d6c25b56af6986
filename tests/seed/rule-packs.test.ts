import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { RulePack } from '../../api/contract/record.ts'
import { readSeed } from '../../seed/load.ts'

let packs = new Map<string, RulePack>()
beforeAll(async () => {
  const seed = await readSeed(fileURLToPath(new URL('../../seed', import.meta.url)))
  packs = new Map(seed.flatMap((record) => (record.record === 'rule_pack' ? [[record.slug, record] as const] : [])))
})

const limitsOf = (slug: string) =>
  Object.fromEntries(packs.get(slug)?.limits.map(({ scope, words }) => [scope, words]) ?? [])

/** As checked in November 2026; null was not found in any text of the body, whatever numbers circulate. */
const LIMITS = {
  'upr-stakeholder-cycle-4': { one: 2815, joint: 5630 },
  'sp-allegation-letter': { any: null },
  'sp-urgent-appeal': { any: null },
  'sp-other-letter': { any: null },
  'ccpr-alternative-report': { any: 10_000 },
  'crc-alternative-report': { comprehensive: 10_000, thematic: 3000 },
  'cescr-alternative-report': { any: null },
  'cedaw-alternative-report': { any: null },
  'cerd-alternative-report': { any: null },
  'crpd-alternative-report': { any: null },
  'cat-alternative-report': { any: null },
  'cmw-alternative-report': { any: null },
  'ced-alternative-report': { any: null },
}

test('there is a pack for each mechanism that rules were looked for', () => {
  expect([...packs.keys()].sort()).toEqual(Object.keys(LIMITS).sort())
})

test.each(Object.entries(LIMITS))('%s has the limits that were read, and no other', (slug, limits) => {
  expect(limitsOf(slug)).toEqual(limits)
})

test('whether notes count is known of none', () => {
  const notes = [...packs.values()].flatMap(({ counted }) => counted.filter(({ part }) => part === 'notes'))
  expect(notes.length).toBeGreaterThan(8)
  expect(notes.map(({ counts }) => counts)).toEqual(notes.map(() => null))
})

test('who sees a paper: a UPR submission everybody, the source of a letter nobody', () => {
  expect(packs.get('upr-stakeholder-cycle-4')?.publicity.is).toBe('public')
  expect(packs.get('sp-allegation-letter')?.publicity.is).toBe('source_confidential')
  expect(packs.get('cat-alternative-report')?.publicity.is).toBeNull()
})
