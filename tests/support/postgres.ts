/** A real PostgreSQL for the tests: a server of its own in a temporary folder, on this machine only, gone afterwards. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { installFromDebian, isRoot } from './debian.ts'
import { freePort } from './free-port.ts'

export interface PostgresServer {
  /** Address of its maintenance database. */
  url: string
  /** Stops it, with all its sessions, and gives the way to start it again at the same address. */
  interrupt(): Promise<() => Promise<void>>
  stop(): Promise<void>
}

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

const FOLDER = 'threatline-postgres-'
const OWNER = 'owner.pid'
const SUPERUSER = 'threatline'
const START_MS = 30_000
const STOP_MS = 10_000

/** A test server has nothing to lose: it need not survive a power cut, and shares the machine with the tests. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '50',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
}

/**
 * The server of the variable TEST_DATABASE_URL, or a new one of the newest PostgreSQL on this machine, installed where
 * possible. Throws if there is none and none can be had, or if it does not start.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given)
    return {
      url: given,
      interrupt: () => Promise.reject(new Error('The server of TEST_DATABASE_URL is not ours to stop.')),
      stop: async () => {},
    }
  const programs = postgresPrograms()
  await sweepLeftovers()

  const folder = mkdtempSync(join(tmpdir(), FOLDER))
  const data = join(folder, 'data')
  writeFileSync(join(folder, OWNER), String(process.pid))
  // PostgreSQL refuses to run as root, so it runs as somebody who owns nothing but this folder.
  const owner = isRoot() ? unprivilegedUser() : undefined
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const as = { ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', HOME: folder } }

  try {
    const letters = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'
    const cluster = ['--encoding=UTF8', '--locale=C', `--lc-ctype=${letters}`, '--auth=trust', '--no-sync']
    execFileSync(join(programs, 'initdb'), ['-D', data, '-U', SUPERUSER, ...cluster], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const port = await freePort()
    const settings = { ...SETTINGS, listen_addresses: '127.0.0.1', port, unix_socket_directories: folder }
    const url = `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`
    const launch = async () => {
      const launched = spawn(
        join(programs, 'postgres'),
        ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
      )
      await untilReady(launched, url)
      return launched
    }
    let server = await launch()
    const endWithUs = () => server.kill('SIGINT')
    process.once('exit', endWithUs)
    return {
      url,
      async interrupt() {
        await stopServer(server)
        return async () => {
          server = await launch()
        }
      },
      async stop() {
        process.off('exit', endWithUs)
        await stopServer(server)
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Makes a database on a server, as a copy of `template` if one is named. The caller drops it. */
export async function createDatabase(url: string, { template }: { template?: string } = {}): Promise<TestDatabase> {
  const name = `threatline_test_${randomUUID().replaceAll('-', '')}`
  const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : ''
  for (let attempt = 1; ; attempt++) {
    try {
      await execute(url, `CREATE DATABASE ${name}${copy}`)
      break
    } catch (error) {
      // A template cannot be copied while somebody's connection to it is still closing.
      if (!(error instanceof pg.DatabaseError && error.code === OBJECT_IN_USE) || attempt === 20) throw error
      await pause(100)
    }
  }
  const address = new URL(url)
  address.pathname = `/${name}`
  return { url: address.href, drop: () => execute(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

/** SQLSTATE of PostgreSQL's error object_in_use. */
const OBJECT_IN_USE = '55006'

/** Folder of the newest PostgreSQL's programs, installed where possible. Throws if there is none and none can be had. */
export function postgresPrograms(): string {
  const folder = findPrograms() ?? (installFromDebian('postgresql', { bare: true }) ? findPrograms() : undefined)
  if (!folder)
    throw new Error(
      'The tests need PostgreSQL 15 or newer. Install it, or give the address of a server for tests in the variable TEST_DATABASE_URL.',
    )
  return folder
}

function findPrograms(): string | undefined {
  const folders = [
    ...versionsIn('/usr/lib/postgresql', /^(\d+)$/),
    ...versionsIn('/opt/homebrew/opt', /^postgresql@(\d+)$/),
    ...versionsIn('/usr/local/opt', /^postgresql@(\d+)$/),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
}

/** The `bin` folders of the versions installed side by side in a folder, newest first. */
function versionsIn(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => ({ name, version: Number(pattern.exec(name)?.[1]) }))
    .filter(({ version }) => version)
    .sort((a, b) => b.version - a.version)
    .map(({ name }) => join(folder, name, 'bin'))
}

function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user)
    throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let said = ''
  server.stderr?.on('data', (text: Buffer) => {
    said = (said + text).slice(-4000)
  })
  server.once('error', (error) => {
    said += error.message
  })
  const giveUp = Date.now() + START_MS
  for (;;) {
    try {
      return await execute(url, 'SELECT 1')
    } catch (error) {
      const ended = server.exitCode !== null || server.signalCode !== null || server.pid === undefined
      if (ended || Date.now() > giveUp) {
        await stopServer(server)
        throw new Error(
          `The tests' PostgreSQL did not start (${error instanceof Error ? error.message : error}). It said:\n${said}`,
        )
      }
      await pause(50)
    }
  }
}

/** Stops a server at once but in order (SIGINT ends its sessions); one that does not heed that is stopped hard. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGINT')
  const inTime = await Promise.race([ended.then(() => true), pause(STOP_MS, false, { ref: false })])
  if (!inTime) server.kill('SIGQUIT')
  await ended
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Ends the servers and removes the folders of test runs that were killed. Runs that are still going on are left alone. */
async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER))) {
    const folder = join(tmpdir(), name)
    try {
      const owner = join(folder, OWNER)
      if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue
      await endServerIn(folder)
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another run sweeps too, or the folder belongs to another user: it is not ours to remove.
    }
  }
}

/** Ends the server whose data folder this is. That it answers on the socket in there shows that the number is still its own. */
async function endServerIn(folder: string): Promise<void> {
  const pidFile = join(folder, 'data', 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const [pid, data, , port] = readFileSync(pidFile, 'utf8').split('\n')
  if (!pid || dirname(data ?? '') !== folder || !(await answers(join(folder, `.s.PGSQL.${port}`)))) return
  process.kill(Number(pid), 'SIGQUIT')
  for (let waited = 0; isAlive(Number(pid)) && waited < STOP_MS; waited += 50) await pause(50)
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(socketPath)
    socket.once('connect', () => socket.destroy(void done(true)))
    socket.once('error', () => done(false))
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: alive, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
