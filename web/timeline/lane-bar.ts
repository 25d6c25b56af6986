/** A lane's bar: one stretch a status, with its doubts, its quiet years, and its end. */
import { bisectRight } from 'd3'
import type { Status } from '../../db/vocabulary/stages.ts'
import { OPEN } from './doubt.ts'
import type { IndexedSpan, LaneIndex } from './lane-index.ts'
import type { Edge, Item, Mark, Pattern } from './marks.ts'
import { STATUS_PAINT } from './palette.ts'
import { fadeOf, layBar, type Sheet, xOn } from './sheet.ts'
import { dayNumber, dayOfNumber } from './time-scale.ts'
import type { MeasureLane, QuietSpan, StatusSpan, TimelineStep } from './view.ts'
import { endingWord, sayDay, statusWord } from './words.ts'

export const BAR = 12
/** What is over, in pixels: the thread through a gap between two terms, and the tail after the end. */
const THREAD = 3
export const TAIL = 18
const QUIET_OPACITY = 0.5
const HARD: Edge = { kind: 'hard' }
const PATTERNS: Partial<Record<Status, Pattern>> = { returned: 'stripes', suspended: 'stripes' }

export interface LaneBar {
  marks: Mark[]
  items: Omit<Item, 'order'>[]
  /** Where the bar is, so that no word is written over it. */
  taken: { x0: number; x1: number }[]
  /** How it ended, where it did within the range. */
  ending: { x: number; day: number; word: string; item: string } | null
}

/** `top` of the bar in pixels. */
export function layLaneBar(sheet: Sheet, lane: MeasureLane, index: LaneIndex, top: number): LaneBar {
  const bar: LaneBar = { marks: [], items: [], taken: [], ending: null }
  const last = index.spans.length - 1
  let drawnTo = Number.NEGATIVE_INFINITY
  for (let i = Math.max(0, bisectRight(index.froms, sheet.scale.from) - 1); i <= last; i++) {
    const indexed = index.spans[i] as IndexedSpan
    if (indexed.from >= sheet.scale.until) break
    const x1 = xOn(sheet, endOf(sheet, indexed))
    // Stretches too narrow to be told apart are drawn as one.
    if (i < last && x1 - drawnTo < 0.5) continue
    drawnTo = x1
    const marks = laySpan(sheet, indexed, index.spans[i - 1], i === last, top)
    bar.marks.push(...marks)
    const extent = extentOf(marks)
    if (!extent) continue
    bar.taken.push(extent)
    bar.items.push(asItem(lane, indexed, { x: extent.x0, y: top, width: extent.x1 - extent.x0, height: BAR }))
    if (i === last && isOver(indexed) && indexed.from >= sheet.scale.from) {
      const { status, rule } = indexed.span
      const word = endingWord(status, rule, indexed.basis?.stage ?? null)
      bar.ending = { x: xOn(sheet, indexed.from), day: indexed.from, word, item: indexed.id }
    }
  }
  return bar
}

function isOver({ span }: IndexedSpan): boolean {
  return span.status === 'defeated' || span.status === 'ended'
}

/** What has no known end lasts to the end of today; what is announced for a later day, as far as is drawn. */
function endOf(sheet: Sheet, { from, until }: IndexedSpan): number {
  if (until !== null) return until
  return from < sheet.todayEnds ? sheet.todayEnds : Math.max(sheet.scale.until, from + 1)
}

function laySpan(
  sheet: Sheet,
  indexed: IndexedSpan,
  before: IndexedSpan | undefined,
  isLast: boolean,
  top: number,
): Mark[] {
  if (!isOver(indexed)) return layRunning(sheet, indexed, before, top)
  const start = startOf(sheet, indexed, before)
  const style = { paint: STATUS_PAINT[indexed.span.status], pattern: 'none' as const, item: indexed.id }
  const x = xOn(sheet, indexed.from)
  const doubt = layBar(sheet, { ...style, x0: start.x0, x1: x, y: top, height: BAR, edges: [start.edge, HARD] })
  if (isLast) return [...doubt, ...layEnd(sheet, indexed, top)]
  const y = top + (BAR - THREAD) / 2
  const thread = { ...style, x0: x, x1: xOn(sheet, endOf(sheet, indexed)), y, height: THREAD }
  return [...doubt, ...layBar(sheet, { ...thread, edges: [HARD, HARD] })]
}

function layRunning(sheet: Sheet, indexed: IndexedSpan, before: IndexedSpan | undefined, top: number): Mark[] {
  const start = startOf(sheet, indexed, before)
  const pieces = cutAtQuiet(indexed, endOf(sheet, indexed))
  const { status } = indexed.span
  return pieces.flatMap((piece, i) =>
    layBar(sheet, {
      x0: i === 0 ? start.x0 : xOn(sheet, piece.from),
      x1: xOn(sheet, piece.until),
      y: top,
      height: BAR,
      paint: STATUS_PAINT[status],
      pattern: piece.quiet === 'dormant' ? 'dots' : (PATTERNS[status] ?? 'none'),
      edges: [i === 0 ? start.edge : HARD, i === pieces.length - 1 ? endEdge(sheet, indexed) : HARD],
      item: indexed.id,
      opacity: piece.quiet ? QUIET_OPACITY : 1,
    }),
  )
}

