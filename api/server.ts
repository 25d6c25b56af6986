/**
 * The server: acts on import. Settings come from the environment (config.ts). It listens before it loads the record, so that a port
 * that is taken is told at once, and says "not ready" until the record is there.
 */
import type { RequestListener, Server } from 'node:http'
import { type Config, projectRoot, readConfig } from './config.ts'
import { sentenceOf } from './failure.ts'
import { createPublicServer, drain, listen, type Place } from './listen.ts'
import { openThreatline, type Threatline } from './open.ts'
import { notReady } from './starting.ts'
import { createWatchedServer } from './watched.ts'

const say = (line: string) => console.log(line)

function fail(line: string): never {
  console.error(line)
  process.exit(1)
}

/** Ends the process with what to do; throws what is a fault of the program. */
function failWith(error: unknown): never {
  const sentence = sentenceOf(error)
  if (sentence === null) throw error
  fail(sentence)
}

function settings(): Config {
  try {
    return readConfig(projectRoot(import.meta.dirname))
  } catch (error) {
    failWith(error)
  }
}

/** Listens, or ends the process with what to do. */
async function listenOrFail(server: Server, variable: string, { host, port }: Place): Promise<string> {
  try {
    return await listen(server, { host, port })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    fail(
      code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is in use. Stop what uses it, or set ${variable} to another port.`
        : `The server cannot listen on ${host}:${port}: ${message}`,
    )
  }
}

const config = settings()
let handle: RequestListener = notReady
let threatline: Threatline | null = null

const server = createPublicServer((req, res) => handle(req, res))
const watch = createWatchedServer(() => threatline?.watched ?? null)
const url = await listenOrFail(server, 'PORT', config)
if (config.watched) say(`Health and metrics are at ${await listenOrFail(watch, 'PRIVATE_PORT', config.watched)}`)

const stopping = new AbortController()

/** Lets go of everything in order, and ends the process. */
async function stop(): Promise<never> {
  if (threatline) threatline.watched.isStopping = true
  await drain(server)
  watch.close()
  watch.closeAllConnections()
  await threatline?.close()
  process.exit(0)
}

/** Null if a stop came first; nothing is open then. */
async function openUnlessStopped(): Promise<Threatline | null> {
  try {
    return await openThreatline(config, say, undefined, stopping.signal)
  } catch (error) {
    if (error === stopping.signal.reason) return null
    failWith(error)
  }
}

// From here on there is a store to close. While the record is being loaded a stop waits until loading can be left; a second signal
// of the same kind ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stopping.abort()
    if (threatline) stop()
    else say('Threatline will stop as soon as loading can be left.')
  })

const opened = await openUnlessStopped()
threatline = opened
if (opened === null || stopping.signal.aborted) await stop()
else {
  handle = opened.handle
  opened.store.announce(`serving ${url}`)
  say(`Threatline is at ${url}`)
}
