/** The server: acts on import. Settings come from the environment (config.ts). */
import { createServer } from 'node:http'
import { DirectoryHeld } from '../db/lock.ts'
import { SeedRefused } from '../seed/load.ts'
import { ConfigError, projectRoot, readConfig } from './config.ts'
import { openThreatline, type Threatline } from './open.ts'

const say = (line: string) => console.log(line)

function fail(line: string): never {
  console.error(line)
  process.exit(1)
}

async function open(): Promise<{ threatline: Threatline; host: string; port: number }> {
  try {
    const config = readConfig(projectRoot(import.meta.dirname))
    return { threatline: await openThreatline(config, say), host: config.host, port: config.port }
  } catch (error) {
    if (error instanceof DirectoryHeld || error instanceof SeedRefused || error instanceof ConfigError)
      fail(error.message)
    throw error
  }
}

const { threatline, host, port } = await open()
const server = createServer(threatline.app)
server.on('error', async (error: NodeJS.ErrnoException) => {
  await threatline.close()
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another port.`
      : `The server cannot listen on ${host}:${port}: ${error.message}`,
  )
})
server.listen(port, host, () => {
  const address = server.address()
  const bound = address && typeof address === 'object' ? address.port : port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  threatline.store.announce(`serving ${url}`)
  say(`Threatline is at ${url}`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close(() => threatline.close().then(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => process.exit(1), 5000).unref()
  })
