/** A data directory to spoil: with versions, retractions and proposals, as an orderly stop and as a kill leaves it. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptProposal } from '../../api/proposals/review.ts'
import { openStore, type Store } from '../../db/connect.ts'
import { listProposals, propose, reject } from '../../db/proposals.ts'
import { verify } from '../../db/verify.ts'
import { buildMeasure } from '../support/build.ts'
import { indexRows } from '../support/index-rows.ts'
import { acceptHistory, randomHistory } from '../support/random-history.ts'

export interface Originals {
  orderly: string
  killed: string
  /** What a store that lost nothing looks like (lookAt). */
  whole: object
  remove(): Promise<void>
}

const AT = '2026-11-24T00:00:00.000Z'

export async function makeOriginals(seed: number): Promise<Originals> {
  const folder = await mkdtemp(join(tmpdir(), 'threatline-spoilt-'))
  const orderly = join(folder, 'orderly')
  const killed = join(folder, 'killed')
  const store = await openStore({ dataDir: orderly })
  await acceptHistory(store, randomHistory(seed, 12))
  const proposed = (slug: string) =>
    propose(store, {
      at: AT,
      author: 'contributor',
      message: slug,
      baseVersion: 12,
      records: [buildMeasure({ slug })],
      retract: [],
    })
  await reject(store, { id: await proposed('no-bill'), at: AT, by: 'editor', because: 'No' })
  await proposed('open-bill')
  await acceptProposal(store, await proposed('yes-bill'), { by: 'editor', at: AT })
  const whole = await lookAt(store)
  // What a kill leaves is what is on the disk while the store is open; the lock is a socket and stays behind.
  await cp(orderly, killed, { recursive: true, filter: (path) => !path.endsWith('/lock') })
  await store.close()
  return { orderly, killed, whole, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Everything that must come back: versions by digest, proposals with their decisions, the index without its row numbers. */
export async function lookAt(store: Store): Promise<object> {
  const { digest, versions, faults } = await verify(store.db)
  const index = Object.entries(await indexRows(store)).map(([table, rows]) => [
    table,
    rows.map((row) => row.replace(/"record_id":\d+/, '')).sort(),
  ])
  const proposals = (await listProposals(store.db, 'all')).map(({ id, decision, message }) => ({
    id,
    decision,
    message,
  }))
  return { digest, versions, faults, proposals, index: Object.fromEntries(index) }
}

/** A copy that may be spoilt; removed afterwards. */
export async function withCopy(original: string, work: (dataDir: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'threatline-copy-'))
  const dataDir = join(folder, 'data')
  try {
    await cp(original, dataDir, { recursive: true })
    await work(dataDir)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Opens a store, looks, and closes it. */
export async function lookInto(dataDir: string, say?: (line: string) => void): Promise<object> {
  const store = await openStore({ dataDir }, { say })
  try {
    return await lookAt(store)
  } finally {
    await store.close()
  }
}
