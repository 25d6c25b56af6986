/**
 * `<threat-line>` with what it shows by default, beside a bare canvas that draws the same items and has a list for the
 * keyboard (the least that a timeline can cost), vis-timeline and TimelineJS3. All in turn, each in a browser of its own.
 */
import { type Figure, median, medianRatio } from './figures.ts'
import { type Measured, measure } from './timeline/measure.ts'
import { CANDIDATES, type Candidate, servePages, weighElement } from './timeline/pages.ts'

/** `BENCH_ITEMS=1000 BENCH_RUNS=1` measures less; `BENCH_TIMELINES=canvas` fewer beside the element. */
const SIZES = (process.env.BENCH_ITEMS ?? '10000,100000').split(',').map(Number)
const RUNS = Number(process.env.BENCH_RUNS ?? 7)
const OTHERS = process.env.BENCH_TIMELINES?.split(',')
const NAMES: Readonly<Record<Candidate, string>> = {
  'threat-line': 'threat-line',
  canvas: 'canvas reference',
  'vis-timeline': 'vis-timeline',
  timelinejs: 'TimelineJS3',
}

/** Of the first paint, to the canvas reference, from so many items on. */
const MOST_PAINT = [
  { items: 100_000, ratio: 2 },
  { items: 0, ratio: 1.5 },
]
const MOST_FRAME_MS = 20
const MOST_HEAP_MB = 25
const MOST_MARKS = 150
const MOST_KB = 45

type Say = (text: string) => void
type Runs = Partial<Record<Candidate, Measured[]>>

export async function bench(say: Say): Promise<Figure[]> {
  const weight = (await weighElement()) / 1000
  const figures: Figure[] = [
    {
      what: 'threat-line with all it needs, brotli',
      unit: 'kB',
      ours: [weight],
      target: { words: `at most ${MOST_KB}`, isMet: weight <= MOST_KB },
    },
  ]
  const pages = await servePages()
  /** What was not done once is not tried with more. */
  const failed = new Set<Candidate>()
  try {
    for (const size of SIZES) {
      const runs: Runs = {}
      for (let run = 0; run < RUNS; run++)
        for (const name of inTurn(run).filter((name) => !failed.has(name))) {
          const measured = await measure(pages.url, pages.assets[name], size)
          say(`${size} items, run ${run + 1}: ${sayMeasured(name, measured)}`)
          if (measured) runs[name] = [...(runs[name] ?? []), measured]
          else failed.add(name)
        }
      figures.push(...figuresOf(size, runs))
    }
  } finally {
    await pages.stop()
  }
  return figures
}

/** Who goes first changes. */
function inTurn(run: number): Candidate[] {
  const chosen = CANDIDATES.filter((name) => name === 'threat-line' || !OTHERS || OTHERS.includes(name))
  return run % 2 ? chosen.toReversed() : chosen
}

function sayMeasured(name: Candidate, measured: Measured | null): string {
  if (!measured) return `${NAMES[name]} was not done in a minute and a half`
  const { paintMs, frameP95Ms, views, heapMB, marks } = measured
  const frames = `frames ${frameP95Ms.toFixed(1)} ms, ${views} views`
  return `${NAMES[name]} ${paintMs.toFixed(0)} ms, ${frames}, ${heapMB.toFixed(1)} MB, ${marks} elements`
}

function figuresOf(size: number, runs: Runs): Figure[] {
  const ours = runs['threat-line']
  if (!ours) return []
  const others = CANDIDATES.filter((name) => name !== 'threat-line' && runs[name]?.length === ours.length)
  const paint = others.map((name) => paintFigure(size, ours, runs[name] ?? [], name))
  return [
    ...paint,
    ...[
      { of: 'frame, 95th percentile', unit: 'ms', key: 'frameP95Ms', most: MOST_FRAME_MS },
      { of: 'heap', unit: 'MB', key: 'heapMB', most: MOST_HEAP_MB },
      { of: 'elements for marks', unit: '', key: 'marks', most: MOST_MARKS },
    ].flatMap(({ of, unit, key, most }) => {
      const values = (list: readonly Measured[]) => list.map((measured) => measured[key as keyof Measured])
      const target = { words: `at most ${most} ${unit}`.trim(), isMet: median(values(ours)) <= most }
      return others.map((name, i) => ({
        what: `${of}, ${size} items`,
        unit,
        ours: values(ours),
        against: { what: NAMES[name], values: values(runs[name] ?? []) },
        ...(i === 0 ? { target } : {}),
      }))
    }),
  ]
}

function paintFigure(size: number, ours: readonly Measured[], theirs: readonly Measured[], name: Candidate): Figure {
  const [mine, others] = [ours, theirs].map((list) => list.map(({ paintMs }) => paintMs)) as [number[], number[]]
  const most = MOST_PAINT.find(({ items }) => size >= items)?.ratio ?? 1
  const target = { words: `at most ${most} times`, isMet: medianRatio(mine, others) <= most }
  return {
    what: `first paint, ${size} items`,
    unit: 'ms',
    ours: mine,
    against: { what: NAMES[name], values: others },
    ...(name === 'canvas' ? { target } : {}),
  }
}
