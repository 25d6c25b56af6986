/** The pressure band: how many measures are pending (pale) and in force (dark) at each moment. A count, no score. */
import { bisectRight } from 'd3'
import type { AreaMark, Mark, Overview, Point } from './marks.ts'
import { oncePer } from './once.ts'
import { layHeading, layText, type Sheet, SMALL } from './sheet.ts'
import { dayNumber, dayOfNumber, type Scale, xOfNumber } from './time-scale.ts'
import type { PressurePoint } from './view.ts'

const BAND = 47
const TOP = 8

/** Points in time order, and the number of each one's day. */
interface IndexedPressure {
  points: readonly PressurePoint[]
  ons: Float64Array
}

const indexPressure = oncePer((pressure: readonly PressurePoint[]): IndexedPressure => {
  const index = inOrder(pressure)
  if (index) return index
  const points = pressure.filter(({ on }) => dayNumber(on) !== null)
  return inOrder(points.sort((a, b) => (a.on < b.on ? -1 : 1))) ?? { points: [], ons: new Float64Array() }
})

/** Null where a point has no day or comes before its turn, which those that we count ourselves never do. */
function inOrder(points: readonly PressurePoint[]): IndexedPressure | null {
  const ons = new Float64Array(points.length)
  let before = Number.NEGATIVE_INFINITY
  for (let i = 0; i < ons.length; i++) {
    const on = dayNumber((points[i] as PressurePoint).on)
    if (on === null || on < before) return null
    before = on
    ons[i] = on
  }
  return { points, ons }
}

/**
 * Lays the band from y on; returns its height. It is the overview of all time, whatever is on show below: a frame stands
 * around the days that are.
 */
export function layPressure(sheet: Sheet, y: number): { height: number; overview: Overview } {
  const { view, scale, overview } = sheet
  const most = mostOf(view.pressure)
  const right = view.rights.find(({ slug }) => slug === view.chosenRight)
  const heading = right ? `Pressure on ${right.short.toLowerCase()}` : 'Pressure on rights'
  const isPart = scale.from > overview.from || scale.until < overview.until
  const head = layHeading(sheet, y + TOP, heading, isPart ? sayWhole(overview) : NOTE)
  const top = y + TOP + head
  const base = top + BAND
  sheet.marks.push(...layBand(sheet, overview, view.pressure, most, base, BAND))
  if (most > 0) sheet.marks.push(...layMost(sheet, most, top))
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
  if (isPart) sheet.marks.push(...layFrame(sheet, top, base))
  const days = { from: dayOfNumber(overview.from), until: dayOfNumber(overview.until - 1) }
  return { height: TOP + head + BAND, overview: { ...days, x0: scale.x0, x1: scale.x1, y0: top, y1: base } }
}

const NOTE = 'measures: in force below, pending (proposed to adopted) above'

/** Which years the band spans, where the axis below it does not say. */
function sayWhole({ from, until }: Scale): string {
  return `${dayOfNumber(from).slice(0, 4)} to ${dayOfNumber(until - 1).slice(0, 4)}; the frame is what is shown below`
}

/** What lies outside the range is veiled, and what lies inside is framed. */
function layFrame({ scale, overview }: Sheet, top: number, base: number): Mark[] {
  const from = xOfNumber(overview, scale.from)
  const until = Math.max(from + 2, xOfNumber(overview, scale.until))
  const box = { y: top - 2, height: base - top + 2 }
  const veil = { kind: 'rect', layer: 'plot', ...box, fill: 'ground', stroke: null, radius: 0, opacity: 0.6 } as const
  const sides = [
    { ...veil, x: scale.x0, width: from - scale.x0 },
    { ...veil, x: until, width: scale.x1 - until },
  ]
  const frame = { x: from, width: until - from, ...box, fill: null, stroke: 'accent', radius: 2 } as const
  return [...sides.filter(({ width }) => width > 0), { kind: 'rect', layer: 'plot', ...frame }]
}