/** A start in doubt fades in over the doubt, on top of the status before. */
function startOf(sheet: Sheet, { from, maybeFrom }: IndexedSpan, before?: IndexedSpan): { x0: number; edge: Edge } {
  const x = xOn(sheet, from)
  const earliest = maybeFrom === null ? x - OPEN : xOn(sheet, maybeFrom)
  const x0 = before ? Math.max(earliest, xOn(sheet, before.from)) : earliest
  if (x - x0 <= 0.5) return { x0: x, edge: HARD }
  return { x0, edge: { kind: maybeFrom === null ? 'fading' : 'soft', fade: x - x0 } }
}

function endEdge(sheet: Sheet, { from, until, span }: IndexedSpan): Edge {
  if (until !== null) return HARD
  if (from >= sheet.todayEnds) return { kind: 'fading', fade: OPEN }
  return span.status === 'in_force' ? { kind: 'arrow' } : HARD
}

/** A cap where it ended, and a tail that fades, since the end lasts. */
function layEnd(sheet: Sheet, { id, from, span }: IndexedSpan, top: number): Mark[] {
  const x = xOn(sheet, from)
  if (x < sheet.scale.x0 || x > sheet.scale.x1) return []
  const paint = STATUS_PAINT[span.status]
  const edges = [HARD, { kind: 'fading', fade: TAIL }] as const
  const tail = layBar(sheet, { x0: x, x1: x + TAIL, y: top, height: BAR, paint, pattern: 'none', edges, item: id })
  const cap = { x: x - 1, y: top - 3, width: 3, height: BAR + 6, fill: paint, stroke: null, radius: 0 }
  return [...tail, { kind: 'rect', layer: 'plot', ...cap, item: id, ...fadeOf(sheet, from) }]
}

interface Piece {
  from: number
  until: number
  quiet: QuietSpan['kind'] | null
}

/** The span, cut where it falls quiet and where it moves again. */
function cutAtQuiet({ from, quiet }: IndexedSpan, until: number): Piece[] {
  if (quiet.length === 0) return [{ from, until, quiet: null }]
  const pieces: Piece[] = []
  let reached = from
  for (const part of quiet) {
    const starts = Math.max(part.from, reached)
    const ends = Math.min(part.until ?? until, until)
    if (ends <= starts) continue
    if (starts > reached) pieces.push({ from: reached, until: starts, quiet: null })
    pieces.push({ from: starts, until: ends, quiet: part.kind })
    reached = ends
  }
  return reached < until || pieces.length === 0 ? [...pieces, { from: reached, until, quiet: null }] : pieces
}

function extentOf(marks: readonly Mark[]): { x0: number; x1: number } | null {
  let x0 = Number.POSITIVE_INFINITY
  let x1 = Number.NEGATIVE_INFINITY
  for (const mark of marks)
    if (mark.kind === 'bar') {
      x0 = Math.min(x0, mark.x)
      x1 = Math.max(x1, mark.x + mark.width)
    }
  return x0 <= x1 ? { x0, x1 } : null
}

function asItem(lane: MeasureLane, { id, span }: IndexedSpan, box: Item['box']): Omit<Item, 'order'> {
  return {
    id,
    kind: 'span',
    box,
    get name() {
      return `${lane.title}: ${statusWord(span.status)} ${saySpan(span, lane.steps)}`
    },
    lane: lane.slug,
    slug: lane.slug,
    day: span.from,
    status: span.status,
  }
}

/** "since 5 May 2021", "from 5 May 2021 to 9 June 2022", both days included. */
export function sayPeriod({ from, until }: Pick<StatusSpan, 'from' | 'until'>): string {
  return until === null
    ? `since ${sayDay(from)}`
    : `from ${sayDay(from)} to ${sayDay(dayOfNumber((dayNumber(until) ?? 0) - 1))}`
}

/** A status counts from the day on which its step had certainly happened; it may be older. "at the latest since 30 September 2013". */
export function saySpan(span: Pick<StatusSpan, 'from' | 'until' | 'basis'>, steps: readonly BasisStep[]): string {
  return `${isAtTheLatest(span, steps) ? 'at the latest ' : ''}${sayPeriod(span)}`
}

type BasisStep = Pick<TimelineStep, 'key' | 'on'>

/** Whether the step that a span rests on is dated to more than a day, of which the span's first is the last. `steps`: of its measure. */
export function isAtTheLatest(
  { from, basis }: Pick<StatusSpan, 'from' | 'basis'>,
  steps: readonly BasisStep[],
): boolean {
  const on = steps.find(({ key }) => key === basis)?.on
  return on !== undefined && on.latest === from && on.earliest !== on.latest
}
