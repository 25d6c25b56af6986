/** The pressure band: how many measures are pending (pale) and in force (dark) at each moment. A count, no score. */
import type { Mark, Point } from './marks.ts'
import { oncePer } from './once.ts'
import { layHeading, layText, type Sheet, SMALL, xOn } from './sheet.ts'
import { dayNumber } from './time-scale.ts'
import type { PressurePoint } from './view.ts'

const BAND = 47
const TOP = 8

interface IndexedPressure {
  on: number
  pending: number
  inForce: number
}

const indexPressure = oncePer((pressure: readonly PressurePoint[]): IndexedPressure[] =>
  pressure
    .map(({ on, pending, inForce }) => ({ on: dayNumber(on), pending, inForce }))
    .filter((point): point is IndexedPressure => point.on !== null)
    .sort((a, b) => a.on - b.on),
)

/** Lays the band from y on; returns its height. */
export function layPressure(sheet: Sheet, y: number): number {
  const { view, scale } = sheet
  const points = indexPressure(view.pressure)
  const most = points.reduce((max, { pending, inForce }) => Math.max(max, pending + inForce), 0)
  const right = view.rights.find(({ slug }) => slug === view.chosenRight)
  const heading = right ? `Pressure on ${right.short.toLowerCase()}` : 'Pressure on rights'
  const head = layHeading(sheet, y + TOP, heading, 'number of measures: pale pending, dark in force')
  const top = y + TOP + head
  const base = top + BAND
  if (most > 0) {
    const unit = BAND / most
    const steps = stepsOf(sheet, points)
    const dark = steps.map(({ inForce, ...step }) => ({ ...step, low: base, high: base - inForce * unit }))
    const pale = steps.map(({ inForce, pending, ...step }) => ({
      ...step,
      low: base - inForce * unit,
      high: base - (inForce + pending) * unit,
    }))
    sheet.marks.push(...layArea(pale, 'pressure-pending'), ...layArea(dark, 'pressure-in-force'))
    sheet.marks.push(...layMost(sheet, most, top))
  }
  const line = {
    x1: scale.x0,
    y1: base,
    x2: scale.x1,
    y2: base,
    stroke: 'rule',
    strokeWidth: 1,
    dashed: false,
  } as const
  sheet.marks.push({ kind: 'line', layer: 'plot', ...line })
  return TOP + head + BAND
}

interface Step {
  x0: number
  x1: number
  later: boolean
  pending: number
  inForce: number
}

/** What holds from point to point within the plot, up to today, cut at the as-of day; one a pixel at most, the highest. */
function stepsOf(sheet: Sheet, points: readonly IndexedPressure[]): Step[] {
  const steps: Step[] = []
  const first = Math.max(
    0,
    points.findLastIndex(({ on }) => on <= sheet.scale.from),
  )
  const end = Math.min(sheet.scale.until, sheet.todayEnds)
  for (let i = first; i < points.length; i++) {
    const { on, pending, inForce } = points[i] as IndexedPressure
    const from = Math.max(on, sheet.scale.from)
    const until = Math.min(points[i + 1]?.on ?? end, end)
    if (until <= from) continue
    const cut = Math.max(from, Math.min(until, sheet.knownUntil))
    const stretches = [
      { from, until: cut, later: false },
      { from: cut, until, later: true },
    ]
    for (const stretch of stretches) {
      if (stretch.until > stretch.from)
        addStep(steps, {
          x0: xOn(sheet, stretch.from),
          x1: xOn(sheet, stretch.until),
          later: stretch.later,
          pending,
          inForce,
        })
    }
  }
  return steps
}

function addStep(steps: Step[], step: Step): void {
  const before = steps.at(-1)
  if (!before || before.later !== step.later || step.x1 - before.x0 > 1) {
    steps.push(step)
    return
  }
  before.x1 = step.x1
  if (step.pending + step.inForce > before.pending + before.inForce)
    Object.assign(before, { pending: step.pending, inForce: step.inForce })
}

interface Layered {
  x0: number
  x1: number
  later: boolean
  low: number
  high: number
}

/** One outline for what was known on the as-of day, one, faded, for what came later. */
function layArea(steps: readonly Layered[], fill: 'pressure-pending' | 'pressure-in-force'): Mark[] {
  return [false, true].flatMap((later): Mark[] => {
    const part = steps.filter((step) => step.later === later)
    if (part.every(({ low, high }) => low === high)) return []
    const over = part.flatMap(({ x0, x1, high }): Point[] => [
      [x0, high],
      [x1, high],
    ])
    const under = part
      .flatMap(({ x0, x1, low }): Point[] => [
        [x0, low],
        [x1, low],
      ])
      .reverse()
    return [{ kind: 'area', layer: 'plot', points: [...over, ...under], fill, ...(later ? { opacity: 0.32 } : {}) }]
  })
}

function layMost(sheet: Sheet, most: number, top: number): Mark[] {
  const { x0, x1 } = sheet.scale
  const text = layText(String(most), 60, {
    layer: 'chrome',
    part: 'tick',
    x: x0 - 4,
    y: top + 8,
    size: SMALL,
    bold: false,
    anchor: 'end',
    paint: 'muted',
  })
  const line = { x1: x0, y1: top, x2: x1, y2: top, stroke: 'grid', strokeWidth: 1, dashed: false } as const
  return [{ kind: 'line', layer: 'plot', ...line }, ...(text && !sheet.compact ? [text] : [])]
}
