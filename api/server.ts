/** The server: acts on import. Settings come from the environment (config.ts). */
import type { Server } from 'node:http'
import { DirectoryHeld } from '../db/lock.ts'
import { SeedRefused } from '../seed/load.ts'
import { type Config, ConfigError, projectRoot, readConfig } from './config.ts'
import { createPublicServer, drain, listen, type Place } from './listen.ts'
import { openThreatline, type Threatline } from './open.ts'
import { createWatchedServer } from './watched.ts'

const say = (line: string) => console.log(line)

function fail(line: string): never {
  console.error(line)
  process.exit(1)
}

async function open(): Promise<{ threatline: Threatline; config: Config }> {
  try {
    const config = readConfig(projectRoot(import.meta.dirname))
    return { threatline: await openThreatline(config, say), config }
  } catch (error) {
    if (error instanceof DirectoryHeld || error instanceof SeedRefused || error instanceof ConfigError)
      fail(error.message)
    throw error
  }
}

const { threatline, config } = await open()

/** Listens, or ends the process with what to do. */
async function listenOrFail(server: Server, variable: string, { host, port }: Place): Promise<string> {
  try {
    return await listen(server, { host, port })
  } catch (error) {
    await threatline.close()
    const { code, message } = error as NodeJS.ErrnoException
    fail(
      code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is in use. Stop what uses it, or set ${variable} to another port.`
        : `The server cannot listen on ${host}:${port}: ${message}`,
    )
  }
}

const server = createPublicServer(threatline.handle)
const watch = createWatchedServer(threatline.watched)
const url = await listenOrFail(server, 'PORT', config)
if (config.watched) say(`Health and metrics are at ${await listenOrFail(watch, 'PRIVATE_PORT', config.watched)}`)
threatline.store.announce(`serving ${url}`)
say(`Threatline is at ${url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    threatline.watched.isStopping = true
    await drain(server)
    watch.close()
    watch.closeAllConnections()
    await threatline.close()
    process.exit(0)
  })
