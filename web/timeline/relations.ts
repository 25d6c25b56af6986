/** Families: a dashed curve from the end of the older measure to the start of the newer one, with the relation in words. */

import type { RelationType } from '../../db/vocabulary/lists.ts'
import { type Curve, cutCurve } from './curve.ts'
import { BAR } from './lane-bar.ts'
import { indexLane } from './lane-index.ts'
import type { LaneRows } from './lane-steps.ts'
import type { Item, Mark, Point } from './marks.ts'
import { textWidth } from './metrics.ts'
import { fadeOf, inRange, layText, type Sheet, SMALL, xOn } from './sheet.ts'
import { dayOfNumber } from './time-scale.ts'
import type { MeasureLane, TimelineRelation } from './view.ts'
import { relationWord } from './words.ts'

/** Relations by which the older measure may end (rules S11 and S16); by any other the newer one only begins. */
const MAY_END: readonly RelationType[] = ['replaces', 'revives', 'merges']
/** The least room that a curve needs before the newer measure's start, to arrive along the bar. */
const RUN_UP = 26
const LONGEST_LABEL = 190

export interface LaneInPlace {
  lane: MeasureLane
  /** Of the bar, in pixels. */
  top: number
  /** Null outside the window. */
  rows: LaneRows | null
}

export interface Relations {
  curves: Mark[]
  labels: Mark[]
  items: Omit<Item, 'order'>[]
}

/** `placeOf` finds a lane by slug, also one outside the window; relations to measures that are not in the view have no curve. */
export function layRelations(sheet: Sheet, placeOf: (slug: string) => LaneInPlace | null): Relations {
  const laid: Relations = { curves: [], labels: [], items: [] }
  for (const relation of sheet.view.relations) {
    const newer = placeOf(relation.from)
    const older = placeOf(relation.to)
    if (newer && older && newer !== older) layRelation(sheet, relation, newer, older, laid)
  }
  return laid
}

function layRelation(
  sheet: Sheet,
  relation: TimelineRelation,
  newer: LaneInPlace,
  older: LaneInPlace,
  laid: Relations,
): void {
  const starts = startOf(newer.lane)
  if (starts === null) return
  const ended = endOf(older.lane)
  const last = ended ?? lastStepOf(older.lane) ?? starts
  // What is replaced or taken up while the newer one is already under way ends by it: the curve then meets it on that day.
  const leaves = ended !== null && MAY_END.includes(relation.type) ? ended : Math.min(last, starts)
  const arrives = Math.max(starts, leaves)
  const low = Math.min(newer.top, older.top)
  const high = Math.max(newer.top, older.top) + BAR
  const { window, scale } = sheet
  if (window && (high < window.top || low > window.top + window.height)) return
  if (arrives < scale.from || leaves >= scale.until) return

  const id = `relation:${relation.type}/${relation.from}/${relation.to}`
  const meetsBar = arrives > starts
  const whole = curveBetween([xOn(sheet, leaves), older.top], [xOn(sheet, arrives), newer.top], meetsBar)
  const points = cutCurve(whole, scale.x0, scale.x1)
  if (!points) return
  const fade = fadeOf(sheet, arrives)
  const line = { stroke: 'ink', strokeWidth: 1.25, dashed: true } as const
  laid.curves.push({ kind: 'curve', layer: 'plot', points, ...line, item: id, ...fade })

  const [endX, endY] = points[3]
  if (inRange(sheet, arrives)) {
    const label = layLabel(sheet, relation, newer, older, endX, meetsBar && newer.top > older.top, id)
    if (label) laid.labels.push(label)
  }
  laid.items.push({
    id,
    kind: 'relation',
    box: { x: Math.max(scale.x0, endX - RUN_UP), y: endY - BAR / 2, width: RUN_UP, height: BAR },
    name: `${newer.lane.title} ${relationWord(relation.type, relation.intended)} ${older.lane.title}`,
    lane: newer.lane.slug,
    slug: newer.lane.slug,
    day: dayOfNumber(arrives),
  })
}

/** From one bar's edge, down or up and along into the start of the other, or straight onto it. Given the bars' tops. */
function curveBetween([fromX, fromTop]: Point, [toX, toTop]: Point, meetsBar: boolean): Curve {
  const isDown = toTop > fromTop
  const fromY = isDown ? fromTop + BAR + 1 : fromTop - 1
  const toY = meetsBar ? (isDown ? toTop - 1 : toTop + BAR + 1) : toTop + BAR / 2
  const drop = toY - fromY
  const start: Point = [fromX, fromY]
  if (meetsBar) return [start, [fromX, fromY + drop * 0.5], [toX, toY - drop * 0.3], [toX, toY]]
  const runUp = Math.max(RUN_UP, (toX - fromX) * 0.45)
  return [start, [fromX, fromY + drop * 0.7], [toX - runUp, toY], [toX - 2, toY]]
}

/** Under the bar, before the newer measure's start: whole, or the relation's word alone, or nothing. */
function layLabel(
  sheet: Sheet,
  { type, intended }: TimelineRelation,
  newer: LaneInPlace,
  older: LaneInPlace,
  x: number,
  fromAbove: boolean,
  item: string,
): Mark | null {
  const { rows } = newer
  if (!rows) return null
  const word = relationWord(type, intended)
  const whole = `${word} ${older.lane.title}`
  for (const text of textWidth(whole, SMALL) <= LONGEST_LABEL ? [whole, word] : [word]) {
    const width = Math.ceil(textWidth(text, SMALL))
    const row = (fromAbove ? (['above', 'below'] as const) : (['below', 'above'] as const)).find((name) =>
      rows[name].isFree(x - 6 - width, x - 6),
    )
    if (!row || x - 6 - width < sheet.scale.x0) continue
    rows[row].take(x - 6 - width, x - 6)
    const mark = { layer: 'plot', part: 'label', x: x - 6, y: rows.baselines[row], size: SMALL, bold: false } as const
    return layText(text, width, { ...mark, anchor: 'end', paint: 'muted', item })
  }
  return null
}

/** Day number from which something of the measure is certain: its first status, else its first step. */
function startOf(lane: MeasureLane): number | null {
  const { spans, steps } = indexLane(lane)
  return spans[0]?.from ?? steps[0]?.at ?? null
}

/** Day number of a defeat or end that lasted. */
function endOf(lane: MeasureLane): number | null {
  const last = indexLane(lane).spans.at(-1)
  return last && (last.span.status === 'defeated' || last.span.status === 'ended') ? last.from : null
}

function lastStepOf(lane: MeasureLane): number | null {
  return indexLane(lane).steps.at(-1)?.at ?? null
}