/** The highest count that the points come to. */
export const mostOf = oncePer((pressure: readonly PressurePoint[]): number =>
  pressure.reduce((max, { pending, inForce }) => Math.max(max, pending + inForce), 0),
)

/** The last band of each count: all of time stays the same while the range below it moves. */
const bandOf = oncePer((_: readonly PressurePoint[]): { key: string; areas: Mark[] } => ({ key: '', areas: [] }))

/** The two areas on a base line, `height` pixels for `most` measures. */
export function layBand(
  sheet: Sheet,
  scale: Scale,
  pressure: readonly PressurePoint[],
  most: number,
  base: number,
  height: number,
  item?: string,
): Mark[] {
  if (most === 0) return []
  const kept = bandOf(pressure)
  const key = JSON.stringify([scale, sheet.knownUntil, sheet.todayEnds, most, base, height, item])
  if (kept.key !== key) Object.assign(kept, { key, areas: makeBand(sheet, scale, pressure, most, base, height, item) })
  return kept.areas
}

function makeBand(
  sheet: Sheet,
  scale: Scale,
  pressure: readonly PressurePoint[],
  most: number,
  base: number,
  height: number,
  item?: string,
): Mark[] {
  const unit = height / most
  const steps = stepsOf(sheet, scale, indexPressure(pressure))
  const areas = (['pressure-pending', 'pressure-in-force'] as const).flatMap((fill) => [
    ...layArea(steps, base, unit, fill, false),
    ...layArea(steps, base, unit, fill, true),
  ])
  return item ? areas.map((area) => ({ ...area, item })) : areas
}

interface Step {
  x0: number
  x1: number
  later: boolean
  pending: number
  inForce: number
}

/** What holds from point to point within the plot, up to today, cut at the as-of day; one a pixel at most, the highest. */
function stepsOf(sheet: Sheet, scale: Scale, { points, ons }: IndexedPressure): Step[] {
  const steps: Step[] = []
  const end = Math.min(scale.until, sheet.todayEnds)
  for (let i = Math.max(0, bisectRight(ons, scale.from) - 1); i < points.length; i++) {
    const from = Math.max(ons[i] as number, scale.from)
    const until = Math.min(ons[i + 1] ?? end, end)
    if (until <= from) continue
    const cut = Math.max(from, Math.min(until, sheet.knownUntil))
    const point = points[i] as PressurePoint
    if (cut > from) addStep(steps, xOfNumber(scale, from), xOfNumber(scale, cut), false, point)
    if (until > cut) addStep(steps, xOfNumber(scale, cut), xOfNumber(scale, until), true, point)
  }
  return steps
}

function addStep(steps: Step[], x0: number, x1: number, later: boolean, { pending, inForce }: PressurePoint): void {
  const before = steps.at(-1)
  if (!before || before.later !== later || x1 - before.x0 > 1) {
    steps.push({ x0, x1, later, pending, inForce })
    return
  }
  before.x1 = x1
  if (pending + inForce <= before.pending + before.inForce) return
  before.pending = pending
  before.inForce = inForce
}

/** An outline of what was known on the as-of day, or, faded, of what came `later`; none where it is flat. Pending stands on what is in force. */
function layArea(
  steps: readonly Step[],
  base: number,
  unit: number,
  fill: 'pressure-pending' | 'pressure-in-force',
  later: boolean,
): AreaMark[] {
  const over: Point[] = []
  const under: Point[] = []
  let isFlat = true
  steps.forEach(({ x0, x1, pending, inForce, later: isLater }) => {
    if (isLater !== later) return
    const below = fill === 'pressure-in-force' ? 0 : inForce
    const above = below + (fill === 'pressure-in-force' ? inForce : pending)
    const low = base - below * unit
    const high = base - above * unit
    isFlat &&= below === above
    over.push([x0, high], [x1, high])
    under.push([x0, low], [x1, low])
  })
  if (isFlat) return []
  const points = [...over, ...under.reverse()]
  return [{ kind: 'area', layer: 'plot', points, fill, ...(later ? { opacity: 0.32 } : {}) }]
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
