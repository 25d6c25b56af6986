/** Where the arrow keys lead: along a lane in time, and from lane to lane. Pure. */
import type { Direction, Item } from '../timeline/marks.ts'

export const WALKING_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
export type WalkingKey = (typeof WALKING_KEYS)[number]

export function isWalkingKey(key: string): key is WalkingKey {
  return (WALKING_KEYS as readonly string[]).includes(key)
}

/** The item that the key leads to, or null where the way ends. `everything`: Home and End go beyond the lane. */
export function walk(
  items: readonly Item[],
  from: Item,
  key: WalkingKey,
  direction: Direction,
  everything = false,
): Item | null {
  const rows = toRows(items)
  const here = rows.findIndex((row) => row.some(({ id }) => id === from.id))
  const row = rows[here] ?? []
  const place = row.findIndex(({ id }) => id === from.id)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const onwards = (key === 'ArrowRight') === (direction === 'ltr')
      return row[place + (onwards ? 1 : -1)] ?? null
    }
    case 'ArrowUp':
      return nearest(rows[here - 1], from)
    case 'ArrowDown':
      // A heading is as wide as the drawing: what is nearest to it says nothing.
      return from.kind === 'group' ? (rows[here + 1]?.[0] ?? null) : nearest(rows[here + 1], from)
    case 'Home':
      return (everything ? rows[0] : row)?.[0] ?? null
    case 'End':
      return (everything ? rows.at(-1) : row)?.at(-1) ?? null
  }
}

/** Lanes, then what lies below them by kind, each along time; a lane's label comes first. */
function toRows(items: readonly Item[]): Item[][] {
  const rows = new Map<string, Item[]>()
  for (const item of items.toSorted((a, b) => a.order - b.order)) {
    // Of a group, the heading is a row of its own.
    const name = item.lane !== null ? `lane ${item.lane}` : item.kind === 'group' ? item.id : kindBelow(item)
    const row = rows.get(name)
    if (row) row.push(item)
    else rows.set(name, [item])
  }
  return [...rows.values()].map((row) => row.toSorted(byDay))
}

/** A cluster below the lanes stands with what it holds. */
function kindBelow({ id }: Item): string {
  return id.replace(/^cluster:/, '').split(':', 1)[0] ?? ''
}

function byDay(a: Item, b: Item): number {
  const before = a.day ?? ''
  const after = b.day ?? ''
  return before < after ? -1 : before > after ? 1 : a.order - b.order
}

/** By the distance to the middle of the item left; of two equally near ones the narrower, which is the more exact. */
function nearest(row: readonly Item[] | undefined, { box }: Item): Item | null {
  const middle = box.x + box.width / 2
  const distance = ({ box: { x, width } }: Item) => Math.max(0, x - middle, middle - x - width)
  const [first] = (row ?? []).toSorted((a, b) => distance(a) - distance(b) || a.box.width - b.box.width)
  return first ?? null
}
