/** The database directory deleted or cut, the journal kept: the same record comes back. */
import { readdir, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chanceOf } from '../support/chance.ts'
import { newSeed } from './seed.ts'
import { lookInto, makeOriginals, type Originals, withCopy } from './spoilt.ts'

const TRIALS = 100
const DELETED = 4
const TIMEOUT_MS = 25 * 60_000

const seed = newSeed('Directory')
const chance = chanceOf(seed)
let originals: Originals
beforeAll(async () => {
  originals = await makeOriginals(seed)
}, 180_000)
afterAll(() => originals?.remove())

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(paths.sort().map(async (path) => ({ path, size: (await stat(path)).size })))
  return sizes.filter(({ size }) => size > 0).map(({ path }) => path)
}

test(
  `with any file of the database cut at any byte, ${TRIALS} times, after a kill and after an orderly stop, nothing is lost`,
  async () => {
    let madeAnew = 0
    const begun = Date.now()
    for (let trial = 0; trial < TRIALS; trial++) {
      const original = trial % 2 ? originals.killed : originals.orderly
      await withCopy(original, async (dataDir) => {
        const path = chance.pick(await filesIn(join(dataDir, 'store')))
        const size = chance.below((await stat(path)).size)
        const where = `trial ${trial}, seed ${seed}: ${path.slice(dataDir.length)} cut at byte ${size}`
        await truncate(path, size)
        const said: string[] = []
        const found = await lookInto(dataDir, (line) => said.push(line)).catch((error: unknown) => error)
        expect(found, where).toEqual(originals.whole)
        if (said.some((line) => line.includes('made anew'))) madeAnew++
      })
    }
    const seconds = Math.round((Date.now() - begun) / 1000)
    console.log(`Directory: ${JSON.stringify({ trials: TRIALS, madeAnew, seconds })}`)
  },
  TIMEOUT_MS,
)

test(
  'with the whole database deleted nothing is lost',
  async () => {
    for (let trial = 0; trial < DELETED; trial++)
      await withCopy(trial % 2 ? originals.killed : originals.orderly, async (dataDir) => {
        await rm(join(dataDir, 'store'), { recursive: true })
        expect(await lookInto(dataDir)).toEqual(originals.whole)
      })
  },
  TIMEOUT_MS,
)
