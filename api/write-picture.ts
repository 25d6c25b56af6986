/** Writes `docs/timeline.svg` from the seed: acts on import. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../db/connect.ts'
import { accept } from '../db/versions.ts'
import { readSeed } from '../seed/load.ts'
import { drawPicture } from './picture.ts'

const root = join(import.meta.dirname, '..')
const dataDir = await mkdtemp(join(tmpdir(), 'threatline-picture-'))
const store = await openStore({ dataDir })
try {
  const seed = { author: 'seed', message: 'The first record', at: new Date().toISOString() }
  await accept(store, await readSeed(join(root, 'seed')), seed)
  await writeFile(join(root, 'docs/timeline.svg'), await drawPicture(store.db))
} finally {
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
}
