import { impactCounts } from '../../db/record-index.ts'
import type { Day } from '../../db/vocabulary/edtf.ts'
import { articleLabel, RIGHTS } from '../../db/vocabulary/rights.ts'
import type { Measure, Step } from '../contract/record.ts'
import type { ImpactView, MeasureDetail, ProvisionView, StepView } from '../contract/views.ts'
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

/** A communication that an impact's reasoning is taken from. */
export type Speakers = ReadonlyMap<string, { title: string; reference: string | null }>

export function presentImpacts({ impacts = [], provisions, texts }: Measure, speakers: Speakers): ImpactView[] {
  return impacts.map((impact) => {
    const { said_by } = impact
    const slug = said_by.voice === 'communication' ? said_by.communication : null
    return {
      key: impact.key,
      provision: impact.provision ?? null,
      right: { slug: impact.right, title: RIGHTS.find((right) => right.slug === impact.right)?.title ?? impact.right },
      effect: impact.effect,
      severity: impact.severity,
      severityReason: impact.severity_reason ?? null,
      grounds: impact.grounds,
      articles: impact.articles.map(articleLabel),
      reasoning: impact.reasoning,
      saidBy: slug
        ? {
            voice: 'communication',
            communication: slug,
            title: speakers.get(slug)?.title ?? slug,
            reference: speakers.get(slug)?.reference ?? null,
          }
        : { voice: 'editors' },
      counts: impactCounts(impact, provisions, texts),
      cites: presentCites(impact.cites),
    }
  })
}
