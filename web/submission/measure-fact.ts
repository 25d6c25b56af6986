/** A measure as sentences: where it stands, how it came there, and what it does to the rights chosen. */
import type { CitationView, ImpactView, MeasureSummary, StepView } from '../../api/contract/views.ts'
import type { Day } from '../../db/vocabulary/edtf.ts'
import { SEVERITIES } from '../../db/vocabulary/lists.ts'
import type { Stage } from '../../db/vocabulary/stages.ts'
import { isAfter } from '../timeline/on-day.ts'
import { kindWord, sayDay, sayWhen, statusSentence, statusShort, voteWords } from '../timeline/words.ts'
import { disputesOf, ended, type Fact, hedgeOf, inBrackets, type Sentence, small } from './fact.ts'

export type MeasureMaterial = MeasureSummary & {
  steps: readonly StepView[]
  impacts: readonly ImpactView[]
  cites: readonly CitationView[]
}

/** Steps that tell a measure's way in a line; the others stand in the chronology. */
const MILESTONES: ReadonlySet<Stage> = new Set([
  'introduced',
  'adopted',
  'readopted',
  'referendum_approved',
  'returned',
  'signed',
  'issued',
  'in_force',
  'in_force_confirmed',
  'suspended',
  'annulled',
  'repealed',
  'replaced',
  'rejected',
  'withdrawn',
  'lapsed',
])

/** With its kind, unless the title has it: "Mass media law, 2025", "Register rules, Resolution No. 518 (regulation)". */
const sayTitle = (title: string, kind: string): string =>
  title.toLowerCase().includes(kind.toLowerCase()) ? title : `${title} (${kind.toLowerCase()})`

/**
 * Where a measure stands on the day, how it came there, and what it does to the rights chosen. `steps` finds a step of another
 * measure that a status rests on; where there is none at hand, the status rests on what the measure as a whole does.
 */
export function factOfMeasure(
  measure: MeasureMaterial,
  { asOf, rights }: { asOf: Day; rights: readonly string[] },
  stepsOf: (slug: string) => readonly StepView[],
): Fact {
  const { slug, kind, title, shortTitle, status, steps, impacts, cites } = measure
  const basis = status.basis && stepsOf(status.basis.measure).find(({ key }) => key === status.basis?.step)
  const restsOn = basis?.cites ?? cites
  const standing: Sentence = {
    key: 'status',
    pieces: [
      {
        text: ended(
          `${sayTitle(shortTitle.en, kindWord(kind))}. As of ${sayDay(asOf)}${inBrackets(hedgeOf(restsOn))}: ${small(statusSentence(status))}`,
        ),
        cites: restsOn,
      },
    ],
    disputes: disputesOf(basis?.disagreements ?? []),
  }
  const past = steps.filter(({ on, planned }) => !planned && !isAfter(on, asOf))
  const milestones = past.filter(({ stage, result }) => MILESTONES.has(stage) || result === 'failed')
  const hedges = new Set(milestones.map(({ cites }) => hedgeOf(cites)))
  // Where the same holds of all, it is said once, before them.
  const [common = ''] = hedges.size === 1 ? hedges : []
  const way: Sentence = {
    key: 'way',
    pieces: milestones.map((step, i) => ({
      text: `${i === 0 ? `Steps${inBrackets(common)}: ` : ' '}${sayStep(step, common === '')}${i === milestones.length - 1 ? '.' : ';'}`,
      cites: step.cites,
    })),
    disputes: milestones.flatMap(({ disagreements }) => disputesOf(disagreements)),
  }
  const effects = rights.flatMap((right) =>
    [...impacts]
      .filter((impact) => impact.counts && impact.right.slug === right)
      .sort(bySeverity)
      .map(sayImpact),
  )
  const firstOfRight = new Set(rights.map((right) => effects.find(({ of }) => of === right)?.sentence.key))
  return {
    record: 'measure',
    slug,
    symbol: null,
    title: shortTitle.en ?? title.en,
    kind: kindWord(kind),
    sentences: [standing, ...(milestones.length > 0 ? [way] : []), ...effects.map(({ sentence }) => sentence)],
    besides: effects.map(({ sentence }) => sentence.key).filter((key) => !firstOfRight.has(key)),
    dated: past.map((step) => ({
      on: step.on,
      text: `${shortTitle.en}: ${step.label}${step.result ? ` (${step.result})` : ''}${inBrackets(hedgeOf(step.cites))}`,
      cites: step.cites,
    })),
    status: statusShort(status),
    reply: null,
    questions: [],
  }
}

/** "Third reading, 14 March 2024 (66 for, 5 against), reportedly" */
function sayStep({ label, on, vote, result, cites }: StepView, hedges: boolean): string {
  const votes = vote ? voteWords(vote) : ''
  const outcome = [result === 'failed' ? 'failed' : '', votes].filter(Boolean).join('; ')
  return `${label}, ${sayWhen(on)}${outcome ? ` (${outcome})` : ''}${hedges ? inBrackets(hedgeOf(cites)) : ''}`
}

const weightOf = ({ severity }: ImpactView): number => (severity === null ? -1 : SEVERITIES.indexOf(severity))
const bySeverity = (a: ImpactView, b: ImpactView): number => weightOf(b) - weightOf(a)

function sayImpact(impact: ImpactView): { of: string; sentence: Sentence } {
  const { key, right, articles, reasoning, saidBy, cites } = impact
  const where = articles.length > 0 ? ` (${articles.join(', ')})` : ''
  const who = saidBy.voice === 'editors' ? ', as the record’s editors read it' : ''
  return {
    of: right.slug,
    sentence: {
      key: `impact-${key}`,
      pieces: [{ text: ended(`${right.title}${where}${who}${inBrackets(hedgeOf(cites))}: ${reasoning}`), cites }],
      disputes: [],
    },
  }
}
