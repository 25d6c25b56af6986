/** The public server: its limits, where it listens, and how it stops without cutting anybody off. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { limit, SERVER_OPTIONS } from './limits.ts'

export interface Place {
  host: string
  port: number
}

/** How long requests that are under way are waited for at a stop, in milliseconds. */
const DRAIN_MS = 5000

const connectionsOf = new WeakMap<Server, Set<Socket>>()

export function createPublicServer(handle: RequestListener, options = SERVER_OPTIONS): Server {
  const server = createServer(options, handle)
  limit(server)
  const connections = new Set<Socket>()
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  connectionsOf.set(server, connections)
  return server
}

/** Begins to listen; gives the address to open. */
export function listen(server: Server, { host, port }: Place): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      const address = server.address()
      const bound = address && typeof address === 'object' ? address.port : port
      done(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
    })
  })
}

/** Takes no new connections, lets the answers that are under way go out, and closes each connection once it is idle. */
export async function drain(server: Server, longestMs = DRAIN_MS): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  // Node counts a connection that has not said anything yet as busy.
  for (const socket of connectionsOf.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy()
  const cut = setTimeout(() => server.closeAllConnections(), longestMs)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
