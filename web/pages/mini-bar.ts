/** A measure's statuses over a stretch of time, as a bar that is as wide as its place. The words stand beside it. */
import { html } from '@lit-labs/ssr'
import { nothing } from 'lit'
import { type Day, daysBetween } from '../../db/vocabulary/edtf.ts'
import type { StatusSpan } from '../timeline/view.ts'
import type { Content } from './layout.ts'

/**
 * Without `period` from the first status to the start of the last and a tenth more, so that a status which lasts shows.
 * Hidden from screen readers: it says nothing that the words beside it do not say.
 */
export function miniBar(spans: readonly StatusSpan[], period: { from: Day; until: Day } = ownPeriod(spans)): Content {
  const length = Math.max(1, daysBetween(period.from, period.until))
  const at = (day: Day) => Math.round(Math.min(1, Math.max(0, daysBetween(period.from, day) / length)) * 10_000) / 10
  const bars = spans
    .map((span) => ({ status: span.status, from: at(span.from), until: span.until === null ? 1000 : at(span.until) }))
    .filter(({ from, until }) => until > from)
  if (bars.length === 0) return nothing
  return html`<svg class="mini-bar" width="320" height="10" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="1000" height="10"></rect>
    ${bars.map(
      ({ status, from, until }) =>
        html`<rect class=${status} x=${from} width=${Math.round((until - from) * 10) / 10} height="10"></rect>`,
    )}
  </svg>`
}

function ownPeriod(spans: readonly StatusSpan[]): { from: Day; until: Day } {
  const from = spans[0]?.from ?? '2000-01-01'
  const last = spans.at(-1)
  const end = last?.until ?? last?.from ?? from
  const tail = Math.max(180, Math.round(daysBetween(from, end) / 4))
  const until = new Date(Date.parse(end) + (last?.until ? 0 : tail) * 86_400_000).toISOString().slice(0, 10)
  return { from, until }
}
