/** What a stranger may ask for, tried on real sockets, and what is left behind of it. */
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONGEST_ADDRESS, mindSlowReader, SERVER_OPTIONS } from '../../api/limits.ts'
import { createPublicServer, drain, listen } from '../../api/listen.ts'
import { createLog } from '../../api/log.ts'
import { get, type RunningApp, startApp } from '../support/app.ts'
import { buildMeasure, ground } from '../support/build.ts'
import { openEmbedded } from '../support/stores.ts'

let app: RunningApp
let drop: () => Promise<void>
const logged: string[] = []
beforeAll(async () => {
  const opened = await openEmbedded()
  drop = opened.drop
  app = await startApp(opened.store, [...ground(), buildMeasure()], {
    log: { write: (line) => void logged.push(line) },
  })
}, 120_000)
afterAll(async () => {
  await app?.close()
  await drop?.()
})

/** Says bytes on a connection and gives everything that comes back until it is closed. */
function say(text: string, url = app.url): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (more) => {
      heard += more
    })
    socket.on('error', () => {})
    socket.on('close', () => done(heard))
    socket.write(text)
  })
}

const problemIn = (answer: string) => {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toMatch(/content-type: application\/problem\+json; charset=utf-8/i)
  expect(head).toMatch(/x-content-type-options: nosniff/i)
  expect(head).toMatch(/content-security-policy: default-src 'none'/i)
  return { head, body: JSON.parse(body) }
}

test.each([LONGEST_ADDRESS + 1, 9000, 40_000])('an address of %i bytes is refused with 414', async (length) => {
  const path = `/api/measures?q=${'x'.repeat(length)}`.slice(0, length)
  const { body } = problemIn(await say(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`))
  expect(body).toMatchObject({ status: 414, type: '/problems/address-too-long' })
})

test('an address of just the longest length is read', async () => {
  const path = `/api/measures?q=${'x'.repeat(LONGEST_ADDRESS)}`.slice(0, LONGEST_ADDRESS)
  expect((await get(app.url + path)).status).toBe(400)
})

test('headers that are too large are refused with 431', async () => {
  const { body } = problemIn(await say(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'y'.repeat(20_000)}\r\n\r\n`))
  expect(body).toMatchObject({ status: 431, type: '/problems/headers-too-large' })
})

test('what is not HTTP is refused with 400, in the form of all errors', async () => {
  expect(problemIn(await say('HELLO\r\n\r\n')).body).toMatchObject({ status: 400, type: '/problems/bad-request' })
})

test.each([['Content-Length: 5\r\n\r\nhello'], ['Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n']])(
  'a body on a reading request is refused, and the connection with it',
  async (rest) => {
    const answer = await say(`GET /api/measures HTTP/1.1\r\nHost: x\r\n${rest}GET / HTTP/1.1\r\nHost: x\r\n\r\n`)
    const { head, body } = problemIn(answer)
    expect(body).toMatchObject({ status: 400, type: '/problems/body-refused' })
    expect(head).toMatch(/connection: close/i)
    expect(answer.match(/HTTP\/1.1 /g)).toHaveLength(1)
  },
)

test('who does not finish the request is told so with 408 and let go', async () => {
  const server = createPublicServer(() => {}, {
    ...SERVER_OPTIONS,
    headersTimeout: 50,
    requestTimeout: 50,
    connectionsCheckingInterval: 20,
  })
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  expect(problemIn(await say('GET / HTTP/1.1\r\nHost: x\r\nX-Slow', url)).body.status).toBe(408)
  server.close()
})

test('the limits of time and number are set', () => {
  const server = createPublicServer(() => {})
  expect(server.headersTimeout).toBeLessThanOrEqual(15_000)
  expect(server.requestTimeout).toBeLessThanOrEqual(30_000)
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000)
  expect(server.maxConnections).toBeGreaterThan(0)
  expect(server.maxHeadersCount).toBeGreaterThan(0)
})

