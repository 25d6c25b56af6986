import type { Day } from '../../db/vocabulary/edtf.ts'
import type { Measure, Step } from '../contract/record.ts'
import type { MeasureDetail, ProvisionView, StepView } from '../contract/views.ts'
import { presentCites, presentDisagreements, presentOptionalDate } from '../facts.ts'
import { presentTimelineStep } from '../measure-parts.ts'

export function presentStep(step: Step, asOf: Day): StepView {
  const view = presentTimelineStep(step)
  return {
    ...view,
    labels: step.label,
    text: step.text ?? null,
    until: presentOptionalDate(step.until),
    standsAt: step.stands_at ?? null,
    note: step.note ?? null,
    afterAsOf: view.on.latest === null || view.on.latest > asOf,
    disagreements: presentDisagreements(step.disagreements),
  }
}

export const presentProvisions = ({ provisions = [] }: Measure): ProvisionView[] =>
  provisions.map(({ key, label, gist, wording, texts = [], cites, disagreements }) => ({
    key,
    label,
    gist,
    wording: wording ?? null,
    texts,
    cites: presentCites(cites),
    disagreements: presentDisagreements(disagreements),
  }))

export const presentTexts = ({ texts = [] }: Measure): MeasureDetail['texts'] =>
  texts.map(({ key, label, on, language, address, current, cites }) => ({
    key,
    label,
    on: presentOptionalDate(on),
    language: language ?? null,
    address: address ?? null,
    current: current === true,
    cites: presentCites(cites),
  }))

export const presentIdentifiers = ({ identifiers = [] }: Measure): MeasureDetail['identifiers'] =>
  identifiers.map(({ value, cites }) => ({ value, cites: presentCites(cites) }))
