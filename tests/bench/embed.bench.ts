/**
 * The embed of a State as a newsroom's reader gets it: every request that a cold browser makes is counted, in bytes on the wire,
 * and the first paint is timed with the processor slowed to a quarter.
 */
import type { Browser, CDPSession } from 'playwright'
import { launchBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { type Figure, median } from './figures.ts'

const EMBED = '/embed/timeline?jurisdiction=KG'
const RUNS = 7
const SLOWED = 4
/** A column of a story on a desk. */
const FRAME = { width: 720, height: 640 }
/** What is asked for later than this is not part of the load; nothing should be. */
const QUIET_MS = 1000

const MOST_KB = 70
const MOST_REQUESTS = 4
const MOST_PAINT_S = 1

interface Load {
  requests: number
  /** Bodies as they came over the wire, in bytes. */
  bodies: number
  /** Status lines and headers of the answers, in bytes. */
  heads: number
  /** From the start of the navigation, in milliseconds. */
  paintMs: number
  drawnMs: number
}

export async function bench(say: (text: string) => void): Promise<Figure[]> {
  const server = await startServer()
  const browser = await launchBrowser()
  try {
    // The server has made each answer once before anybody counts, as it has for all readers but the first.
    await load(browser, server.url)
    const loads: Load[] = []
    for (let run = 0; run < RUNS; run++) {
      const one = await load(browser, server.url)
      const { requests, bodies, heads, paintMs, drawnMs } = one
      say(
        `run ${run + 1}: ${requests} requests, ${bodies} bytes and ${heads} of headers, painted ${paintMs.toFixed(0)} ms, drawn ${drawnMs.toFixed(0)} ms`,
      )
      loads.push(one)
    }
    return figuresOf(loads)
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** In a context of its own, with nothing in any cache. */
async function load(browser: Browser, site: string): Promise<Load> {
  const context = await browser.newContext({ viewport: FRAME })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    const weighed = await weigh(session)
    await page.goto(site + EMBED)
    const drawnMs = await page.evaluate(untilDrawn)
    const paintMs = await page.evaluate(firstPaint)
    await page.waitForTimeout(QUIET_MS)
    return { ...weighed(), paintMs, drawnMs }
  } finally {
    await context.close()
  }
}

/** Counts from now on; gives what came so far. */
async function weigh(session: CDPSession): Promise<() => Pick<Load, 'requests' | 'bodies' | 'heads'>> {
  const heads = new Map<string, number>()
  const wholes = new Map<string, number>()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/^https?:/.test(request.url)) heads.set(requestId, 0)
  })
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (heads.has(requestId)) heads.set(requestId, response.encodedDataLength)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (heads.has(requestId)) wholes.set(requestId, encodedDataLength)
  })
  const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0)
  return () => ({
    requests: heads.size,
    heads: sum(heads.values()),
    bodies: sum(wholes.values()) - sum(heads.values()),
  })
}

/** In the page: the moment after the frame in which the interactive drawing stands. */
function untilDrawn(): Promise<number> {
  return new Promise((done) => {
    const look = () => {
      const canvas = document.querySelector('threat-line')?.shadowRoot?.querySelector('canvas')
      if (canvas && canvas.width > 0 && canvas.style.width) requestAnimationFrame(() => done(performance.now()))
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** In the page: its first contentful paint. */
function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
}

function figuresOf(loads: readonly Load[]): Figure[] {
  const of = (value: (load: Load) => number) => loads.map(value)
  const kB = of(({ bodies, heads }) => (bodies + heads) / 1000)
  const requests = of(({ requests }) => requests)
  const paint = of(({ paintMs }) => paintMs / 1000)
  return [
    {
      what: 'embed of Kyrgyzstan, all requests with headers',
      unit: 'kB',
      ours: kB,
      target: { words: `at most ${MOST_KB}`, isMet: median(kB) <= MOST_KB },
    },
    { what: 'of these, headers of the answers', unit: 'kB', ours: of(({ heads }) => heads / 1000) },
    {
      what: 'requests of the embed',
      unit: '',
      ours: requests,
      target: { words: `at most ${MOST_REQUESTS}`, isMet: Math.max(...requests) <= MOST_REQUESTS },
    },
    {
      what: 'first paint of the embed, cold, processor slowed to a quarter',
      unit: 's',
      ours: paint,
      target: { words: `at most ${MOST_PAINT_S}`, isMet: median(paint) <= MOST_PAINT_S },
    },
    { what: 'its interactive drawing stands', unit: 's', ours: of(({ drawnMs }) => drawnMs / 1000) },
  ]
}
