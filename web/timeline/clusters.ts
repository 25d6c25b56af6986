/** Neighbours that could not be told apart become one mark with a count; nothing is hidden. */

export interface Group {
  /** Places in the list given, both included. */
  first: number
  last: number
  /** The mean of its members' x. */
  x: number
}

/**
 * Groups points so that no two marks touch. `xs` rise; `radiusOf` gives a mark's radius for a count, in pixels. Two that
 * come closer than their radii and `gap` merge, and so on until none do, in one pass.
 */
export function groupNeighbours(xs: ArrayLike<number>, radiusOf: (count: number) => number, gap: number): Group[] {
  const groups: Group[] = []
  for (let i = 0; i < xs.length; i++) {
    let group: Group = { first: i, last: i, x: xs[i] as number }
    for (let before = groups.at(-1); before; before = groups.at(-1)) {
      if (group.x - before.x >= radiusOf(countOf(before)) + radiusOf(countOf(group)) + gap) break
      groups.pop()
      group = join(before, group)
    }
    groups.push(group)
  }
  return groups
}

export function countOf({ first, last }: Group): number {
  return last - first + 1
}

/** Widens the first of two by the second. */
function join(a: Group, b: Group): Group {
  a.x = (a.x * countOf(a) + b.x * countOf(b)) / (countOf(a) + countOf(b))
  a.last = b.last
  return a
}

/** A count in at most four characters: "40", "999", "12k". */
export function sayCount(count: number): string {
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`
}

/** Radius of a mark that stands for so many; a single one's is given. It stays within a lane's bar and the air around it. */
export function clusterRadius(count: number, single: number): number {
  return count === 1 ? single : 6 + 1.5 * Math.min(3, lengthOfCount(count))
}

/** Text size of a count, so that it fits the circle. */
export function countSize(count: number): number {
  return [10, 10, 10, 8, 7][lengthOfCount(count)] as number
}

/** Characters of a count as it is said. */
function lengthOfCount(count: number): number {
  if (count < 1000) return count < 10 ? 1 : count < 100 ? 2 : 3
  return sayCount(count).length
}
