/** A row for what found no room of its own: marks without words, and clusters with a count. */
import { clusterRadius, countOf, countSize, groupNeighbours, sayCount } from './clusters.ts'
import type { Item, ItemKind, Mark } from './marks.ts'
import { fadeOf, isLater, layText, type Sheet, xOn } from './sheet.ts'
import { dayOfNumber } from './time-scale.ts'
import { sayDay } from './words.ts'

export interface CrowdPoint {
  /** Item id. */
  id: string
  slug: string
  /** Day number. */
  at: number
}

/** What stands alone. */
export interface Single {
  kind: ItemKind
  /** Called when somebody comes to it. */
  name: () => string
  marks: Mark[]
}

export interface Crowd {
  marks: Mark[]
  items: Omit<Item, 'order'>[]
}

const RADIUS = 6

/** `points` by rising day; `alone` draws one at x; `noun` names many: "letters". `y` is the row's middle. */
export function layCrowd<P extends CrowdPoint>(
  sheet: Sheet,
  points: readonly P[],
  y: number,
  noun: string,
  alone: (point: P, x: number) => Single,
): Crowd {
  const { x0, x1 } = sheet.scale
  const xs = new Float64Array(points.length)
  points.forEach(({ at }, i) => {
    xs[i] = Math.max(x0, Math.min(x1, xOn(sheet, at + 0.5)))
  })
  const crowd: Crowd = { marks: [], items: [] }
  for (const group of groupNeighbours(xs, (count) => clusterRadius(count, RADIUS), 2)) {
    const first = points[group.first] as P
    const radius = clusterRadius(countOf(group), RADIUS)
    const box = { x: group.x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
    const place = { box, lane: null, slug: first.slug, day: dayOfNumber(first.at) }
    if (countOf(group) === 1) {
      const { kind, name, marks } = alone(first, group.x)
      crowd.marks.push(...marks)
      crowd.items.push({
        id: first.id,
        kind,
        get name() {
          return name()
        },
        ...place,
      })
      continue
    }
    const members = points.slice(group.first, group.last + 1)
    const last = members.at(-1) as P
    const id = `cluster:${first.id}`
    crowd.marks.push(...layCount(sheet, members.length, first.at, group.x, y, id))
    crowd.items.push({
      id,
      kind: 'cluster',
      get name() {
        return `${members.length} ${noun}, ${sayDay(place.day)} to ${sayDay(dayOfNumber(last.at))}`
      },
      ...place,
      members: members.map((member) => member.id),
    })
  }
  return crowd
}

/** A circle with a count. `day` is the first member's. */
export function layCount(sheet: Sheet, count: number, day: number, x: number, y: number, item: string): Mark[] {
  const text = layText(sayCount(count), 60, {
    layer: 'plot',
    part: 'count',
    x,
    y: y + countSize(count) * 0.36,
    size: countSize(count),
    bold: true,
    anchor: 'middle',
    paint: isLater(sheet, day) ? 'muted' : 'ink',
    item,
  })
  const radius = clusterRadius(count, RADIUS)
  const circle: Mark = {
    kind: 'circle',
    layer: 'plot',
    x,
    y,
    radius,
    fill: 'ground',
    stroke: 'ink',
    strokeWidth: 1.75,
    dashed: false,
    item,
    ...fadeOf(sheet, day),
  }
  return text ? [circle, text] : [circle]
}
