/** A site of other people on this machine, whose answers a test chooses, and what it was asked. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StrangeSite {
  port: number
  /** Every request in order: "HEAD news.example /a". */
  asked: string[]
  /** The most requests that were open at the same time, by host. */
  most: Map<string, number>
  close(): Promise<void>
}

export const hostOf = ({ headers }: IncomingMessage): string => (headers.host ?? '').replace(/:\d+$/, '')

/** Listens on this machine alone; the names that lead to it are the test's to resolve. */
export async function strangeSite(answer: RequestListener): Promise<StrangeSite> {
  const asked: string[] = []
  const open = new Map<string, number>()
  const most = new Map<string, number>()
  const server = createServer((req, res) => {
    const host = hostOf(req)
    asked.push(`${req.method} ${host} ${req.url}`)
    const now = (open.get(host) ?? 0) + 1
    open.set(host, now)
    most.set(host, Math.max(most.get(host) ?? 0, now))
    res.on('close', () => open.set(host, (open.get(host) ?? 1) - 1))
    answer(req, res)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    most,
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}
