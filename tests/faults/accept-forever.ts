/**
 * A process that is made to be killed: opens a store, says what it found there, and accepts one version after another until it ends.
 * Acts on import. Each line of its stdout is JSON. Given: the store's address, a seed for what it accepts, "once" to stop when open.
 */
import { writeSync } from 'node:fs'
import { openStore, type StoreAddress } from '../../db/connect.ts'
import { verify } from '../../db/verify.ts'
import { accept, newestVersion } from '../../db/versions.ts'
import { buildMeasure, buildStep, ground } from '../support/build.ts'
import { chanceOf } from '../support/chance.ts'
import type { Said } from './said.ts'

const [address = '{}', seed = '0', mode = ''] = process.argv.slice(2)
const chance = chanceOf(Number(seed))

/** In one write that has happened when it returns: what was said is acknowledged, whatever comes next. */
const say = (said: Said) => writeSync(1, `${JSON.stringify(said)}\n`)

const store = await openStore(JSON.parse(address) as StoreAddress, { say: (line) => say({ is: 'talk', line }) })
const versions = await store.db.selectFrom('version').select(['number', 'digest']).orderBy('number').execute()
const { faults } = await verify(store.db)
say({ is: 'open', versions: versions.map(({ digest }) => digest), faults })

if (mode === 'once') await store.close()
else {
  if ((await newestVersion(store.db)) === 0) await acceptOne([...ground()])
  for (;;) {
    const size = 1 + chance.below(12)
    await acceptOne(
      Array.from({ length: size }, () =>
        buildMeasure({
          slug: `bill-${chance.below(40)}`,
          summary: 'Wording that is long enough to fill pages. '.repeat(1 + chance.below(40)) + chance.next(),
          steps: [buildStep('introduced', `20${10 + chance.below(15)}-01-15`)],
        }),
      ).filter((measure, i, all) => all.findIndex((other) => other.slug === measure.slug) === i),
    )
  }
}

async function acceptOne(records: Parameters<typeof accept>[1]): Promise<void> {
  const at = new Date().toISOString()
  const { version } = await accept(store, records, { author: 'faults', message: 'Until it ends', at })
  const { digest } = await store.db
    .selectFrom('version')
    .select('digest')
    .where('number', '=', version)
    .executeTakeFirstOrThrow()
  say({ is: 'accepted', version, digest })
}
