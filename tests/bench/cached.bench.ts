/** A cached read of Threatline against node:http giving the same bytes with the same headers: the price of the hot cache. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../support/server.ts'
import { type Figure, interleaved, medianRatio } from './figures.ts'
import { ensureWrk, throughput } from './wrk.ts'

const RUNS = 15
const SECONDS = 1
const TARGET = 0.85
/** A list of the ordinary kind. */
const PATH = '/api/measures?limit=200'

interface RawAnswer {
  status: number
  headers: string[]
  body: Buffer
}

/** Headers that node writes itself. */
const BY_NODE = ['date', 'connection', 'keep-alive']

function fetchRaw(url: string, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const outgoing = request(url, { headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const raw = incoming.rawHeaders
        const own = raw.filter((_, i) => !BY_NODE.includes(raw[i - (i % 2)]?.toLowerCase() ?? ''))
        done({ status: incoming.statusCode ?? 0, headers: own, body: Buffer.concat(chunks) })
      })
    })
    outgoing.on('error', fail)
    outgoing.end()
  })
}

async function startRaw(answers: readonly RawAnswer[]) {
  const folder = mkdtempSync(join(tmpdir(), 'threatline-raw-'))
  const file = join(folder, 'answers.json')
  writeFileSync(file, JSON.stringify(answers.map((answer) => ({ ...answer, body: answer.body.toString('base64') }))))
  const child = fork(join(process.cwd(), 'tests', 'bench', 'raw-server.mjs'), [file])
  const [port] = await once(child, 'message')
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: () => {
      child.disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function bench(): Promise<Figure[]> {
  ensureWrk()
  const server = await startServer()
  const url = server.url + PATH
  const tag = (await fetch(url)).headers.get('etag') ?? ''
  const cases = [
    { name: 'brotli', status: 200, headers: { 'Accept-Encoding': 'br' }, hasTarget: true },
    { name: '304', status: 304, headers: { 'Accept-Encoding': 'br', 'If-None-Match': tag }, hasTarget: true },
    { name: 'gzip', status: 200, headers: { 'Accept-Encoding': 'gzip' }, hasTarget: false },
  ]
  const answers = await Promise.all(cases.map(({ headers }) => fetchRaw(url, headers)))
  const raw = await startRaw(answers)
  try {
    const figures: Figure[] = []
    for (const [i, { name, status, headers, hasTarget }] of cases.entries()) {
      if (answers[i]?.status !== status) throw new Error(`${name}: expected ${status}, got ${answers[i]?.status}`)
      const load = { headers, seconds: SECONDS }
      const { ours, theirs } = await interleaved(RUNS, {
        ours: () => throughput({ ...load, url, pid: server.pid }),
        theirs: () => throughput({ ...load, url: `${raw.url}/${i}`, pid: raw.pid }),
      })
      const what = `cached read, ${name}, ${answers[i].body.length} bytes`
      for (const [measure, unit] of [
        ['perSecond', 'requests/s'],
        ['perCpuSecond', 'requests/CPU s'],
      ] as const) {
        const [mine, others] = [ours, theirs].map((runs) => runs.map((run) => run[measure])) as [number[], number[]]
        const isMet = medianRatio(mine, others) >= TARGET
        figures.push({
          what,
          unit,
          ours: mine,
          against: { what: 'raw node:http', values: others },
          ...(hasTarget ? { target: { words: `at least ${TARGET}`, isMet } } : {}),
        })
      }
    }
    return figures
  } finally {
    raw.stop()
    await server.stop()
  }
}
