import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DirectoryHeld, lockDirectory } from '../../db/lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threatline-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('whoever comes second is told in one line who holds the directory', async () => {
  const lock = await lockDirectory(folder)
  lock.announce('serving http://127.0.0.1:8080')
  const refusal = await lockDirectory(folder).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DirectoryHeld)
  expect((refusal as DirectoryHeld).message).toBe(
    `The data directory ${folder} is held by process ${process.pid}, serving http://127.0.0.1:8080. Stop that process first, or set DATA_DIR to another directory.`,
  )
  await lock.release()
})

test('a directory that was let go can be taken again', async () => {
  const lock = await lockDirectory(folder)
  await lock.release()
  const again = await lockDirectory(folder)
  await again.release()
})

test('of many who come at once exactly one gets the directory', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(folder)))
  const got = tries.filter((outcome) => outcome.status === 'fulfilled')
  expect(got).toHaveLength(1)
  await got[0]?.value.release()
})

test('a holder that was killed leaves nothing that stands in the way', async () => {
  const holder = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen(${JSON.stringify(join(folder, 'lock'))}, () => console.log('held'))`,
  ])
  await once(holder.stdout, 'data')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = await lockDirectory(folder)
  await lock.release()
})

test('a path too long for a socket is locked all the same', async () => {
  const long = join(folder, 'x'.repeat(120))
  const lock = await lockDirectory(long)
  await expect(lockDirectory(long)).rejects.toThrow(DirectoryHeld)
  await lock.release()
})
