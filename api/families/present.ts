/** One measure of a family, as it is set beside the others. */
import type { MeasureRow } from '../../db/queries/measures.ts'
import { impactCounts } from '../../db/record-index.ts'
import { lasted } from '../../db/vocabulary/duration.ts'
import { SEVERITIES, type Severity } from '../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../db/vocabulary/rights.ts'
import type { Stage } from '../../db/vocabulary/stages.ts'
import type { Measure, Step } from '../contract/record.ts'
import type { CommunicationSummary, FamilyMeasure, FamilyRelation, StepRef } from '../contract/views.ts'
import { presentCites, presentDate, presentDisagreements } from '../facts.ts'
import { presentMeasure } from '../summaries.ts'

/** Where a text comes before those who decide; before it there may be drafts and announcements. */
const INTRODUCED: readonly Stage[] = ['introduced', 'committee', 'first_reading']
/** The act that makes it law or order, as far as its makers are concerned. */
const ADOPTED: readonly Stage[] = ['adopted', 'readopted', 'referendum_approved', 'issued']
const SIGNED: readonly Stage[] = ['signed', 'published']
const IN_FORCE: readonly Stage[] = ['in_force', 'in_force_confirmed']

export function presentFamilyMeasure(
  row: MeasureRow,
  jurisdictionName: string,
  communications: readonly CommunicationSummary[],
): FamilyMeasure {
  const measure = row.body as Measure
  const { slug, shortTitle, jurisdiction, kind, rights, status } = presentMeasure(row)
  const happened = measure.steps.filter((step) => !step.planned && step.result !== 'failed')
  const first = happened[0]
  const adopted = findStep(happened, ADOPTED) ?? findStep(happened, SIGNED)
  const inForce = findStep(happened, IN_FORCE)
  return {
    slug,
    title: shortTitle.en,
    jurisdiction,
    jurisdictionName,
    kind,
    summary: measure.summary,
    status,
    introduced: reference(findStep(measure.steps, INTRODUCED) ?? measure.steps[0]),
    first: reference(first),
    adopted: reference(adopted),
    inForce: reference(inForce),
    toAdoption: between(first, adopted),
    toForce: between(first, inForce),
    rights,
    impacts: presentFamilyImpacts(measure),
    communications: communications.filter(({ measures }) => measures.includes(slug)),
    disagreements: presentDisagreements(measure.disagreements?.filter(({ field }) => field === 'other')),
  }
}

/** The first that passed: what came later confirmed it or came back to it. */
const findStep = (steps: readonly Step[], stages: readonly Stage[]) => steps.find(({ stage }) => stages.includes(stage))

function reference(step: Step | undefined): StepRef | null {
  if (!step) return null
  const { key, stage, label, on, cites } = step
  return { key, stage, label: label.en, on: presentDate(on), cites: presentCites(cites) }
}

const between = (from: Step | undefined, to: Step | undefined) =>
  from && to && from !== to ? lasted(presentDate(from.on), presentDate(to.on)) : null

/** By ground, the highest severity of what counts; and every impact that counts, for who wants to read. */
function presentFamilyImpacts({ impacts = [], provisions, texts }: Measure): FamilyMeasure['impacts'] {
  return impacts
    .filter((impact) => impactCounts(impact, provisions, texts))
    .map(({ right, severity, effect, grounds, reasoning, provision, cites }) => ({
      right: RIGHTS.find(({ slug }) => slug === right)?.short ?? right,
      severity,
      effect,
      grounds,
      provision: provisions?.find(({ key }) => key === provision)?.label ?? null,
      reasoning,
      cites: presentCites(cites),
    }))
}

/** What the members say of one another, and of laws outside this record. */
export function presentFamilyRelations(rows: readonly MeasureRow[]): FamilyRelation[] {
  const titles = new Map(rows.map((row) => [row.slug, presentMeasure(row).shortTitle.en]))
  return rows.flatMap((row) =>
    ((row.body as Measure).relations ?? []).flatMap(
      ({ type, to, outside, intended, note, cites }): FamilyRelation[] => {
        const other = to ? titles.get(to) : undefined
        if (to && !other) return []
        return [
          {
            type,
            from: { slug: row.slug, title: titles.get(row.slug) ?? row.slug },
            to: to && other ? { slug: to, title: other } : null,
            outside: outside ?? null,
            intended: intended === true,
            note: note ?? null,
            cites: presentCites(cites),
          },
        ]
      },
    ),
  )
}

/** The higher of two; not assessed is less than any. */
export const higherSeverity = (a: Severity | null, b: Severity | null): Severity | null =>
  (a ? SEVERITIES.indexOf(a) : -1) >= (b ? SEVERITIES.indexOf(b) : -1) ? a : b
