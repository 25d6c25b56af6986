/**
 * One process at a time on a data directory: two on one embedded store corrupt it. The lock is a local socket that the
 * holder listens on, so the kernel drops it when the process dies, however it dies; who comes second asks it who holds.
 */
import { createHash, randomUUID } from 'node:crypto'
import { access, constants, mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export class DirectoryHeld extends Error {
  override name = 'DirectoryHeld'
}

/** The directory cannot be made or written; the message names the setting and what to set. */
export class DirectoryUnusable extends Error {
  override name = 'DirectoryUnusable'
}

const UNUSABLE: Readonly<Record<string, string>> = {
  EEXIST: 'it is a file',
  ENOENT: 'no directory can be made there',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'it is on a disk that can only be read',
}

/**
 * The directory with those above it. Node's own `recursive` asks without end where the system says that there is nothing above
 * what is there, as in /proc.
 */
async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (await isDirectory(path)) return
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
    await makeDirectory(dirname(path))
    // A second ENOENT is the answer; another process may have been faster.
    await mkdir(path).catch(async (again: unknown) => {
      if (!(await isDirectory(path))) throw again
    })
  }
}

const isDirectory = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** Makes the directory where there is none. Throws DirectoryUnusable. */
export async function ensureDirectory(dataDir: string): Promise<void> {
  try {
    await makeDirectory(resolve(dataDir))
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = UNUSABLE[(error as NodeJS.ErrnoException).code ?? '']
    if (!why) throw error
    throw new DirectoryUnusable(
      `DATA_DIR is ${dataDir}, which cannot hold the data: ${why}. Set DATA_DIR to a directory that this account may write to.`,
    )
  }
}

export interface DirectoryLock {
  announce(holder: string): void
  release(): Promise<void>
}

/** Longest path of a local socket that every system accepts, in bytes. */
const LONGEST_SOCKET_PATH = 100

/** By the directory's own path, so that no other way to it leads past the lock. */
async function socketPath(dataDir: string): Promise<string> {
  const full = await realpath(dataDir).catch(() => resolve(dataDir))
  const name = createHash('sha256').update(full).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\threatline-${name}`
  const beside = join(full, 'lock')
  return Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH ? beside : join(tmpdir(), `threatline-${name}.lock`)
}

/** What the holder of the socket says; null if nobody listens. */
function ask(path: string): Promise<string | null> {
  return new Promise((done) => {
    let said = ''
    const socket = connect(path)
    socket.setEncoding('utf8')
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (text) => {
      said += text
    })
    socket.on('error', () => done(null))
    socket.on('close', () => done(said || 'another process'))
  })
}

function listen(server: Server, path: string): Promise<'listening' | 'taken'> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done('taken') : fail(error)))
    server.listen(path, () => done('listening'))
  })
}

/** Clears a socket file that nobody listens on any more, unless somebody has taken the place in the meantime. */
async function clearStale(path: string, inode: number): Promise<void> {
  const aside = `${path}.${randomUUID().slice(0, 8)}`
  try {
    await rename(path, aside)
    if ((await stat(aside)).ino === inode) await rm(aside)
    else await rename(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Takes the directory for the life of this process, or throws DirectoryHeld with one line that says who has it. */
export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  const path = await socketPath(dataDir)
  let holder = `process ${process.pid}`
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end(holder)
    })
    if ((await listen(server, path)) === 'listening') {
      server.unref()
      return {
        announce: (text) => {
          holder = `process ${process.pid}, ${text}`
        },
        release: () => new Promise((done) => server.close(() => done())),
      }
    }
    const inode =
      process.platform === 'win32'
        ? 0
        : await stat(path).then(
            (found) => found.ino,
            () => 0,
          )
    const said = await ask(path)
    if (said !== null)
      throw new DirectoryHeld(
        `The data directory ${dataDir} is held by ${said}. Stop that process first, or set DATA_DIR to another directory.`,
      )
    await clearStale(path, inode)
  }
  throw new DirectoryHeld(
    `The data directory ${dataDir} could not be taken: other processes keep taking it. Try again.`,
  )
}
