import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord, Source } from '../../api/contract/record.ts'
import { readSeed } from '../../seed/load.ts'
import { DESCRIBED, FACTS_SOURCES, LEFT_OUT, NO_ADDRESS } from './kyrgyzstan-sources.ts'

const SEED = fileURLToPath(new URL('../../seed', import.meta.url))

let seed: AnyRecord[] = []
let sources: Map<string, Source>
beforeAll(async () => {
  seed = await readSeed(SEED)
  sources = new Map(seed.flatMap((record) => (record.record === 'source' ? [[record.slug, record]] : [])))
})

/** Every source that a citation anywhere in a value names. */
function cited(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'source' && typeof part === 'string' ? [part] : cited(part),
  )
}

describe('the sources of the facts on Kyrgyzstan', () => {
  test('are 210, and each is a source of the seed, or is left out for a reason', () => {
    expect(new Set(FACTS_SOURCES).size).toBe(210)
    expect(FACTS_SOURCES.filter((key) => sources.has(key) === key in LEFT_OUT)).toEqual([])
    expect(Object.keys(LEFT_OUT).filter((key) => !FACTS_SOURCES.includes(key))).toEqual([])
  })

  test('each vouches for something', () => {
    const used = new Set(seed.flatMap(cited))
    expect(FACTS_SOURCES.filter((key) => !(key in LEFT_OUT) && !used.has(key))).toEqual([])
  })

  test('have their address, publisher and title, and say whether the title is printed', () => {
    const found = FACTS_SOURCES.flatMap((key) => sources.get(key) ?? [])
    expect(found.filter(({ address }) => address === null).map(({ slug }) => slug)).toEqual(Object.keys(NO_ADDRESS))
    expect(found.filter(({ title_is }) => title_is === 'described').map(({ slug }) => slug)).toEqual(DESCRIBED)
    expect(found.filter(({ title }) => /\((?:title )?from (?:address|text)\)/.test(title))).toEqual([])
  })

  test('no two share an address', () => {
    const addresses = FACTS_SOURCES.flatMap((key) => sources.get(key)?.address ?? [])
    expect(addresses.filter((address, i) => addresses.indexOf(address) < i)).toEqual([])
  })
})
