/** Which rows the lanes' section has, and how high each is: lanes, and above those of a group its heading. */
import type { LaneGroup } from './groups.ts'
import { oncePer } from './once.ts'
import type { MeasureLane } from './view.ts'

export interface GroupRows {
  group: LaneGroup
  open: boolean
  /** From the top of the section, in pixels. */
  y: number
  height: number
}

export interface Rows {
  height: number
  rowHeight: number
  headHeight: number
  /** Null where lanes stand by themselves, in the view's order. */
  groups: readonly GroupRows[] | null
  laneCount: number
}

export function placeRows(
  laneCount: number,
  groups: readonly LaneGroup[] | null,
  open: 'all' | readonly string[],
  { rowHeight, headHeight }: { rowHeight: number; headHeight: number },
): Rows {
  if (!groups) return { height: laneCount * rowHeight, rowHeight, headHeight, groups, laneCount }
  let y = 0
  const placed = groups.map((group) => {
    const isOpen = open === 'all' || open.includes(group.key)
    const height = headHeight + (isOpen ? group.lanes.length * rowHeight : 0)
    y += height
    return { group, open: isOpen, y: y - height, height }
  })
  return { height: y, rowHeight, headHeight, groups: placed, laneCount }
}

/** Places in the view of the lanes that meet the stretch, with where each begins. */
export function lanesBetween(rows: Rows, top: number, bottom: number): { index: number; y: number }[] {
  const { groups, rowHeight, headHeight, laneCount } = rows
  if (!groups) return runOf(laneCount, 0, rowHeight, top, bottom, (i) => i)
  return groups.flatMap(({ group, open, y, height }) => {
    if (!open || y > bottom || y + height < top) return []
    return runOf(group.lanes.length, y + headHeight, rowHeight, top, bottom, (i) => group.lanes[i] as number)
  })
}

function runOf(
  count: number,
  y: number,
  rowHeight: number,
  top: number,
  bottom: number,
  indexOf: (place: number) => number,
): { index: number; y: number }[] {
  const first = Math.max(0, Math.floor((top - y) / rowHeight))
  const end = Math.min(count, Math.ceil((bottom - y) / rowHeight))
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => ({
    index: indexOf(first + i),
    y: y + (first + i) * rowHeight,
  }))
}

/** Where a lane begins, by its place in the view; null in a group that is closed. */
export function yOfLane({ groups, rowHeight, headHeight }: Rows, index: number): number | null {
  if (!groups) return index * rowHeight
  for (const { group, open, y } of groups) {
    const place = open ? placeIn(group).get(index) : undefined
    if (place !== undefined) return y + headHeight + place * rowHeight
  }
  return null
}

const placeIn = oncePer((group: LaneGroup) => new Map(group.lanes.map((index, place) => [index, place])))

export const indexBySlug = oncePer(
  (lanes: readonly MeasureLane[]) => new Map(lanes.map(({ slug }, index) => [slug, index])),
)
