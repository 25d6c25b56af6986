/** One candidate with so many items in a browser of its own: loaded, weighed, magnified and moved. */
import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright'
import { launchBrowser } from '../../support/browser.ts'
import { type BenchData, makeData } from './data.ts'
import type { Assets } from './pages.ts'

export interface Measured {
  /** From before the script is in the page until two frames after it said that all is drawn. */
  paintMs: number
  /** Between frames, while a wheel turns in and out and then a hand drags. The screen gives one each 16.7 ms. */
  frameP95Ms: number
  /** How many of those frames showed something new. */
  views: number
  /** Of JavaScript after that, all garbage gone; with the data that it was made from. */
  heapMB: number
  /** Elements that stand for marks. */
  marks: number
}

/** What a run may take, with its moves, before it counts as not done. */
const LIMIT_MS = 90_000
const REST_MS = 700
/** A moment is quiet if this share of the cores' time has nothing to do. */
const QUIET_SHARE = 0.9
const QUIET_MS = 400
const QUIET_TRIES = 15
const SIZE = { width: 1280, height: 800 }
/** Everything is drawn by the processor, as on a weak office machine. */
const ARGS = ['--disable-gpu', '--hide-scrollbars', '--enable-precise-memory-info']

/** Null if it was not done in a minute and a half. */
export async function measure(url: string, assets: Assets, count: number): Promise<Measured | null> {
  await untilQuiet()
  const browser = await launchBrowser(ARGS)
  try {
    return await Promise.race([run(browser, url, assets, count), pause(LIMIT_MS, null, { ref: false })])
  } finally {
    await browser.close()
  }
}

/** Waits for a moment in which nobody else has work for the machine; after a while without one, the run is as it is. */
async function untilQuiet(): Promise<void> {
  for (let i = 0; i < QUIET_TRIES; i++) {
    const before = cpuTimes()
    await pause(QUIET_MS)
    const after = cpuTimes()
    if (after.idle - before.idle >= QUIET_SHARE * (after.all - before.all)) return
  }
}

/** Milliseconds, of all cores together. */
function cpuTimes(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times)
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  return { idle: sum(times.map(({ idle }) => idle)), all: sum(times.flatMap((time) => Object.values(time))) }
}

async function run(browser: Browser, url: string, assets: Assets, count: number): Promise<Measured> {
  const page = await browser.newPage({ viewport: SIZE })
  const devtools = await page.context().newCDPSession(page)
  await page.goto(url)
  for (const style of assets.styles) await page.addStyleTag({ url: style })
  await give(page, makeData(count))
  // A page at rest: neither its own start nor what the data left behind is the candidate's.
  await heapOf(devtools)
  await pause(REST_MS)
  const paintMs = await page.evaluate(load, assets.scripts)
  // What a candidate still puts right after its first picture is no part of the moves.
  await pause(REST_MS)
  const heapMB = await heapOf(devtools)
  const marks = await page.evaluate(countMarks)
  await startCounting(page)
  await move(page, devtools)
  const { frames, views } = await page.evaluate(() => window.counted.stop())
  return { paintMs, heapMB, marks, views, frameP95Ms: percentile(frames, 0.95) }
}

declare global {
  interface Window {
    benchData: BenchData
    counted: { stop(): { frames: number[]; views: number } }
  }
}

async function give(page: Page, data: BenchData): Promise<void> {
  // As text, because a value that comes through the tools is kept alive by them.
  await page.evaluate((text) => {
    window.benchData = JSON.parse(text)
  }, JSON.stringify(data))
}

/** Runs in the page. */
async function load(scripts: string[]): Promise<number> {
  const frame = () => new Promise(requestAnimationFrame)
  const begun = performance.now()
  for (const src of scripts)
    await new Promise((done, fail) => {
      const script = Object.assign(document.createElement('script'), { src, onload: done, onerror: fail })
      document.body.append(script)
    })
  await window.bench.load(window.benchData)
  await frame()
  await frame()
  return performance.now() - begun
}

/** Runs in the page. */
function countMarks(): number {
  return window.bench.marks?.() ?? document.querySelectorAll('#app *').length
}

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}

async function startCounting(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = []
    let views = 0
    let last = ''
    let isOver = false
    const count = () => {
      if (isOver) return
      times.push(performance.now())
      const view = JSON.stringify(window.bench.view())
      if (view !== last) views++
      last = view
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    window.counted = {
      stop: () => {
        isOver = true
        return { frames: times.slice(1).map((time, i) => time - (times[i] ?? time)), views }
      },
    }
  })
}

interface Step {
  /** Milliseconds after the first. */
  at: number
  event: Parameters<typeof sendMouse>[1]
}

/** Two seconds: 30 turns of the wheel in, 20 out, then a drag of 60 moves. Sent on the clock, whether or not the page keeps up. */
async function move(page: Page, devtools: CDPSession): Promise<void> {
  const { at, modifiers, button } = await page.evaluate(() => {
    const { bench } = window
    const box = document.querySelector(bench.zoomButton ?? 'none')?.getBoundingClientRect()
    return {
      at: bench.at?.() ?? { x: 700, y: 150 },
      modifiers: bench.wheelModifier ?? 0,
      button: box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null,
    }
  })
  const steps = button ? [...click(button, 20), ...click(button, 500)] : wheel(at, modifiers)
  const begun = performance.now()
  const sent: Promise<unknown>[] = []
  for (const step of [...steps, ...drag(at, 1010, 990)]) {
    const early = begun + step.at - performance.now()
    if (early > 0) await pause(early)
    sent.push(sendMouse(devtools, step.event))
  }
  await Promise.all(sent)
  await pause(Math.max(0, begun + 2000 - performance.now()))
}

interface Place {
  x: number
  y: number
}

function wheel(at: Place, modifiers: number): Step[] {
  return Array.from({ length: 50 }, (_, i) => {
    const isIn = i < 30
    const event = { type: 'mouseWheel', ...at, deltaX: 0, deltaY: isIn ? -60 : 60, modifiers } as const
    return { at: isIn ? (i + 1) * 20 : 620 + (i - 30) * 19, event }
  })
}

function click(at: Place, ms: number): Step[] {
  const button = { button: 'left', clickCount: 1 } as const
  return [
    { at: ms, event: { type: 'mousePressed', ...at, ...button } },
    { at: ms + 30, event: { type: 'mouseReleased', ...at, ...button } },
  ]
}

/** Five pixels back and two up a move. */
function drag({ x, y }: Place, from: number, lasting: number): Step[] {
  const moves = 60
  const place = (i: number) => ({ x: x - 5 * i, y: y - 2 * i })
  const moved = Array.from({ length: moves }, (_, i) => ({
    at: from + (lasting * (i + 1)) / (moves + 1),
    event: { type: 'mouseMoved', button: 'left', buttons: 1, ...place(i + 1) } as const,
  }))
  const [pressed, released] = [...click({ x, y }, from)] as [Step, Step]
  return [pressed, ...moved, { at: from + lasting, event: { ...released.event, ...place(moves) } }]
}

function sendMouse(
  devtools: CDPSession,
  event: {
    type: 'mousePressed' | 'mouseReleased' | 'mouseMoved' | 'mouseWheel'
    x: number
    y: number
    button?: 'left'
    buttons?: number
    clickCount?: number
    deltaX?: number
    deltaY?: number
    modifiers?: number
  },
) {
  return devtools.send('Input.dispatchMouseEvent', event)
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
