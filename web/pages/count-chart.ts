/** A count over time as a small drawing: pending pale, in force dark, one on the other. The same stands beside it in words. */
import { html } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { type Day, daysBetween } from '../../db/vocabulary/edtf.ts'
import type { PressurePoint } from '../timeline/view.ts'
import { sayDay } from '../timeline/words.ts'
import type { Content } from './layout.ts'

const WIDTH = 640
const HEIGHT = 102
const BASE = 100

interface Stretch {
  from: number
  until: number
  pending: number
  inForce: number
}

/** `until` is the day shown: what is announced for later is not drawn. Nothing where there is nothing to count. */
export function countChart(points: readonly PressurePoint[], until: Day, label: string): Content {
  const shown = points.filter(({ on }) => on <= until)
  const [first] = shown
  const most = shown.reduce((max, { pending, inForce }) => Math.max(max, pending + inForce), 0)
  if (!first || most === 0) return nothing
  const length = Math.max(1, daysBetween(first.on, until))
  const at = (day: Day) => Math.round((WIDTH * daysBetween(first.on, day)) / length)
  const high = (count: number) => Math.round(BASE - (count / most) * (BASE - 2))
  const stretches = shown.map(
    ({ on, pending, inForce }, i): Stretch => ({
      from: at(on),
      until: at(shown[i + 1]?.on ?? until),
      pending,
      inForce,
    }),
  )
  const outline = (top: (one: Stretch) => number, base: (one: Stretch) => number) =>
    `${[
      ...stretches.map((one, i) => `${i === 0 ? 'M' : 'L'}${one.from} ${top(one)}H${one.until}`),
      ...stretches.toReversed().map((one) => `L${one.until} ${base(one)}H${one.from}`),
    ].join('')}Z`
  const last = shown.at(-1) ?? first
  const [from, to] = [first.on.slice(0, 4), until.slice(0, 4)]
  return html`<figure class="count-chart">
    <p class="scale" aria-hidden="true"><span>${most}</span></p>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}: ${last.inForce} in force and ${last.pending} pending on ${sayDay(until)}, at most ${most} together">
      <line class="grid" x1="0" x2=${WIDTH} y1=${high(most)} y2=${high(most)}></line>
      <path class="in-force" d=${outline(
        ({ inForce }) => high(inForce),
        () => BASE,
      )}></path>
      <path class="pending" d=${outline(
        ({ inForce, pending }) => high(inForce + pending),
        ({ inForce }) => high(inForce),
      )}></path>
      <line class="base" x1="0" x2=${WIDTH} y1=${BASE} y2=${BASE}></line>
    </svg>
    <p class="scale" aria-hidden="true"><span>${from}</span><span>${to}</span></p>
    <figcaption>
      A count, not a score: measures in force (below) and pending (above: proposed up to adopted). On ${sayDay(until)}: ${last.inForce} in force, ${last.pending} pending.
    </figcaption>
  </figure>`
}
