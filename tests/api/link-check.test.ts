/** What looks at links make of a site's answers, and how they behave towards it. No name here leads anywhere but to this machine. */
import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPublic } from '../../api/link-check/ask.ts'
import { type Manners, userAgentOf } from '../../api/link-check/hosts.ts'
import { checkLinks, linksOf, NothingAnswers } from '../../api/link-check/run.ts'
import type { Finding } from '../../db/links.ts'
import { hostOf, type StrangeSite, strangeSite } from '../support/strange-site.ts'

const PAUSE_MS = 2000
let site: StrangeSite
/** Answers by path, for all hosts; a path that is not there is answered with 200. */
let answers: Record<string, RequestListener>
let robots: Record<string, RequestListener>
/** The names that resolve to something else than the site. */
let names: Record<string, string | NodeJS.ErrnoException>
/** A clock that moves only when somebody waits. */
let now: number
let waits: number[]
let timeoutMs: number
let stopping: AbortController

const says =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_req, res) => {
    res.writeHead(code, headers).end()
  }
/** What is asked from here on has little time. */
const inHaste: RequestListener = (_req, res) => {
  timeoutMs = 200
  res.writeHead(404).end()
}
const leadsTo = (to: string): RequestListener => says(302, { Location: to })
const at = (path: string, host = 'news.example') => `http://${host}:${site.port}${path}`
const noSuchName = () => Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })

beforeEach(async () => {
  answers = {}
  robots = {}
  names = {}
  now = Date.parse('2026-11-24T12:00:00Z')
  waits = []
  timeoutMs = 20_000
  stopping = new AbortController()
  site = await strangeSite((req, res) => {
    const { url = '' } = req
    const own = url === '/robots.txt' ? (robots[hostOf(req)] ?? says(404)) : answers[url]
    ;(own ?? says(200))(req, res)
  })
})
afterEach(() => site.close())

const manners = (): Manners => ({
  userAgent: userAgentOf('https://threatline.example'),
  pauseMs: PAUSE_MS,
  network: {
    resolve: async (name) => {
      const known = names[name] ?? '127.0.0.1'
      if (typeof known !== 'string') throw known
      return [{ address: known, family: 4 }]
    },
    mayAsk: (ip) => ip === '127.0.0.1' || isPublic(ip),
    get timeoutMs() {
      return timeoutMs
    },
  },
  now: () => now,
  wait: async (ms, signal) => {
    signal.throwIfAborted()
    waits.push(ms)
    now += ms
  },
  signal: stopping.signal,
})

/** What is found at each address, in the order in which it was kept. */
async function check(addresses: readonly string[], told = (_address: string) => {}): Promise<Map<string, Finding>> {
  const kept = new Map<string, Finding>()
  const sources = addresses.map((address, i) => ({ slug: `source-${i}`, address, checkedAt: null }))
  await checkLinks(linksOf(sources), {
    manners: manners(),
    save: async (address, finding) => void kept.set(address, finding),
    told: ({ address }) => told(address),
  })
  return kept
}

const find = async (path: string): Promise<Finding | undefined> => (await check([at(path)])).get(at(path))

test.each([
  [200, 'ok'],
  [204, 'ok'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'gone'],
  [410, 'gone'],
  [429, 'refused'],
  [451, 'refused'],
  [500, 'refused'],
  [503, 'refused'],
])('an answer of %i is found to be "%s"', async (code, state) => {
  answers['/a'] = says(code)
  expect(await find('/a')).toEqual({ state, code, leadsTo: null })
})

test('a link that leads elsewhere is followed to its end', async () => {
  answers['/a'] = leadsTo('/b#part')
  answers['/b'] = leadsTo(at('/c', 'other.example'))
  expect(await find('/a')).toEqual({ state: 'redirected', code: 200, leadsTo: at('/c', 'other.example') })
  answers['/c'] = says(404)
  expect(await find('/a')).toEqual({ state: 'gone', code: 404, leadsTo: at('/c', 'other.example') })
})

test('redirects in a ring, or without an end, are given up, and nothing is held against the link', async () => {
  answers['/a'] = leadsTo('/b')
  answers['/b'] = leadsTo('/a')
  expect(await find('/a')).toMatchObject({ state: 'unreachable' })
  for (let i = 0; i < 50; i++) answers[`/${i}`] = leadsTo(`/${i + 1}`)
  site.asked.length = 0
  expect(await find('/0')).toMatchObject({ state: 'unreachable' })
  expect(site.asked.filter((one) => one.startsWith('HEAD')).length).toBeLessThan(12)
})

test('a redirect to something that is no web address is not followed', async () => {
  answers['/a'] = leadsTo('file:///etc/passwd')
  answers['/b'] = leadsTo('http://[')
  const found = await check([at('/a'), at('/b')])
  expect([...found.values()].map(({ state }) => state)).toEqual(['unreachable', 'unreachable'])
})

