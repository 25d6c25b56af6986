/** A dataset moves between stores of either kind, and is the same afterwards, byte by byte. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readDossier } from '../../api/contract/read-dossier.ts'
import type { AnyRecord } from '../../api/contract/record.ts'
import { acceptProposal } from '../../api/proposals/review.ts'
import { type DossierForm, writeDossier } from '../../api/writers/dossier.ts'
import { backUp, restore } from '../../db/backup.ts'
import type { Store } from '../../db/connect.ts'
import { markDone, saveMessage } from '../../db/messages.ts'
import { listProposals, propose, reject } from '../../db/proposals.ts'
import { listAllBodies } from '../../db/queries/records.ts'
import { verify } from '../../db/verify.ts'
import { accept, newestVersion } from '../../db/versions.ts'
import { readSeed } from '../../seed/load.ts'
import { buildMeasure } from '../support/build.ts'
import { indexRows } from '../support/index-rows.ts'
import { acceptHistory, randomHistory } from '../support/random-history.ts'
import { empty, type OpenedStore, openEmbedded, openServer } from '../support/stores.ts'

const AT = '2026-11-24T10:00:00.123Z'
let folder: string
let embedded: OpenedStore
let server: OpenedStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threatline-backup-'))
  embedded = await openEmbedded()
  server = await openServer()
}, 120_000)
afterAll(async () => {
  await embedded?.drop()
  await server?.drop()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await empty(embedded.store)
  await empty(server.store)
})

/** Versions with retractions, proposals in every state, and messages of which one is done. */
async function fill(store: Store): Promise<void> {
  await acceptHistory(store, randomHistory(7, 25))
  const proposed = (slug: string) =>
    propose(store, {
      at: AT,
      author: 'contributor',
      message: `The ${slug}`,
      baseVersion: 25,
      records: [buildMeasure({ slug })],
      retract: [],
    })
  await acceptProposal(store, await proposed('accepted-bill'), { by: 'editor', at: AT })
  await reject(store, { id: await proposed('rejected-bill'), at: AT, by: 'editor', because: 'Not a measure' })
  await proposed('open-bill')
  const message = { on: '2026-11-24', wish: 'correct', about: '' } as const
  await saveMessage(store, { ...message, says: 'The date is wrong.' })
  const id = await saveMessage(store, { ...message, says: 'The title is wrong.' })
  await markDone(store, { id, on: '2026-11-25', by: 'editor' })
  await accept(store, [buildMeasure({ summary: 'After it' })], { author: 'editor', message: 'Later', at: AT })
}

/** Index rows without the numbers that each store gives its rows. */
async function indexOf(store: Store) {
  const rows = await indexRows(store)
  return Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [table, all.map((row) => row.replace(/"record_id":\d+/, '')).sort()]),
  )
}

test.each([
  { from: () => embedded.store, to: () => server.store, name: 'embedded store to PostgreSQL' },
  { from: () => server.store, to: () => embedded.store, name: 'PostgreSQL to embedded store' },
])('a backup restored from $name is the same backup, with the same digests and index', async ({ from, to }) => {
  await fill(from())
  const first = join(folder, 'first')
  const second = join(folder, 'second')
  await backUp(from().db, first)
  expect(await restore(to(), first)).toEqual({ versions: 27, proposals: 3 })
  await backUp(to().db, second)
  expect((await readFile(second)).equals(await readFile(first))).toBe(true)
  const [there, here] = [await verify(from().db), await verify(to().db)]
  expect(here).toEqual(there)
  expect(here.faults).toEqual([])
  expect(await indexOf(to())).toEqual(await indexOf(from()))
  const decided = await listProposals(to().db, 'all')
  expect(new Set(decided.map(({ decision }) => decision))).toEqual(new Set(['accepted', 'rejected', null]))
})

test('what is restored into the embedded store is in its journal, and comes back from it', async () => {
  const own = await openEmbedded()
  try {
    await fill(server.store)
    const file = join(folder, 'to-journal')
    await backUp(server.store.db, file)
    await restore(own.store, file)
    expect(own.store.journal?.bytes).toBeGreaterThan(10_000)
    const { digest } = await verify(own.store.db)
    await own.reopen()
    expect((await verify(own.store.db)).digest).toBe(digest)
  } finally {
    await own.drop()
  }
})

test('a backup is not restored over a record, and a restore that was cut off goes on where it stopped', async () => {
  const file = join(folder, 'resumed')
  await fill(embedded.store)
  await backUp(embedded.store.db, file)
  await acceptHistory(server.store, randomHistory(7, 2))
  await expect(restore(server.store, file)).rejects.toThrow(/already holds a record/)
  await expect(restore(server.store, file, { isResumed: true })).rejects.toThrow(/do not belong together/)
  await empty(server.store)
  const cut = join(folder, 'cut')
  const whole = await readFile(file)
  await writeFile(cut, whole.subarray(0, whole.length / 3))
  await expect(restore(server.store, cut)).rejects.toThrow(/was cut off after version \d+/)
  expect(await newestVersion(server.store.db)).toBe(0)
  const { versions } = await restore(server.store, cut, { isPartial: true })
  expect(versions).toBeGreaterThan(3)
  expect(versions).toBeLessThan(20)
  await restore(server.store, file, { isResumed: true })
  expect(await verify(server.store.db)).toEqual(await verify(embedded.store.db))
})

test('a backup that is stopped leaves nothing of itself, and the one before as it was', async () => {
  await acceptHistory(embedded.store, randomHistory(5, 3))
  const own = await mkdtemp(join(folder, 'stopped-'))
  const file = join(own, 'backup')
  await backUp(embedded.store.db, file)
  const before = await readFile(file)
  const stopping = new AbortController()
  const stopped = backUp(embedded.store.db, file, () => stopping.abort(new Error('told to stop')), stopping.signal)
  await expect(stopped).rejects.toThrow('told to stop')
  expect(await readdir(own)).toEqual(['backup'])
  expect(await readFile(file)).toEqual(before)
})

test('a backup with one byte changed is refused, wherever the byte is', async () => {
  await acceptHistory(embedded.store, randomHistory(3, 3))
  const file = join(folder, 'changed')
  await backUp(embedded.store.db, file)
  const whole = await readFile(file)
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 1
    await writeFile(file, changed)
    await expect(restore(server.store, file), `byte ${at}`).rejects.toThrow(/damaged|cut off/)
  }
  expect(await newestVersion(server.store.db)).toBe(0)
})

test.each(['json', 'yaml'] as const)(
  'the seed exported as %s, imported and exported again is the same bytes',
  async (form: DossierForm) => {
    const by = { author: 'test', message: 'whole', at: AT }
    await accept(embedded.store, await readSeed('seed'), by)
    const text = writeDossier((await listAllBodies(embedded.store.db, 1)) as AnyRecord[], form)
    const { records, faults } = readDossier(`seed.${form}`, text)
    expect(faults).toEqual([])
    await accept(server.store, records.toReversed(), by)
    expect(writeDossier((await listAllBodies(server.store.db, 1)) as AnyRecord[], form)).toBe(text)
  },
)
