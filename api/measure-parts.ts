/** Spans and steps of a measure, as its page and the timeline show them. */
import type { MeasureRow } from '../db/queries/measures.ts'
import { parseEdtf } from '../db/vocabulary/edtf.ts'
import type { Step } from './contract/record.ts'
import type { StatusSpan, TimelineStep } from './contract/views.ts'
import { presentCites, presentVote } from './facts.ts'

export function presentSpans({ spans, quiet }: Pick<MeasureRow, 'spans' | 'quiet'>): StatusSpan[] {
  return spans.map((span) => ({
    status: span.status,
    from: span.from_on,
    until: span.until_on,
    basis: span.basis_measure ? `${span.basis_measure}#${span.basis_step}` : span.basis_step,
    rule: span.rule,
    quiet: quiet
      .filter(({ from_on }) => from_on >= span.from_on && (span.until_on === null || from_on < span.until_on))
      .map(({ from_on, until_on, kind }) => ({ from: from_on, until: until_on, kind })),
    asAnnounced: span.as_announced,
    asReported: span.as_reported,
  }))
}

export function presentTimelineStep(step: Step): TimelineStep {
  const { edtf, earliest, latest, inferred } = parseEdtf(step.on)
  return {
    key: step.key,
    stage: step.stage,
    result: step.result ?? null,
    on: { edtf, earliest, latest },
    inferred: inferred || step.cites.every((cite) => cite.certainty === 'inferred'),
    planned: step.planned === true,
    label: step.label.en,
    body: step.body ?? null,
    vote: presentVote(step.vote),
    disputed: (step.disagreements ?? []).length > 0,
    cites: presentCites(step.cites),
  }
}