test('what HEAD is refused is asked for with GET, of which only the beginning is taken', async () => {
  let sent = 0
  let closed = () => {}
  const over = new Promise<void>((done) => (closed = done))
  answers['/a'] = (req, res) => {
    if (req.method === 'HEAD') return void res.writeHead(405).end()
    res.writeHead(200, { 'Content-Type': 'application/pdf' })
    const more = () => {
      while (!res.destroyed && res.write(Buffer.alloc(65_536))) sent += 65_536
    }
    res.on('drain', more).on('close', closed)
    more()
  }
  expect(await find('/a')).toEqual({ state: 'ok', code: 200, leadsTo: null })
  await over
  // What the sockets' buffers took, on a machine without a network in between.
  expect(sent).toBeLessThan(16 * 1024 * 1024)
  expect(site.asked.filter((one) => one.endsWith('/a'))).toEqual(['HEAD news.example /a', 'GET news.example /a'])
})

test.each(['404', 'nothing', 'a cut'])(
  'a server that answers HEAD with %s, and GET as it should, is fine',
  async (how) => {
    answers['/a'] = (req, res) => {
      if (req.method === 'GET' || how === '404') return void res.writeHead(req.method === 'GET' ? 200 : 404).end()
      if (how === 'a cut') req.destroy()
      timeoutMs = 20_000
    }
    if (how === 'nothing') robots['news.example'] = inHaste
    expect(await find('/a')).toMatchObject({ state: 'ok' })
  },
)

test('a server that never answers is given up after its time', async () => {
  answers['/slow'] = ({ method }) => {
    if (method === 'GET') timeoutMs = 20_000
  }
  robots['news.example'] = inHaste
  const found = await check([at('/slow'), at('/b')])
  expect([...found.values()].map(({ state }) => state)).toEqual(['unreachable', 'ok'])
})

test('robots.txt is asked for once, and what it asks for is done', async () => {
  robots['news.example'] = (_req, res) => {
    res.end('User-agent: *\nAllow: /\n\nUser-agent: Threatline\nDisallow: /closed\nCrawl-delay: 7\n')
  }
  const found = await check([at('/closed/1'), at('/open'), at('/closed/2'), at('/also')])
  expect([...found.values()].map(({ state }) => state)).toEqual(['robots', 'ok', 'robots', 'ok'])
  expect(site.asked).toEqual(['GET news.example /robots.txt', 'HEAD news.example /open', 'HEAD news.example /also'])
  expect(waits).toEqual([7000, 7000])
})

test('robots.txt is heeded where a link leads, too', async () => {
  answers['/a'] = leadsTo(at('/b', 'closed.example'))
  robots['closed.example'] = (_req, res) => void res.end('User-agent: *\nDisallow: /')
  expect(await find('/a')).toEqual({ state: 'robots', code: null, leadsTo: at('/b', 'closed.example') })
  expect(site.asked).not.toContain('HEAD closed.example /b')
})

test.each(['http://no-such-host.example/robots.txt', 'http://10.0.0.1/robots.txt', 'ftp://news.example/robots.txt'])(
  'a robots.txt that leads to %s says nothing of the link',
  async (to) => {
    answers['/a'] = says(200)
    robots['news.example'] = leadsTo(to)
    names['no-such-host.example'] = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    expect(await find('/a')).toMatchObject({ state: 'refused', code: null })
  },
)

test('where robots.txt meets a fault of the server nothing further is asked', async () => {
  robots['news.example'] = says(500)
  expect(await find('/a')).toEqual({ state: 'refused', code: 500, leadsTo: null })
  expect(site.asked).toEqual(['GET news.example /robots.txt'])
})

test('one host is asked one thing at a time, with a pause; others meanwhile', async () => {
  const held: (() => void)[] = []
  let isFirst = true
  answers['/1'] = (_req, res) => {
    if (!isFirst) return void res.end()
    isFirst = false
    held.push(() => res.end())
  }
  const addresses = ['/1', '/2', '/3'].flatMap((path) => [at(path, 'a.example'), at(path, 'b.example')])
  const order: string[] = []
  await check(addresses, (address) => {
    order.push(new URL(address).hostname)
    // The host that is not held is done before the other has answered once.
    if (order.length === 3) held[0]?.()
  })
  expect(new Set(order.slice(0, 3)).size).toBe(1)
  expect(new Set(order.slice(3)).size).toBe(1)
  expect(order[0]).not.toBe(order[3])
  expect([...site.most.values()]).toEqual([1, 1])
  expect(waits.every((ms) => ms > 0 && ms <= PAUSE_MS)).toBe(true)
})

