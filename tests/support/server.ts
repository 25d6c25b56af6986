/** The whole program as a visitor's machine runs it: `api/start.mjs` in a process, with a data folder of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

export interface RunningServer {
  /** Its address, without a slash at the end. */
  url: string
  pid: number
  /** Gives the exit code; null if a signal ended it. */
  stop(): Promise<number | null>
}

/** A first start builds, opens a new store and loads the seed. */
const START_MS = 180_000
const STOP_MS = 10_000

/** Starts the program and waits until it answers. Throws with what it printed if it ends or does not answer in time. */
export async function startServer(
  env: Record<string, string> = {},
  { askEveryMs = 100 }: { askEveryMs?: number } = {},
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'threatline-server-'))
  const port = await freePort()
  const { DATABASE_URL: _, ...inherited } = process.env
  const server = spawn(process.execPath, [fileURLToPath(new URL('../../api/start.mjs', import.meta.url))], {
    env: {
      ...inherited,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text: Buffer) => {
      printed = (printed + text).slice(-8000)
    })
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null
  const endWithUs = () => server.kill('SIGKILL')
  process.once('exit', endWithUs)

  async function stop(): Promise<number | null> {
    process.off('exit', endWithUs)
    if (!hasEnded()) {
      const ended = new Promise((done) => server.once('exit', done))
      server.kill('SIGTERM')
      const inTime = await Promise.race([ended.then(() => true), pause(STOP_MS, false, { ref: false })])
      if (!inTime) server.kill('SIGKILL')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
    return server.exitCode
  }

  const url = `http://127.0.0.1:${port}`
  const giveUp = Date.now() + START_MS
  while (!(await isUp(url))) {
    if (hasEnded() || Date.now() > giveUp) {
      await stop()
      throw new Error(`The server did not start. It printed:\n${printed}`)
    }
    await pause(askEveryMs)
  }
  return { url, pid: server.pid ?? 0, stop }
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
