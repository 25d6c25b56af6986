import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Entry, Journal, JournalDamaged, readEntries } from '../../db/journal.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threatline-journal-'))
  path = join(folder, 'journal')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const version = (number: number, records = 3): Entry => ({
  is: 'version',
  number,
  at: '2026-11-24T00:00:00.000Z',
  author: 'editor',
  message: 'о клевете\n🗳',
  rulesEdition: 1,
  records: Array.from({ length: records }, (_, i) => ({
    salt: `salt-${i}`,
    body: { record: 'measure', slug: `bill-${number}-${i}`, summary: 'Wording. '.repeat(40) },
  })),
  retracted: [],
  digest: `digest-${number}`,
})

async function read(): Promise<{ entries: Entry[]; end: number }> {
  const entries: Entry[] = []
  let end = 0
  for await (const found of readEntries(path)) {
    entries.push(found.entry)
    end = found.end
  }
  return { entries, end }
}

async function write(...entries: Entry[]): Promise<number[]> {
  const { end } = await read()
  const journal = await Journal.open(path, end)
  const ends: number[] = []
  for (const entry of entries) {
    await journal.append(entry)
    ends.push(journal.bytes)
  }
  await journal.close()
  return ends
}

test('what was written is read again', async () => {
  await write(version(1), version(2, 0))
  await write(version(3))
  expect((await read()).entries).toEqual([version(1), version(2, 0), version(3)])
})

test('an entry far larger than what is read at once is read as it was written', async () => {
  const proposal: Entry = {
    is: 'proposal',
    id: 'large',
    at: '2026-11-24T00:00:00.000Z',
    author: 'contributor',
    message: 'о клевете',
    baseVersion: 1,
    // Signs of two bytes, so that one of them stands across the end of a piece.
    records: Array.from({ length: 40 }, (_, i) => ({ slug: `bill-${i}`, summary: `${i}${'щ'.repeat(50_001)}` })),
    retract: [],
  }
  const ends = await write(version(1), proposal, version(2))
  expect(await read()).toEqual({ entries: [version(1), proposal, version(2)], end: ends.at(-1) })
})

test('cut at any byte of its last entry, the journal ends at the entry before, and can be written on', async () => {
  const [, second = 0, third = 0] = await write(version(1), version(2), version(3))
  const whole = await readFile(path)
  for (let size = second; size < third; size += 7) {
    await writeFile(path, whole.subarray(0, size))
    expect(await read()).toEqual({ entries: [version(1), version(2)], end: second })
  }
  // The cut that leaves the whole text and takes the newline alone.
  await writeFile(path, whole.subarray(0, third - 1))
  await write(version(3), version(4))
  expect((await read()).entries).toEqual([version(1), version(2), version(3), version(4)])
})

test('of a torn write any part may be missing, and what came before stands', async () => {
  const [, second = 0, third = 0] = await write(version(1), version(2), version(3))
  const whole = await readFile(path)
  for (let from = second; from < third; from += 101) {
    const torn = Buffer.from(whole)
    torn.fill(0, from, Math.min(from + 60, third))
    await writeFile(path, torn)
    expect((await read()).entries).toEqual([version(1), version(2)])
  }
})

test('a wrong byte before the last entry is damage, and is told with its place', async () => {
  const [first = 0, second = 0] = await write(version(1), version(2), version(3))
  const whole = await readFile(path)
  for (let at = first; at < second; at += 97) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 2
    await writeFile(path, damaged)
    await expect(read(), `byte ${at}`).rejects.toThrow(JournalDamaged)
  }
})

test('an entry that is taken back is gone, and the next follows the one before', async () => {
  const journal = await Journal.open(path, 0)
  await journal.append(version(1))
  const takeBack = await journal.append(version(2))
  await takeBack()
  await journal.append({ ...version(2), message: 'another' } as Entry)
  await journal.close()
  expect((await read()).entries).toEqual([version(1), { ...version(2), message: 'another' }])
})

test('work is done one piece after the other, and a failure does not hold up the next', async () => {
  const journal = await Journal.open(path, 0)
  const order: string[] = []
  let go = () => {}
  const held = new Promise<void>((done) => {
    go = done
  })
  const slow = journal.exclusively(async () => {
    await held
    order.push('slow')
    throw new Error('not this one')
  })
  const fast = journal.exclusively(async () => void order.push('fast'))
  go()
  await expect(slow).rejects.toThrow('not this one')
  await fast
  expect(order).toEqual(['slow', 'fast'])
  await journal.close()
})

test('a file that somebody else made longer is cut to what is known', async () => {
  await write(version(1))
  await appendFile(path, 'rubbish without an end')
  await write(version(2))
  expect((await read()).entries).toEqual([version(1), version(2)])
  await truncate(path, 0)
  expect((await read()).entries).toEqual([])
})
