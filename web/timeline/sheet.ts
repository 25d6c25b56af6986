/** What the sections of the drawing are laid out on. Time runs from left to right here; mirror.ts turns it for rtl. */
import type { Day } from '../../db/vocabulary/edtf.ts'
import type { BarMark, Box, Edge, Item, Mark, TextMark } from './marks.ts'
import { fitText, textWidth, wrapText } from './metrics.ts'
import type { Rows } from './rows.ts'
import { type Scale, xOfNumber } from './time-scale.ts'
import type { TimelineView } from './view.ts'

export interface Sheet {
  view: TimelineView
  width: number
  /** No label column: titles stand above what they name. */
  compact: boolean
  labels: { x0: number; x1: number }
  scale: Scale
  /** All of time, over the same width. */
  overview: Scale
  asOf: Day
  /** Where the as-of day ends; what comes later was not yet known, and is faded. */
  knownUntil: number
  /** Day number of the day after today (in what is pinned, after the day it is pinned to): where what is still so ends. */
  todayEnds: number
  locale: string
  rowHeight: number
  rows: Rows
  /** Where the day held against the as-of day ends. */
  comparedWith: { day: Day; ends: number } | null
  window: { top: number; height: number } | null
  marks: Mark[]
  items: Omit<Item, 'order'>[]
}

export const SMALL = 11
export const TITLE = 13
/** Room at the end of the plot for arrows. */
export const MARGIN = 16
const FADED = 0.32

export function xOn(sheet: Sheet, day: number): number {
  return xOfNumber(sheet.scale, day)
}

/** Whether a day number lies in the range. */
export function inRange({ scale }: Sheet, day: number): boolean {
  return day >= scale.from && day < scale.until
}

export function isLater(sheet: Sheet, day: number): boolean {
  return day >= sheet.knownUntil
}

export function fadeOf(sheet: Sheet, day: number): { opacity: number } | Record<never, never> {
  return isLater(sheet, day) ? { opacity: FADED } : {}
}

type Bar = Omit<BarMark, 'kind' | 'layer' | 'x' | 'width'> & { x0: number; x1: number }

/** A bar held inside the plot and faded after the as-of day: none, one or two marks. An edge that is cut off is hard. */
export function layBar(sheet: Sheet, bar: Bar): BarMark[] {
  const { x0, x1 } = sheet.scale
  const border = xOn(sheet, sheet.knownUntil)
  // Nearly all bars are these, and there are thousands in a drawing.
  const isWhole = bar.x0 >= x0 && bar.x1 <= Math.min(x1, border) && bar.x1 > bar.x0
  if (isWhole && bar.edges[0].kind === 'hard' && bar.edges[1].kind === 'hard') return [asMark(bar)]
  const whole = cut(bar, Math.max(bar.x0, x0), Math.min(bar.x1, x1))
  if (!whole) return []
  const known = cut(whole, whole.x0, Math.min(whole.x1, border))
  const later = cut(whole, Math.max(whole.x0, border), whole.x1)
  return [known && asMark(known), later && asMark({ ...later, opacity: (later.opacity ?? 1) * FADED })].filter(
    (mark) => mark !== null,
  )
}

function cut(bar: Bar, x0: number, x1: number): Bar | null {
  if (!(x1 > x0)) return null
  const [start, end] = bar.edges
  return { ...bar, x0, x1, edges: [shorten(start, x0 - bar.x0, x1 - x0), shorten(end, bar.x1 - x1, x1 - x0)] }
}

function shorten(edge: Edge, lost: number, width: number): Edge {
  if (edge.kind === 'hard') return edge
  if (edge.kind === 'arrow') return lost > 0 ? { kind: 'hard' } : edge
  const fade = Math.min(edge.fade - lost, width)
  return fade > 0 ? { kind: edge.kind, fade } : { kind: 'hard' }
}

function asMark({ x0, x1, y, height, paint, pattern, edges, item, opacity }: Bar): BarMark {
  const mark: BarMark = { kind: 'bar', layer: 'plot', x: x0, y, width: x1 - x0, height, paint, pattern, edges }
  if (item !== undefined) mark.item = item
  if (opacity !== undefined && opacity !== 1) mark.opacity = opacity
  return mark
}

/** Text of the plot or chrome, cut to its width. Null where nothing of it fits. */
export function layText(
  text: string,
  width: number,
  mark: Omit<TextMark, 'kind' | 'text' | 'full' | 'maxWidth'>,
): TextMark | null {
  const shown = fitText(text, width, mark.size, mark.bold)
  if (shown === '') return null
  const maxWidth = Math.min(width, Math.ceil(textWidth(shown, mark.size, mark.bold)))
  return { kind: 'text', ...mark, text: shown, ...(shown === text ? {} : { full: text }), maxWidth }
}

/** The room a text takes: DejaVu's ascent and descent, the width that it is drawn in at most. */
export function boxOfText({ x, y, size, anchor, maxWidth }: TextMark, direction: 'ltr' | 'rtl' = 'ltr'): Box {
  const back = anchor === 'start' ? 0 : anchor === 'middle' ? maxWidth / 2 : maxWidth
  const left = direction === 'ltr' ? x - back : x - (maxWidth - back)
  return { x: left, y: y - size * 0.93, width: maxWidth, height: size * 1.17 }
}

/** A section's name and what it shows, in the label column, or in one line above it where there is no column. */
export function layHeading(sheet: Sheet, y: number, heading: string, note: string): number {
  const { labels, compact, marks } = sheet
  const x = compact ? sheet.scale.x0 : labels.x0
  const width = compact ? sheet.scale.x1 - x : labels.x1 - labels.x0
  const title = layText(heading, width, {
    layer: 'chrome',
    part: 'heading',
    x,
    y: y + TITLE,
    size: TITLE,
    bold: true,
    anchor: 'start',
    paint: 'ink',
  })
  if (title) marks.push(title)
  const room = compact ? width - (title?.maxWidth ?? 0) - 8 : width
  wrapText(note, room, SMALL, compact ? 1 : 2).forEach((line, i) => {
    const text = layText(line, room, {
      layer: 'chrome',
      part: 'note',
      x: compact ? x + (title?.maxWidth ?? 0) + 8 : x,
      y: compact ? y + TITLE : y + TITLE + 15 * (i + 1),
      size: SMALL,
      bold: false,
      anchor: 'start',
      paint: 'muted',
    })
    if (text) marks.push(text)
  })
  return compact ? 22 : 0
}
