/** Kills while versions are accepted: what was acknowledged is there, whole. The same for each kind of store. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { StoreAddress } from '../../db/connect.ts'
import { type Chance, chanceOf } from '../support/chance.ts'
import { type Child, startChild } from './child.ts'
import type { Said } from './said.ts'
import { newSeed } from './seed.ts'

const KILLS = 200
/** Stores are begun anew now and then: young ones are killed too, and none grows so old that checking takes long. */
const KILLS_PER_STORE = 20
/** Most versions that are accepted before the kill. */
const LONGEST_LIFE = 8
/** An accept takes some ten to fifty milliseconds; the kill falls anywhere in the one that is under way. */
const MOMENTS_MS = 40
/** For those that are killed while they open, which takes up to some seconds when the store is made. */
const LONGEST_OPENING_MS = 2500
const TIMEOUT_MS = 25 * 60_000

export interface Place {
  address: StoreAddress
  remove(): Promise<void>
}

/** What has been seen of one store: the digest of every version that was acknowledged. */
type Acknowledged = Map<number, string>

/** Declares the test for one kind of store. */
export function testKills(kind: string, make: () => Promise<Place>): void {
  test(
    `${kind}: ${KILLS} SIGKILLs at random moments lose no acknowledged version and leave none half`,
    async () => {
      const seed = newSeed(`Kills, ${kind}`)
      const chance = chanceOf(seed)
      const total = { kills: 0, whileOpening: 0, versions: 0, unacknowledged: 0 }
      const begun = Date.now()
      while (total.kills < KILLS) {
        const { address, remove } = await make()
        const acknowledged: Acknowledged = new Map()
        try {
          for (let i = 0; i < KILLS_PER_STORE; i++, total.kills++)
            if (await killedWhileOpening(address, acknowledged, chance)) total.whileOpening++
          total.unacknowledged += await lookAtLast(address, acknowledged)
          total.versions += acknowledged.size
        } finally {
          await remove()
        }
      }
      console.log(`Kills, ${kind}: ${JSON.stringify({ ...total, seconds: Math.round((Date.now() - begun) / 1000) })}`)
      expect(total.versions).toBeGreaterThan(KILLS)
    },
    TIMEOUT_MS,
  )
}

/** One life of the process, and its end. */
async function killedWhileOpening(address: StoreAddress, acknowledged: Acknowledged, chance: Chance): Promise<boolean> {
  const child = startChild(address, chance.below(2 ** 31), 'forever')
  if (chance.isLikely(0.2)) await Promise.race([pause(chance.below(LONGEST_OPENING_MS)), child.ended])
  else {
    await Promise.race([untilAccepted(child, chance.below(LONGEST_LIFE + 1)), child.ended])
    await pause(chance.below(MOMENTS_MS))
  }
  const endedByItself = child.process.exitCode !== null
  await child.kill()
  expect(endedByItself ? child.errors() : '', 'the process ended by itself').toBe('')
  take(child.said, acknowledged)
  return !child.said.some((said) => said.is === 'open')
}

async function untilAccepted(child: Child, count: number): Promise<void> {
  if (!(await child.opened())) return
  while (child.said.filter((said) => said.is === 'accepted').length < count && child.process.exitCode === null)
    await pause(5)
}

/** Compares what was found with what had been acknowledged, and adds what was acknowledged since. Gives how much was found. */
function take(said: readonly Said[], acknowledged: Acknowledged): number {
  let found = 0
  for (const heard of said) {
    if (heard.is === 'open') {
      expect(heard.faults).toEqual([])
      for (const [version, digest] of acknowledged)
        expect(heard.versions[version - 1], `version ${version}`).toBe(digest)
      found = heard.versions.length
    } else if (heard.is === 'accepted') acknowledged.set(heard.version, heard.digest)
  }
  return found
}

/** Opens the store once more; gives how many versions were ever found that nobody had been told of. */
async function lookAtLast(address: StoreAddress, acknowledged: Acknowledged): Promise<number> {
  const child = startChild(address, 0, 'once')
  await child.ended
  expect(child.errors()).toBe('')
  const found = take(child.said, acknowledged)
  expect(found).toBeGreaterThanOrEqual(acknowledged.size)
  return found - acknowledged.size
}
