/** The lanes, one a measure, in the view's order or by group; only what meets the window is laid out. */

import { type GroupHead, layGroupHead } from './group-head.ts'
import { BAR, type LaneBar, layLaneBar, TAIL } from './lane-bar.ts'
import { indexLane } from './lane-index.ts'
import { type LaneLabel, layLaneLabel, TITLE_LINE } from './lane-label.ts'
import { type LaneRows, labelSteps, type PlacedSteps, placeSteps } from './lane-steps.ts'
import type { Item, LanePlace, Mark } from './marks.ts'
import { textWidth } from './metrics.ts'
import { mostOf } from './pressure.ts'
import { type LaneInPlace, layRelations } from './relations.ts'
import { LabelRow } from './rooms.ts'
import { type GroupRows, indexBySlug, lanesBetween, yOfLane } from './rows.ts'
import { isLater, layText, MARGIN, type Sheet, SMALL, TITLE } from './sheet.ts'
import type { MeasureLane } from './view.ts'

/** Lays the lanes from y on; returns those laid out and the height of all. */
export function layLanes(sheet: Sheet, y: number): { height: number; lanes: LanePlace[] } {
  if (sheet.view.lanes.length === 0) return { height: layEmpty(sheet, y), lanes: [] }
  const heads = layHeads(sheet, y)
  const visible = visibleLanes(sheet, y)
  const laid = visible.map((place) => layLane(sheet, place))
  const places = new Map(laid.map((lane) => [lane.lane.slug, lane]))
  const relations = layRelations(sheet, (slug) => places.get(slug) ?? outside(sheet, slug, y))
  // Words in the order of what they tell: how measures end and are related, then as many steps as there is room for.
  const steps = laid.map(({ rows, steps }) => labelSteps(sheet, steps, rows))
  sheet.marks.push(
    ...heads.flatMap(({ marks }) => marks),
    ...separators(sheet, visible),
    ...laid.flatMap((lane) => lane.steps.doubts),
    ...laid.flatMap((lane) => lane.bar.marks),
    ...relations.curves,
    ...laid.flatMap((lane) => lane.steps.points),
    ...relations.labels,
    ...laid.flatMap((lane) => lane.ending),
    ...steps.flat(),
    ...laid.flatMap((lane) => lane.label.marks),
  )
  const items = laid.map(({ lane, label, bar, steps }) => {
    const related = relations.items.filter(({ slug }) => slug === lane.slug)
    return [label.item, ...alongTime([...bar.items, ...steps.items]), ...related]
  })
  // From the top: each heading before the lanes beneath it.
  const rows = [...heads.map(({ item }) => [item]), ...items]
  sheet.items.push(...rows.toSorted(([a], [b]) => (a?.box.y ?? 0) - (b?.box.y ?? 0)).flat())
  return { height: sheet.rows.height, lanes: visible }
}

function layHeads(sheet: Sheet, y: number): GroupHead[] {
  const { groups, headHeight } = sheet.rows
  if (!groups) return []
  const most = Math.max(...groups.map(({ group }) => mostOf(group.pressure)))
  const isInSight = (at: GroupRows) => meets(sheet, y + at.y, headHeight)
  return groups.filter(isInSight).map((at) => layGroupHead(sheet, at, y, most))
}

function meets({ window }: Sheet, y: number, height: number): boolean {
  return !window || (y + height >= window.top && y <= window.top + window.height)
}

interface LaidLane extends LaneInPlace {
  rows: LaneRows
  label: LaneLabel
  bar: LaneBar
  steps: PlacedSteps
  ending: Mark[]
}

function layLane(sheet: Sheet, place: LanePlace): LaidLane {
  const lane = sheet.view.lanes[place.index] as MeasureLane
  const top = barTop(sheet, place.y)
  const rows = layRows(top)
  const index = indexLane(lane)
  const bar = layLaneBar(sheet, lane, index, top)
  for (const { x0, x1 } of bar.taken) rows.bar.take(x0, x1)
  const steps = placeSteps(sheet, lane, index, rows, top)
  const ending = layEnding(sheet, bar, rows)
  return { lane, top, rows, bar, steps, ending, label: layLaneLabel(sheet, lane, place.y) }
}

