/** Right to left: the same drawing, turned over. Words turn by themselves, since their anchors are start and end. */
import type { Box, Item, Mark, Point, Tick } from './marks.ts'

export function mirrorMark(mark: Mark, width: number): Mark {
  const over = ([x, y]: Point): Point => [width - x, y]
  switch (mark.kind) {
    case 'bar':
      return { ...mark, ...mirrorBox(mark, width), edges: [mark.edges[1], mark.edges[0]] }
    case 'rect':
    case 'envelope':
      return { ...mark, ...mirrorBox(mark, width) }
    case 'circle':
    case 'diamond':
    case 'text':
      return { ...mark, x: width - mark.x }
    case 'line':
      return { ...mark, x1: width - mark.x1, x2: width - mark.x2 }
    case 'curve': {
      const [start, first, second, end] = mark.points
      return { ...mark, points: [over(start), over(first), over(second), over(end)] }
    }
    case 'area':
      return { ...mark, points: mark.points.map(over) }
  }
}

export function mirrorBox({ x, y, width, height }: Box, over: number): Box {
  return { x: over - x - width, y, width, height }
}

export function mirrorItem<I extends Omit<Item, 'order'>>(item: I, width: number): I {
  return { ...item, box: mirrorBox(item.box, width) }
}

export function mirrorTick(tick: Tick, width: number): Tick {
  return { ...tick, x: width - tick.x }
}