test('a reader that takes nothing of its answer is let go', async () => {
  const server = createServer((_req, res) => {
    res.end(Buffer.alloc(64 * 1024 * 1024))
    mindSlowReader(res, 100)
  })
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  const gone = new Promise<void>((done) => server.on('connection', (socket) => socket.on('close', () => done())))
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.pause()
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await gone
  socket.destroy()
  server.close()
})

test('a stop lets the answer that is under way go out, takes no new connection, and closes the idle ones', async () => {
  let finish = () => {}
  const asked = new Promise<void>((begun) => {
    finish = begun
  })
  let answer = () => {}
  const server = createPublicServer((_req, res) => {
    answer = () => res.end('whole')
    finish()
  })
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  const idle: Socket = connect(Number(new URL(url).port), '127.0.0.1')
  const idleClosed = new Promise<void>((done) => idle.on('close', () => done()))
  idle.on('error', () => {})
  const heard = say('GET / HTTP/1.1\r\nHost: x\r\n\r\n', url)
  await asked
  const drained = drain(server, 600_000)
  await expect(fetch(url)).rejects.toThrow()
  answer()
  expect(await heard).toContain('whole')
  await drained
  await idleClosed
})

test('a stop does not wait for ever', async () => {
  const server = createPublicServer(() => {})
  const url = await listen(server, { host: '127.0.0.1', port: 0 })
  const heard = say('GET / HTTP/1.1\r\nHost: x\r\n\r\n', url)
  await drain(server, 100)
  expect(await heard).toBe('')
})

test.each(['/', '/measures/example-bill', '/api/measures', '/nowhere', '/api/nothing'])(
  'every answer asks browsers for the same caution: %s',
  async (path) => {
    const { headers } = await get(app.url + path, {
      headers: { accept: path.startsWith('/api') ? '*/*' : 'text/html' },
    })
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    })
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
  },
)

test('the log names routes and outcomes, and holds no address of a visitor and nothing that one wrote', async () => {
  logged.length = 0
  const secret = 'f3a9c1'
  const headers = {
    'x-forwarded-for': '203.0.113.9',
    'user-agent': `agent-${secret}`,
    referer: `https://x.example/${secret}`,
  }
  for (const path of [
    `/api/measures?colour=${secret}`,
    `/api/measures?family=${secret}`,
    `/api/measures/${secret}`,
    `/measures/${secret}?asOf=2021-01-01`,
    `/api/communications/${secret}`,
    `/${secret}`,
  ])
    await get(app.url + path, { headers })
  const lines = logged.map((line) => JSON.parse(line))
  expect(lines.map(({ route, status }) => `${route} ${status}`)).toEqual([
    '/api/measures 400',
    '/api/measures 400',
    '/api/measures/:slug 404',
    '/measures/:name 404',
    '/api/communications/:slug 404',
    'none 404',
  ])
  for (const line of lines)
    expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'route', 'status', 'time'])
  expect(logged.join('')).not.toMatch(new RegExp(`${secret}|203\\.0\\.113\\.9|127\\.0\\.0\\.1|::1`))
})

test('of an error the log holds what it is and where, not what the visitor asked', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const ofDriver = Object.assign(new Error('invalid input syntax for type date: "f3a9c1"'), {
    code: '22007',
    query: 'select $1',
    params: ['f3a9c1'],
    where: 'f3a9c1',
  })
  log.error({ err: ofDriver, route: '/api/measures/' }, 'request failed')
  log.error({ err: new TypeError('x is not a function'), route: '/' }, 'request failed')
  expect(lines.join('')).not.toContain('f3a9c1')
  expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
    code: '22007',
    stack: expect.stringContaining('limits.test.ts'),
  })
  expect(JSON.parse(lines[1] ?? '').err).toMatchObject({ type: 'TypeError', message: 'x is not a function' })
})