test('a host to which links of several others lead is asked one thing at a time, too', async () => {
  const slowly: RequestListener = (_req, res) => void setTimeout(() => res.end(), 50)
  answers['/1'] = leadsTo(at('/x', 'shared.example'))
  answers['/2'] = leadsTo(at('/y', 'shared.example'))
  answers['/x'] = slowly
  answers['/y'] = slowly
  await check([at('/1', 'a.example'), at('/2', 'b.example')])
  expect(site.asked.filter((one) => one.startsWith('HEAD shared'))).toHaveLength(2)
  expect(site.most.get('shared.example')).toBe(1)
})

test('a pause that a host asks for is kept', async () => {
  answers['/1'] = says(503, { 'Retry-After': '40' })
  answers['/2'] = says(429, { 'Retry-After': new Date(now + 100_000).toUTCString() })
  const found = await check([at('/1'), at('/2'), at('/3')])
  expect([...found.values()].map(({ state }) => state)).toEqual(['refused', 'refused', 'ok'])
  expect(waits[0]).toBe(PAUSE_MS)
  expect(waits[1]).toBe(40_000)
  expect(waits[2]).toBe(100_000 - PAUSE_MS - 40_000)
  expect(site.asked.filter((one) => one.startsWith('GET'))).toEqual(['GET news.example /robots.txt'])
})

test('a host that asks for a longer pause than a run waits is left for the next', async () => {
  answers['/1'] = says(429, { 'Retry-After': '3600' })
  const found = await check([at('/1'), at('/2'), at('/3', 'other.example')])
  expect([...found.keys()].sort()).toEqual([at('/1'), at('/3', 'other.example')].sort())
})

test('nothing is asked inside a private network: by number, by name, or by a redirect', async () => {
  names['inside.example'] = '10.0.0.7'
  names['metadata.example'] = '169.254.169.254'
  answers['/a'] = leadsTo(`http://inside.example:${site.port}/`)
  answers['/b'] = leadsTo('http://[::1]/')
  answers['/c'] = leadsTo('http://0x0a000001/')
  const private_ = ['http://192.168.1.1/', 'http://[fd00::1]/', 'http://inside.example/', 'http://metadata.example/']
  const found = await check([...private_, at('/a'), at('/b'), at('/c'), at('/d')])
  expect([...found].filter(([, { state }]) => state !== 'private').map(([address]) => address)).toEqual([at('/d')])
  expect(site.asked.some((one) => one.includes('inside.example'))).toBe(false)
})

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['93.184.216.34', true],
  ['2606:2800:220:1::1', true],
])('%s is public: %s', (ip, answer) => {
  expect(isPublic(ip)).toBe(answer)
})

test('a name that leads to nothing is told apart from a server that does not answer', async () => {
  names['lost.example'] = noSuchName()
  names['later.example'] = Object.assign(new Error('try later'), { code: 'EAI_AGAIN' })
  answers['/a'] = leadsTo('http://lost.example/')
  const found = await check([at('/ok'), at('/', 'lost.example'), at('/', 'later.example'), at('/a', 'third.example')])
  const stateOf = (address: string) => found.get(address)?.state
  expect(stateOf(at('/', 'lost.example'))).toBe('no_such_host')
  expect(stateOf(at('/', 'later.example'))).toBe('unreachable')
  expect(stateOf(at('/a', 'third.example'))).toBe('unreachable')
})

test('where nothing answers at all nothing is recorded: it may be this machine', async () => {
  const hosts = ['a.example', 'b.example', 'c.example']
  for (const host of hosts) names[host] = noSuchName()
  const addresses = hosts.map((host) => at('/', host))
  const kept: string[] = []
  await expect(check(addresses, (address) => kept.push(address))).rejects.toThrow(NothingAnswers)
  expect(kept).toEqual([])
  expect((await check([...addresses, at('/ok')])).size).toBe(4)
})

test('a run that is stopped keeps what it found, and nothing of what was under way', async () => {
  answers['/2'] = () => stopping.abort()
  const found = await check([at('/1'), at('/2'), at('/3')])
  expect([...found.keys()]).toEqual([at('/1')])
})

test('it says who it is and where the people behind it are found', async () => {
  let agent: string | undefined
  answers['/a'] = (req, res) => {
    agent = req.headers['user-agent']
    res.end()
  }
  await find('/a')
  expect(agent).toBe('Threatline (+https://threatline.example; looks whether links of sources still work)')
  expect(userAgentOf(null)).toBe('Threatline (looks whether links of sources still work)')
})

test('an address that several sources have is looked at once', () => {
  const sources = ['a', 'b'].map((slug) => ({ slug, address: 'https://news.example/', checkedAt: null }))
  const withheld = { slug: 'c', address: null, checkedAt: null }
  expect(linksOf([...sources, withheld])).toEqual([{ address: 'https://news.example/', slugs: ['a', 'b'] }])
})
