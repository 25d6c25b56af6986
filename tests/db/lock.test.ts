import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DirectoryHeld, DirectoryUnusable, ensureDirectory, lockDirectory } from '../../db/lock.ts'

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

test('another way to the directory leads to the same lock, though the path is too long for a socket', async () => {
  const long = join(folder, 'x'.repeat(120))
  await ensureDirectory(long)
  await symlink(long, join(folder, 'short'))
  const lock = await lockDirectory(long)
  await expect(lockDirectory(join(folder, 'short'))).rejects.toThrow(DirectoryHeld)
  await lock.release()
})

test('a directory is made where there is none; what cannot be one is named, with the setting and what to set', async () => {
  await ensureDirectory(join(folder, 'a', 'b'))
  expect((await stat(join(folder, 'a', 'b'))).isDirectory()).toBe(true)
  const file = join(folder, 'file')
  await writeFile(file, '')
  for (const [path, why] of [
    [file, 'it is a file'],
    [join(file, 'data'), 'a part of its path is a file'],
  ] as const) {
    const refusal = await ensureDirectory(path).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DirectoryUnusable)
    expect((refusal as Error).message).toBe(
      `DATA_DIR is ${path}, which cannot hold the data: ${why}. Set DATA_DIR to a directory that this account may write to.`,
    )
  }
})

test.runIf(process.platform === 'linux')(
  'where the system lets nobody make a directory, the program ends with a sentence and does not try for ever',
  async () => {
    for (const path of ['/proc/xx', '/proc/xx/data'])
      await expect(ensureDirectory(path)).rejects.toThrow(
        `DATA_DIR is ${path}, which cannot hold the data: no directory can be made there. Set DATA_DIR`,
      )
  },
)

test('many who make the same directory at once all find it made', async () => {
  const path = join(folder, 'a', 'b', 'c')
  await Promise.all(Array.from({ length: 8 }, () => ensureDirectory(path)))
  expect((await stat(path)).isDirectory()).toBe(true)
})

const NOBODY = 65534

test.runIf(process.platform !== 'win32')('a directory that this account may not write to is named too', async () => {
  await chmod(folder, 0o500)
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(NOBODY)
  try {
    const refused = expect(ensureDirectory(join(folder, 'data'))).rejects
    await refused.toThrow('this account may not write there. Set DATA_DIR')
  } finally {
    if (isRoot) process.seteuid?.(0)
    await chmod(folder, 0o700)
  }
})
