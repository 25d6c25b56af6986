/** Cubic curves cut at the sides of the plot, so that what is drawn of them is where it would be without the cut. */
import type { Point } from './marks.ts'

export type Curve = readonly [Point, Point, Point, Point]

/** The part between x0 and x1, null where there is none. The curve's x may turn back by a little near its ends. */
export function cutCurve(curve: Curve, x0: number, x1: number): Curve | null {
  const [start, , , end] = curve
  if (Math.max(start[0], end[0]) < x0 || Math.min(start[0], end[0]) > x1) return null
  const from = start[0] < x0 ? reach(curve, x0) : 0
  const until = end[0] > x1 ? reach(curve, x1) : 1
  const [, rest] = split(curve, from)
  const [kept] = split(rest, from === 1 ? 1 : (until - from) / (1 - from))
  return kept.map(([x, y]): Point => [Math.max(x0, Math.min(x1, x)), y]) as unknown as Curve
}

/** Where, from 0 to 1, the curve comes to x: halved thirty times, which is exact to a thousandth of a pixel. */
function reach(curve: Curve, x: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (split(curve, middle)[0][3][0] < x) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** De Casteljau: the curve before t and the one after it. */
function split([a, b, c, d]: Curve, t: number): [Curve, Curve] {
  const between = (p: Point, q: Point): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]
  const ab = between(a, b)
  const bc = between(b, c)
  const cd = between(c, d)
  const abc = between(ab, bc)
  const bcd = between(bc, cd)
  const middle = between(abc, bcd)
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ]
}
