/** The command that looks at links, as a process, against a site of this machine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildMeasure, buildSource, cites, ground } from '../support/build.ts'
import { type StrangeSite, strangeSite } from '../support/strange-site.ts'

let folder: string
let site: StrangeSite
/** Another answer than 200, by path. */
const answers: Record<string, RequestListener> = { '/robots.txt': (_req, res) => void res.writeHead(404).end() }
const agents = new Set<string>()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threatline-links-'))
  site = await strangeSite((req, res) => {
    agents.add(req.headers['user-agent'] ?? '')
    const answer = answers[req.url ?? ''] ?? ((_req, ok) => void ok.end())
    answer(req, res)
  })
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (path: string) => `http://127.0.0.1:${site.port}${path}`

function start(store: string, ...args: string[]) {
  const child = spawn(process.execPath, [resolve('api/cli.mjs'), ...args], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      DATA_DIR: join(folder, store),
      PUBLIC_URL: 'https://threatline.example',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { child, ended: endOf(child) }
}

async function endOf(child: ChildProcess): Promise<{ code: number; out: string; talk: string }> {
  let out = ''
  let talk = ''
  child.stdout?.on('data', (text: Buffer) => {
    out += text
  })
  child.stderr?.on('data', (text: Buffer) => {
    talk += text
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, talk }
}

const run = (store: string, ...args: string[]) => start(store, ...args).ended

async function fill(store: string): Promise<void> {
  const sources = ['a', 'b', 'c'].map((slug) => buildSource({ slug, address: at(`/${slug}`) }))
  const withheld = buildSource({ slug: 'd', address: null, address_withheld: true })
  const [state] = ground()
  const records = [state, ...sources, withheld, buildMeasure({ cites: cites('a'), steps: [] })]
  const path = join(folder, `${store}.json`)
  await writeFile(path, JSON.stringify({ dossier: 1, records }))
  expect(await run(store, 'import', path, '--accept', '--author', 'Asel')).toMatchObject({ code: 0 })
}

test('a run that is stopped keeps what it found; the next goes on, and prints what leads nowhere', async () => {
  await fill('a')
  const hanging = new Promise<void>((asked) => {
    answers['/b'] = () => asked()
  })
  answers['/c'] = (_req, res) => void res.writeHead(410).end()
  const options = ['check-sources', '--private-network', '--pause', '0']
  const { child, ended } = start('a', ...options)
  await hanging
  child.kill('SIGINT')
  const stopped = await ended
  expect(stopped).toMatchObject({ code: 0, out: '' })
  expect(stopped.talk).toContain('3 links to look at; 4 sources, 1 of them without a link.')
  expect(stopped.talk).toContain(`1 of 3: ok (200): a ${at('/a')}\n`)
  expect(stopped.talk).toContain('It was stopped.\n1 link looked at, 1 ok.\n2 links left;')

  delete answers['/b']
  site.asked.length = 0
  const today = new Date().toISOString().slice(0, 10)
  const dead = `c\tgone\t${today}\t${at('/c')}\n`
  const second = await run('a', ...options)
  expect(second).toMatchObject({ code: 0, out: dead })
  expect(second.talk).toContain('2 links looked at, 1 ok, 1 gone.\n1 dead link in all.\n')
  expect(site.asked.map((one) => one.split(' ').at(-1))).toEqual(['/robots.txt', '/b', '/c', '/c'])

  expect(await run('a', ...options)).toMatchObject({ code: 0, out: dead, talk: expect.stringContaining('0 links to') })
  site.asked.length = 0
  await run('a', ...options, '--again', '--jurisdiction', 'XX')
  expect(site.asked.map((one) => one.split(' ').at(-1))).toEqual(['/robots.txt', '/a'])
  expect([...agents]).toEqual(['Threatline (+https://threatline.example; looks whether links of sources still work)'])
}, 240_000)

test('unless it is told otherwise it asks nothing inside a private network; what it cannot read it says', async () => {
  await fill('b')
  site.asked.length = 0
  const { code, out, talk } = await run('b', 'check-sources', '--limit', '2')
  expect([code, out, site.asked]).toEqual([0, '', []])
  expect(talk).toContain('2 links looked at, 2 private.\n1 link left;')
  expect(await run('b', 'check-sources', '--older-than', '30')).toMatchObject({
    code: 2,
    talk: expect.stringContaining('--older-than is "30"; write a whole number, such as 30d.'),
  })
}, 120_000)
