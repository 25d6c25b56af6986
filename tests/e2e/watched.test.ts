/** The program as an operator watches it: health and metrics on a port of their own, and an orderly stop. */
import { expect, test } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { startServer } from '../support/server.ts'

test('the program is ready on its private port, counts hits there, and stops in order when it is told', async () => {
  const port = await freePort()
  const server = await startServer({ PRIVATE_PORT: String(port) })
  const watched = `http://127.0.0.1:${port}`
  const statusOf = async (path: string) => (await fetch(watched + path)).status
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 200])
  const asBrotli = { headers: { 'accept-encoding': 'br' } }
  for (let i = 0; i < 3; i++)
    expect((await fetch(`${server.url}/api/rights`, asBrotli)).headers.get('content-encoding')).toBe('br')
  const metrics = await (await fetch(`${watched}/metrics`)).text()
  expect(metrics).toContain('threatline_requests_total{route="/api/rights",status="200",by="cache"} 3')
  const script = /src="(\/assets\/[^"]+)"/.exec(await (await fetch(server.url)).text())?.[1]
  for (let i = 0; i < 2; i++) {
    const asset = await fetch(server.url + script, asBrotli)
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(asset.headers.get('content-encoding')).toBe('br')
  }
  expect(await server.stop()).toBe(0)
}, 120_000)
