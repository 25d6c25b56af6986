/** Events: diamonds, and bars for what lasted, packed in rows so that nothing overlaps. */
import { type CrowdPoint, layCrowd } from './crowd.ts'
import { type Doubt, doubtOf, stretchOfDuration, stretchOfPoint } from './doubt.ts'
import type { Mark, TextMark } from './marks.ts'
import { textWidth } from './metrics.ts'
import { oncePer } from './once.ts'
import { type Extent, packRows } from './rooms.ts'
import { fadeOf, isLater, layBar, layText, MARGIN, type Sheet, SMALL, xOn } from './sheet.ts'
import { dayOfNumber } from './time-scale.ts'
import type { TimelineEvent } from './view.ts'
import { eventWord, sayWhen } from './words.ts'

const ROW = 22
const MOST_ROWS = 10
const RADIUS = 6
const BAR = 9
const LONGEST_LABEL = 260
const SHORTEST_LABEL = 48
/** Height of a bar under its label. */
const UNDERLINE = 4

interface IndexedEvent extends CrowdPoint {
  event: TimelineEvent
  doubt: Doubt
}

/** By day; what has no date is in the list alone. */
const indexEvents = oncePer((events: readonly TimelineEvent[]): IndexedEvent[] =>
  events
    .map((event) => {
      const doubt = doubtOf(event.on)
      const { slug } = event
      return doubt && { id: `event:${slug}`, slug, at: doubt.at, event, doubt }
    })
    .filter((indexed) => indexed !== null)
    .sort((a, b) => a.at - b.at),
)

const nameOf = oncePer(({ kind, title, on }: TimelineEvent) => `${eventWord(kind)}: ${title}, ${sayWhen(on)}`)

interface PlacedEvent extends IndexedEvent, Extent {
  /** Where a point stands. */
  x: number
  /** Of the mark without its label. */
  mark: Extent
  /** A bar so long that its label stands above it. */
  isUnder: boolean
  text: TextMark | null
}

/** Lays the rows from y on; returns their height, 0 where there is none. */
export function layEventRows(sheet: Sheet, y: number): number {
  const visible = indexEvents(sheet.view.events).filter((indexed) => isVisible(sheet, indexed))
  const isDense = visible.length > (MOST_ROWS * (sheet.scale.x1 - sheet.scale.x0)) / 40
  const placed = isDense ? [] : visible.map((indexed) => place(sheet, indexed))
  const rows = packRows(placed, MOST_ROWS, 12)
  const used = rows.reduce<number>((most, row) => Math.max(most, (row ?? -1) + 1), 0)
  placed.forEach((event, i) => {
    const row = rows[i]
    if (typeof row === 'number') layEvent(sheet, event, y + row * ROW + ROW / 2)
  })
  const rest = visible.filter((_, i) => isDense || rows[i] === null)
  const middle = y + used * ROW + ROW / 2
  const crowd = layCrowd(sheet, rest, middle, 'events', (event, x) => ({
    kind: 'event',
    name: () => nameOf(event.event),
    marks: [layDiamond(sheet, event, x, middle)],
  }))
  sheet.marks.push(...crowd.marks)
  sheet.items.push(...crowd.items)
  return (used + (rest.length > 0 ? 1 : 0)) * ROW
}

function isVisible({ scale, todayEnds }: Sheet, { event, doubt }: IndexedEvent): boolean {
  const from = event.duration ? (doubt.from ?? doubt.at) : doubt.at
  const last = doubt.goesOn ? Math.max(doubt.at, todayEnds - 1) : doubt.at
  return from < scale.until && last >= scale.from
}

function place(sheet: Sheet, indexed: IndexedEvent): PlacedEvent {
  const { event, doubt, id } = indexed
  const x = xOn(sheet, doubt.at + 0.5)
  const mark = event.duration
    ? held(
        sheet,
        stretchOfDuration(doubt, (day) => xOn(sheet, day), sheet.todayEnds),
      )
    : pointExtent(sheet, x, doubt)
  const beside = layLabel(sheet, event.title, mark, doubt.at, id)
  const isUnder = event.duration && !beside
  const text = isUnder ? layAbove(sheet, event.title, mark, doubt.at, id) : beside
  const words = text ? extentOfText(text) : mark
  const extent = { x0: Math.min(mark.x0, words.x0), x1: Math.max(mark.x1, words.x1) }
  return { ...indexed, x, mark, text, isUnder, ...extent }
}

