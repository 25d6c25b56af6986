/** The embedded store on a disk that fills up in mid-accept: an error, reads go on, and writes too once there is room. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../db/connect.ts'
import { outageOf } from '../../db/outage.ts'
import { verify } from '../../db/verify.ts'
import { accept, newestVersion } from '../../db/versions.ts'
import { get, startApp } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { chanceOf } from '../support/chance.ts'
import { newSeed } from './seed.ts'

const MEGABYTE = 1 << 20
const ROUNDS = 8
const seed = newSeed('Full disk')
const chance = chanceOf(seed)

let disk: string
beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'threatline-disk-'))
  // A disk of our own; only root may mount one. Elsewhere this fails and says so, rather than fill somebody's disk.
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'threatline-test', disk])
})
afterAll(() => {
  execFileSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

const by = (message: string) => ({ author: 'test', message, at: '2026-11-24T00:00:00.000Z' })

/** Some megabytes that cannot be compressed to nothing. */
const bulky = (round: number) =>
  Array.from({ length: 400 }, (_, i) =>
    buildMeasure({
      slug: `bill-${round}-${i}`,
      summary: Array.from({ length: 300 }, () => chance.next().toString(36))
        .join(' ')
        .slice(0, 3900),
    }),
  )

test(`filled up ${ROUNDS} times with other sizes left, the disk costs the accept and nothing else`, async () => {
  const dataDir = join(disk, 'data')
  const filler = join(disk, 'filler')
  const store = await openStore({ dataDir })
  const app = await startApp(store, [...ground(), buildMeasure()])
  let refused = 0
  let digest = (await verify(store.db)).digest
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const { bavail, bsize } = await statfs(disk)
      const left = chance.below(3 * MEGABYTE)
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)))
      const before = await newestVersion(store.db)
      const error = await accept(store, bulky(round), by('full')).then(
        () => null,
        (refusal: unknown) => refusal,
      )
      if (error) {
        refused++
        expect(outageOf(error), `round ${round}, seed ${seed}: ${error}`).toBe('full')
        expect(await newestVersion(store.db)).toBe(before)
        expect((await verify(store.db)).digest).toBe(digest)
      }
      expect((await get(`${app.url}/api/measures/example-bill`)).status).toBe(200)
      await rm(filler)
      await accept(store, [buildMeasure({ summary: `After round ${round}` })], by('room'))
      const checked = await verify(store.db)
      expect(checked.faults).toEqual([])
      digest = checked.digest
    }
    console.log(`Full disk: ${JSON.stringify({ rounds: ROUNDS, refused })}`)
    expect(refused).toBeGreaterThan(0)
  } finally {
    await app.close()
    await store.close()
  }
  // What the journal tells is what the store held.
  await rm(join(dataDir, 'store'), { recursive: true })
  const again = await openStore({ dataDir })
  expect((await verify(again.db)).digest).toBe(digest)
  await again.close()
}, 300_000)
