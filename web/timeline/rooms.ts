/** Where labels may stand: rows of taken stretches, and rows of things that do not touch. */

/** One row of text; what stands in it is kept, so that nothing is written over it. */
export class LabelRow {
  private readonly taken: (readonly [number, number])[] = []

  /** Whether the stretch is free, with a little air on both sides. */
  isFree(x0: number, x1: number): boolean {
    return this.taken.every(([from, until]) => x1 + AIR <= from || until + AIR <= x0)
  }

  take(x0: number, x1: number): void {
    this.taken.push([x0, x1])
  }
}

const AIR = 9

export interface Extent {
  x0: number
  x1: number
}

/**
 * Puts each thing, in the order given, into the first row where it touches nothing, `gap` pixels apart. Returns the row of
 * each, or null where all `rows` are full.
 */
export function packRows(extents: readonly Extent[], rows: number, gap: number): (number | null)[] {
  const taken: Extent[][] = []
  return extents.map((extent) => {
    const touches = ({ x0, x1 }: Extent) => extent.x0 < x1 + gap && x0 < extent.x1 + gap
    const row = taken.findIndex((others) => !others.some(touches))
    if (row < 0 && taken.length === rows) return null
    if (row < 0) taken.push([extent])
    else taken[row]?.push(extent)
    return row < 0 ? taken.length - 1 : row
  })
}

/**
 * Spreads points (rising) over rows in turn, so that each has as much room behind it as can be. Returns the row of each, or
 * null where it would touch the last one of every row.
 */
export function spreadRows(xs: readonly number[], rows: number, pitch: number): (number | null)[] {
  const last = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY)
  return xs.map((x) => {
    const row = last.indexOf(Math.min(...last))
    if (x - (last[row] as number) < pitch) return null
    last[row] = x
    return row
  })
}