function extentOfText({ x, anchor, maxWidth }: TextMark): Extent {
  return anchor === 'start' ? { x0: x, x1: x + maxWidth } : { x0: x - maxWidth, x1: x }
}

function held(sheet: Sheet, { x0, x1 }: Extent): Extent {
  return { x0: Math.max(sheet.scale.x0, x0), x1: Math.min(sheet.scale.x1, x1) }
}

function pointExtent(sheet: Sheet, x: number, doubt: Doubt): Extent {
  if (doubt.exact) return { x0: x - RADIUS, x1: x + RADIUS }
  const smudge = held(
    sheet,
    stretchOfPoint(doubt, (day) => xOn(sheet, day)),
  )
  return { x0: Math.min(smudge.x0, x - RADIUS), x1: Math.max(smudge.x1, x + RADIUS) }
}

const WORDS = { layer: 'plot', part: 'label', y: 0, size: SMALL, bold: false } as const

/** Behind the mark; before it where the plot ends too soon; cut where neither side has room for all; null where that says nothing. */
function layLabel(sheet: Sheet, title: string, mark: Extent, at: number, item: string): TextMark | null {
  const style = { ...WORDS, paint: isLater(sheet, at) ? 'muted' : 'ink', item } as const
  const after = sheet.scale.x1 + MARGIN - mark.x1 - 5
  const before = mark.x0 - 5 - sheet.scale.x0
  const needed = Math.min(LONGEST_LABEL, Math.ceil(textWidth(title, SMALL)))
  const isBehind = needed <= after || (needed > before && after >= before)
  const room = Math.min(LONGEST_LABEL, isBehind ? after : before)
  if (room < Math.min(needed, SHORTEST_LABEL)) return null
  return isBehind
    ? layText(title, room, { ...style, x: mark.x1 + 5, anchor: 'start' })
    : layText(title, room, { ...style, x: mark.x0 - 5, anchor: 'end' })
}

function layAbove(sheet: Sheet, title: string, { x0, x1 }: Extent, at: number, item: string): TextMark | null {
  const paint = isLater(sheet, at) ? 'muted' : 'ink'
  return layText(title, x1 - x0, { ...WORDS, x: x0, anchor: 'start', paint, item })
}

function layEvent(sheet: Sheet, placed: PlacedEvent, y: number): void {
  const { event, doubt, text, x, x0, x1, id, slug, at } = placed
  const marks: Mark[] = event.duration
    ? layDuration(sheet, placed, y)
    : [...laySmudge(sheet, doubt, y, id), layDiamond(sheet, placed, x, y)]
  if (text) marks.push({ ...text, y: placed.isUnder ? y + 1 : y + 4 })
  sheet.marks.push(...marks)
  const box = { x: x0, y: y - ROW / 2 + 1, width: x1 - x0, height: ROW - 2 }
  sheet.items.push({
    id,
    kind: 'event',
    box,
    name: nameOf(event),
    lane: null,
    slug,
    day: dayOfNumber(event.duration ? (doubt.from ?? at) : at),
  })
}

function layDuration(sheet: Sheet, { event, doubt, id, isUnder }: PlacedEvent, y: number): Mark[] {
  const stretch = stretchOfDuration(doubt, (day) => xOn(sheet, day), sheet.todayEnds)
  const pattern = doubt.approximate || event.inferred ? 'hatch' : 'none'
  const box = isUnder ? { y: y + 5, height: UNDERLINE } : { y: y - BAR / 2, height: BAR }
  return layBar(sheet, { ...stretch, ...box, paint: 'event', pattern, item: id })
}

function laySmudge(sheet: Sheet, doubt: Doubt, y: number, item: string): Mark[] {
  if (doubt.exact) return []
  const stretch = stretchOfPoint(doubt, (day) => xOn(sheet, day))
  const pattern = doubt.approximate ? 'hatch' : 'none'
  return layBar(sheet, { ...stretch, y: y - 7, height: 14, paint: 'doubt', pattern, opacity: 0.3, item })
}

/** Full; hollow and dashed where the date is inferred. */
function layDiamond(sheet: Sheet, { event, at, id }: IndexedEvent, x: number, y: number): Mark {
  const fade = fadeOf(sheet, at)
  const fill = event.inferred ? 'ground' : 'event'
  const shape = { x, y, radius: RADIUS, fill, stroke: 'event', dashed: event.inferred } as const
  return { kind: 'diamond', layer: 'plot', ...shape, item: id, ...fade }
}
