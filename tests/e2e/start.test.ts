/** The program as a process: killed while it starts, started twice, started over a broken seed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, inject, test } from 'vitest'
import { freePort } from '../support/free-port.ts'

const folders: string[] = []
const processes: ChildProcess[] = []
afterEach(async () => {
  for (const process of processes.splice(0)) {
    if (process.exitCode === null && process.signalCode === null) {
      const ended = once(process, 'exit')
      process.kill('SIGKILL')
      await ended
    }
  }
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'threatline-start-'))
  folders.push(folder)
  return join(folder, 'data')
}

interface Started {
  process: ChildProcess
  url: string
  /** Waits for a line that the program prints; null if it ends without it. */
  line(pattern: RegExp): Promise<string | null>
}

async function start(dataDir: string, port?: number): Promise<Started> {
  const on = port ?? (await freePort())
  const child = spawn(process.execPath, [resolve('api/start.mjs')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(on),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  processes.push(child)
  const printed: string[] = []
  const waiting: { pattern: RegExp; done: (line: string | null) => void }[] = []
  const take = (line: string) => {
    printed.push(line)
    for (const wait of waiting) if (wait.pattern.test(line)) wait.done(line)
  }
  createInterface(child.stdout).on('line', take)
  createInterface(child.stderr).on('line', take)
  const ended = once(child, 'close').then(() => null)
  return {
    process: child,
    url: `http://127.0.0.1:${on}`,
    line: (pattern) => {
      const already = printed.find((line) => pattern.test(line))
      if (already !== undefined) return Promise.resolve(already)
      return Promise.race([new Promise<string | null>((done) => waiting.push({ pattern, done })), ended])
    },
  }
}

const wholeRecord = async (url: string) => {
  const lists = ['measures', 'communications', 'events', 'sources', 'families', 'versions']
  const texts = await Promise.all(lists.map(async (list) => (await fetch(`${url}/api/${list}?limit=200`)).json()))
  // When it was loaded, and digests over salts, which are chance, differ between two stores of one record.
  return texts.map((text) => JSON.stringify(text).replace(/"(at|digest)":"[^"]*"/g, ''))
}

/** Moments of the first start at which it is killed: by the line last printed. */
const MOMENTS = [/Store brought up to date/, /Loading the record/, /Version 1/, /Threatline is at/]

test('killed at any moment of its first start, the program starts again with the same whole record', async () => {
  const reference = await wholeRecord(inject('serverUrl'))
  const dataDir = await newFolder()
  for (const moment of MOMENTS) {
    const run = await start(dataDir)
    await Promise.race([run.line(moment), run.line(/Threatline is at/)])
    const ended = once(run.process, 'exit')
    run.process.kill('SIGKILL')
    await ended
  }
  const last = await start(dataDir)
  expect(await last.line(/Threatline is at/)).not.toBeNull()
  expect(await wholeRecord(last.url)).toEqual(reference)
}, 120_000)

test('a second program on the same directory says in one line who holds it, and ends', async () => {
  const dataDir = await newFolder()
  const first = await start(dataDir)
  await first.line(/Threatline is at/)
  const second = await start(dataDir)
  const said = await second.line(/is held by/)
  expect(said).toContain(`process ${first.process.pid}`)
  expect(said).toContain(first.url)
  if (second.process.exitCode === null) await once(second.process, 'exit')
  expect(second.process.exitCode).toBe(1)
  expect((await fetch(`${first.url}/api/measures`)).status).toBe(200)
}, 120_000)

test('a port that is taken is named, with what to do, before anything is made', async () => {
  const first = await start(await newFolder())
  await first.line(/Threatline is at/)
  const port = Number(new URL(first.url).port)
  const dataDir = await newFolder()
  const second = await start(dataDir, port)
  expect(await second.line(/is in use/)).toContain(`Port ${port}`)
  expect(existsSync(dataDir)).toBe(false)
}, 120_000)

test('until the record is loaded, who asks is told so and when to ask again', async () => {
  const run = await start(await newFolder())
  const accept = { headers: { accept: 'text/html' } }
  let early: Response | undefined
  while (!early) early = await fetch(run.url, accept).catch(() => undefined)
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await early.text()).toContain('is loading the record')
  const asProgram = await fetch(`${run.url}/api/measures`)
  expect([asProgram.status, asProgram.headers.get('content-type')]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
  ])
  expect(await asProgram.json()).toMatchObject({ type: '/problems/starting', instance: '/api/measures' })
  await run.line(/Threatline is at/)
  expect((await fetch(run.url, accept)).status).toBe(200)
}, 120_000)

test('told to stop while it loads, the program closes the store in order and ends, and the next start goes on from there', async () => {
  const dataDir = await newFolder()
  for (const moment of [/Store brought up to date/, /Loading the record/, /Version 1/]) {
    const run = await start(dataDir)
    await Promise.race([run.line(moment), run.line(/Threatline is at/)])
    const ended = once(run.process, 'exit')
    run.process.kill('SIGTERM')
    expect(await ended, String(moment)).toEqual([0, null])
    expect(existsSync(join(dataDir, 'stopped-in-order.json')), String(moment)).toBe(true)
  }
  const last = await start(dataDir)
  expect(await last.line(/Threatline is at/)).not.toBeNull()
  expect(await wholeRecord(last.url)).toEqual(await wholeRecord(inject('serverUrl')))
}, 120_000)

test('a data directory that cannot be one is named in one line, with what to set', async () => {
  const file = await newFolder()
  await writeFile(file, '')
  const run = await start(file)
  expect(await run.line(/DATA_DIR/)).toBe(
    `DATA_DIR is ${file}, which cannot hold the data: it is a file. Set DATA_DIR to a directory that this account may write to.`,
  )
  if (run.process.exitCode === null) await once(run.process, 'exit')
  expect(run.process.exitCode).toBe(1)
}, 120_000)