function visibleLanes({ view, rowHeight, rows, window }: Sheet, y: number): LanePlace[] {
  const top = window ? window.top - y : 0
  const bottom = window ? top + window.height : rows.height
  return lanesBetween(rows, top, bottom).map(({ index, y: from }) => {
    const { slug } = view.lanes[index] as MeasureLane
    return { slug, index, y: y + from, height: rowHeight }
  })
}

/** A lane beyond the window still has a place that a curve can come from; one in a closed group has none. */
function outside(sheet: Sheet, slug: string, y: number): LaneInPlace | null {
  const { lanes } = sheet.view
  const index = indexBySlug(lanes).get(slug)
  const from = index === undefined ? null : yOfLane(sheet.rows, index)
  if (index === undefined || from === null) return null
  return { lane: lanes[index] as MeasureLane, top: barTop(sheet, y + from), rows: null }
}

function barTop({ compact, rowHeight }: Sheet, y: number): number {
  const head = compact ? TITLE_LINE : 0
  return Math.round(y + head + (rowHeight - head - BAR) / 2)
}

function layRows(top: number): LaneRows {
  const baselines = { above: top - 5, bar: top + BAR / 2 + 4, below: top + BAR + SMALL + 3 }
  return { above: new LabelRow(), bar: new LabelRow(), below: new LabelRow(), baselines }
}

function alongTime(items: readonly Omit<Item, 'order'>[]): Omit<Item, 'order'>[] {
  return items.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : 0))
}

/** How a measure ended, in words: behind its cap, or where there is room. */
function layEnding(sheet: Sheet, bar: LaneBar, rows: LaneRows): Mark[] {
  if (!bar.ending) return []
  const { x, day, word, item } = bar.ending
  const width = Math.ceil(textWidth(word, SMALL))
  const places = [
    { row: 'bar', anchor: 'start', x0: x + TAIL + 4 },
    { row: 'below', anchor: 'start', x0: x + 4 },
    { row: 'below', anchor: 'end', x0: x - width },
    { row: 'above', anchor: 'end', x0: x - width },
  ] as const
  const place = places.find(
    ({ row, x0 }) => x0 >= sheet.scale.x0 && x0 + width <= sheet.scale.x1 + MARGIN && rows[row].isFree(x0, x0 + width),
  )
  if (!place) return []
  rows[place.row].take(place.x0, place.x0 + width)
  const mark = layText(word, width, {
    layer: 'plot',
    part: 'label',
    x: place.anchor === 'start' ? place.x0 : place.x0 + width,
    y: rows.baselines[place.row],
    size: SMALL,
    bold: false,
    anchor: place.anchor,
    paint: isLater(sheet, day) ? 'muted' : 'ink',
    item,
  })
  return mark ? [mark] : []
}

function separators({ scale, labels, compact }: Sheet, lanes: readonly LanePlace[]): Mark[] {
  const x1 = compact ? scale.x0 : labels.x0
  return lanes.map(({ y, height }) => ({
    kind: 'line',
    layer: 'plot',
    x1,
    y1: y + height,
    x2: scale.x1,
    y2: y + height,
    stroke: 'grid',
    strokeWidth: 1,
    dashed: false,
  }))
}

function layEmpty(sheet: Sheet, y: number): number {
  const mark = layText('No measures in this view.', sheet.scale.x1 - sheet.scale.x0, {
    layer: 'chrome',
    part: 'note',
    x: sheet.scale.x0,
    y: y + sheet.rowHeight / 2 + 5,
    size: TITLE,
    bold: false,
    anchor: 'start',
    paint: 'muted',
  })
  if (mark) sheet.marks.push(mark)
  return sheet.rowHeight
}
