/** The journal torn, deleted, damaged or exchanged, with the store intact or gone. */
import { mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { JournalDamaged, readEntries } from '../../db/journal.ts'
import { ChainBroken } from '../../db/versions.ts'
import { chanceOf } from '../support/chance.ts'
import { newSeed } from './seed.ts'
import { lookInto, makeOriginals, type Originals, withCopy } from './spoilt.ts'

const TORN = 30
const TIMEOUT_MS = 15 * 60_000

const seed = newSeed('Journal')
const chance = chanceOf(seed)
let originals: Originals
beforeAll(async () => {
  originals = await makeOriginals(seed)
}, 180_000)
afterAll(() => originals?.remove())

const journalOf = (dataDir: string) => join(dataDir, 'journal')

async function entryEnds(dataDir: string): Promise<number[]> {
  const ends: number[] = []
  for await (const { end } of readEntries(journalOf(dataDir))) ends.push(end)
  return ends
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

test(
  `with the journal cut at any byte, ${TORN} times, a store that is intact loses nothing, and its journal is whole again`,
  async () => {
    for (let trial = 0; trial < TORN; trial++)
      await withCopy(originals.killed, async (dataDir) => {
        const size = chance.below((await stat(journalOf(dataDir))).size)
        await truncate(journalOf(dataDir), size)
        const where = `trial ${trial}, seed ${seed}: cut at byte ${size}`
        expect(await lookInto(dataDir), where).toEqual(originals.whole)
        if (trial % 10) return
        await rm(join(dataDir, 'store'), { recursive: true })
        expect(await lookInto(dataDir), `${where}, then the store deleted`).toEqual(originals.whole)
      })
  },
  TIMEOUT_MS,
)

test(
  'with the store gone and the last entry torn, everything before that entry comes back, and nothing half',
  async () => {
    await withCopy(originals.killed, async (dataDir) => {
      const ends = await entryEnds(dataDir)
      const [before = 0, last = 0] = ends.slice(-2)
      await truncate(journalOf(dataDir), before + 1 + chance.below(last - before - 1))
      await rm(join(dataDir, 'store'), { recursive: true })
      const found = (await lookInto(dataDir)) as {
        versions: number
        faults: string[]
        proposals: { decision: string }[]
      }
      expect(found.versions).toBe(12)
      expect(found.faults).toEqual([])
      // The torn entry was a version and its proposal's acceptance: both are open again, or neither.
      expect(found.proposals.map(({ decision }) => decision).filter(Boolean)).toEqual(['rejected'])
    })
  },
  TIMEOUT_MS,
)

test(
  'a journal that was deleted is written anew from the store',
  async () => {
    for (const original of [originals.killed, originals.orderly])
      await withCopy(original, async (dataDir) => {
        await rm(journalOf(dataDir))
        expect(await lookInto(dataDir)).toEqual(originals.whole)
        await rm(join(dataDir, 'store'), { recursive: true })
        expect(await lookInto(dataDir)).toEqual(originals.whole)
      })
  },
  TIMEOUT_MS,
)

test(
  'a journal damaged in its middle is refused with what to do, and the store stays where it is',
  async () => {
    await withCopy(originals.killed, async (dataDir) => {
      const bytes = await readFile(journalOf(dataDir))
      const at = Math.floor(bytes.length / 3)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(journalOf(dataDir), bytes)
      const refusal = await lookInto(dataDir).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(JournalDamaged)
      expect((refusal as Error).message).toContain('Put a backup in its place')
      expect(await isThere(join(dataDir, 'store-damaged'))).toBe(false)
      await rm(journalOf(dataDir))
      expect(await lookInto(dataDir)).toEqual(originals.whole)
    })
  },
  TIMEOUT_MS,
)

test(
  'the journal of another record is refused, and the store stays where it is',
  async () => {
    const others = await makeOriginals(seed + 1)
    try {
      await withCopy(originals.killed, async (dataDir) => {
        await writeFile(journalOf(dataDir), await readFile(journalOf(others.killed)))
        await expect(lookInto(dataDir)).rejects.toThrow(ChainBroken)
        expect(await isThere(join(dataDir, 'store-damaged'))).toBe(false)
      })
    } finally {
      await others.remove()
    }
  },
  TIMEOUT_MS,
)

test(
  'a store that was cut off while it was being made is begun anew',
  async () => {
    await withCopy(originals.killed, async (dataDir) => {
      await rm(dataDir, { recursive: true })
      await mkdir(join(dataDir, 'store', 'base'), { recursive: true })
      await writeFile(join(dataDir, 'store', 'PG_VERSION'), '18\n')
      await writeFile(join(dataDir, 'store-is-being-made'), '')
      expect(await lookInto(dataDir)).toMatchObject({ versions: 0, faults: [] })
      expect(await isThere(join(dataDir, 'store-is-being-made'))).toBe(false)
    })
  },
  TIMEOUT_MS,
)
