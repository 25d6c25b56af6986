/** Another site, on an origin of its own, whose pages hold our embeds. */
import { createServer } from 'node:http'
import { listen } from '../../api/listen.ts'

export interface HostSite {
  url: string
  close(): Promise<void>
}

/** `pages` by path: a body, and headers of that page if any. */
export async function startHost(
  pages: Readonly<Record<string, { body: string; headers?: Record<string, string> }>>,
): Promise<HostSite> {
  const server = createServer((req, res) => {
    const page = pages[req.url ?? '']
    res.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers })
    res.end(page ? `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${page.body}` : '')
  })
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  return {
    url,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
