/** What lies under a pointer. */
import type { Box, Item, ItemKind, Layout } from './marks.ts'

/** The least target, in pixels (WCAG 2.2, 2.5.8). */
export const TARGET = 24

/** What stands on top of what: a step is meant before the bar beneath it. */
const DEPTH: Readonly<Record<ItemKind, number>> = {
  cluster: 0,
  step: 0,
  letter: 1,
  communication: 1,
  event: 1,
  relation: 2,
  span: 3,
  measure: 4,
  group: 5,
}

/**
 * The item at a point in pixels, or null. Every item has a target of at least 24 px a side around its middle; where several
 * meet, what is drawn on top wins, then the nearest.
 */
export function itemAt({ items }: Pick<Layout, 'items'>, x: number, y: number): Item | null {
  let best: { item: Item; depth: number; distance: number } | null = null
  for (const item of items) {
    if (!holds(item.box, x, y)) continue
    const depth = DEPTH[item.kind]
    const distance = distanceTo(item.box, x, y)
    if (!best || depth < best.depth || (depth === best.depth && distance < best.distance))
      best = { item, depth, distance }
  }
  return best?.item ?? null
}

function holds({ x, y, width, height }: Box, px: number, py: number): boolean {
  const dx = Math.abs(px - (x + width / 2))
  const dy = Math.abs(py - (y + height / 2))
  return dx <= Math.max(width, TARGET) / 2 && dy <= Math.max(height, TARGET) / 2
}

/** To the middle, in the direction where the box is narrower than a target; along a long bar, every place is as near. */
function distanceTo({ x, y, width, height }: Box, px: number, py: number): number {
  const dx = Math.max(0, Math.abs(px - (x + width / 2)) - Math.max(0, width - TARGET) / 2)
  const dy = Math.max(0, Math.abs(py - (y + height / 2)) - Math.max(0, height - TARGET) / 2)
  return Math.hypot(dx, dy)
}
