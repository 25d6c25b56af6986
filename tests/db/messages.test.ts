/** The queue of what visitors ask: what waits, what is done, and that neither is lost. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../../db/connect.ts'
import { listMessages, markDone, NotWaiting, saveMessage } from '../../db/messages.ts'
import { describeOnBothStores, empty } from '../support/stores.ts'

const ask = (store: Store, says: string) =>
  saveMessage(store, { on: '2026-11-24', wish: 'correct', about: '/measures/a', says })
const done = { on: '2026-11-25', by: 'Asel' }

describeOnBothStores('Messages', (store) => {
  beforeEach(() => empty(store()))

  test('a message waits until somebody is done with it, and then stays with the day and who it was', async () => {
    const [first, second] = [await ask(store(), 'The date is wrong.'), await ask(store(), 'So is the title.')]
    await markDone(store(), { id: first, ...done })
    expect((await listMessages(store().db, 'open')).map(({ id }) => id)).toEqual([second])
    const all = await listMessages(store().db, 'all')
    expect(all.find(({ id }) => id === first)).toMatchObject({ done_on: done.on, done_by: done.by })
    expect(all.find(({ id }) => id === second)).toMatchObject({ done_on: null, done_by: null })
  })

  test('nobody is done with a message twice, or with one that is not there', async () => {
    const id = await ask(store(), 'The date is wrong.')
    await markDone(store(), { id, ...done })
    await expect(markDone(store(), { id, ...done })).rejects.toThrow(NotWaiting)
    const other = markDone(store(), { id, on: '2026-11-26', by: 'Bakyt' })
    await expect(other).rejects.toThrow(`Message ${id} was done already, by Asel on 2026-11-25.`)
    await expect(markDone(store(), { id: 'nothing', ...done })).rejects.toThrow('There is no message nothing.')
    expect(await listMessages(store().db, 'all')).toMatchObject([{ id, done_by: 'Asel' }])
  })
})

test('messages, and that they are done, come back from the journal', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'threatline-messages-'))
  try {
    const store = await openStore({ dataDir })
    await markDone(store, { id: await ask(store, 'The date is wrong.'), ...done })
    await ask(store, 'So is the title.')
    const before = await listMessages(store.db, 'all')
    await store.close()
    await rm(join(dataDir, 'store'), { recursive: true })
    const again = await openStore({ dataDir })
    expect(await listMessages(again.db, 'all')).toEqual(before)
    await again.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 60_000)
