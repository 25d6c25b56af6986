/** Lives of laws: stages in an order that happens, with days that are known more or less well. */
import type { Citation, Step } from '../../../api/contract/record.ts'
import { addDays, type Day } from '../../../db/vocabulary/edtf.ts'
import type { Stage } from '../../../db/vocabulary/stages.ts'
import type { Chance } from './chance.ts'
import { PRESS, pressSlug, WORLD_TODAY } from './ground.ts'

/** Roads that laws take; each may break off at any stage, because the day is not yet. */
const ROADS: readonly (readonly Stage[])[] = [
  [
    'drafted',
    'consultation',
    'introduced',
    'committee',
    'first_reading',
    'second_reading',
    'adopted',
    'signed',
    'published',
    'in_force',
  ],
  [
    'announced',
    'introduced',
    'first_reading',
    'sent_back',
    'second_reading',
    'further_reading',
    'adopted',
    'returned',
    'readopted',
    'signed',
    'in_force',
  ],
  ['introduced', 'committee', 'first_reading', 'postponed', 'rejected'],
  [
    'introduced',
    'first_reading',
    'withdrawn',
    'introduced',
    'adopted',
    'signed',
    'published',
    'in_force',
    'amended',
    'challenged',
    'upheld',
  ],
  ['drafted', 'consultation', 'referendum_called', 'referendum_approved', 'signed', 'in_force'],
  ['issued', 'in_force', 'extended', 'extended', 'extended'],
  ['introduced', 'adopted', 'signed', 'in_force_confirmed', 'challenged', 'found_unconstitutional', 'annulled'],
  ['issued', 'published', 'in_force', 'suspended', 'implemented', 'repealed'],
  ['reported', 'introduced', 'committee', 'lapsed'],
]

/** What may be announced before it happens. */
const NEXT: Partial<Record<Stage, Stage>> = {
  introduced: 'first_reading',
  committee: 'first_reading',
  first_reading: 'second_reading',
  adopted: 'signed',
  signed: 'in_force',
  published: 'in_force',
  referendum_called: 'referendum_approved',
}

/** The day as sources tell it: exactly, or as a month, a year, a guess, or one of several days. The true day is within. */
export function asTold(chance: Chance, day: Day): string {
  const month = day.slice(0, 7)
  const forms = [
    () => month,
    () => day.slice(0, 4),
    () => `${day}?`,
    () => `${month}~`,
    () => `[${addDays(day, -chance.between(1, 20))}..${day}]`,
    () => `[..${day}]`,
  ]
  return chance.maybe(0.75) ? day : chance.pick(forms)()
}

const sayStage = (stage: Stage): string => stage.replaceAll('_', ' ')

/** The first edition of a record, or a later one: what was planned has moved, or is gone because the measure was withdrawn. */
export type Edition = 'first' | 'moved' | 'withdrawn'

/** `begun` is the true day of the first step. */
export function stepsOf(chance: Chance, state: string, begun: Day, edition: Edition): Step[] {
  const cites = (): Citation[] =>
    chance.some(PRESS, chance.between(1, 2)).map((paper) => ({
      source: pressSlug(state, paper),
      certainty: chance.pick(['stated', 'reported', 'reported', 'alleged', 'inferred']),
      ...(chance.maybe(0.3) ? { locator: `page ${chance.between(1, 40)}` } : {}),
    }))
  const steps: Step[] = []
  let day = begun
  for (const [i, stage] of chance.pick(ROADS).entries()) {
    if (day > WORLD_TODAY) break
    const on = asTold(chance, day)
    const label = { en: `The ${sayStage(stage)} of the invented text, ${i + 1}` }
    const step: Step = { key: `${stage.replaceAll('_', '-')}-${i + 1}`, stage, on, label, cites: cites() }
    if (stage === 'reported') step.stands_at = 'in_procedure'
    if (stage === 'extended' || (stage === 'suspended' && chance.maybe(0.5))) step.until = addDays(day, 90)
    if (stage === 'first_reading') step.result = chance.maybe(0.8) ? 'passed' : 'failed'
    if (stage === 'adopted') step.vote = { for: chance.between(40, 90), against: chance.between(0, 40) }
    if (chance.maybe(0.04)) step.disagreements = [disagreement(chance, on, day, cites)]
    steps.push(step)
    day = addDays(day, chance.between(3, 150))
  }
  const last = steps.at(-1)
  const next = last && NEXT[last.stage]
  if (next && chance.maybe(0.6) && edition !== 'withdrawn') {
    const planned = addDays(WORLD_TODAY, chance.between(5, 200) + (edition === 'moved' ? 30 : 0))
    const label = { en: `The ${sayStage(next)}, announced` }
    steps.push({ key: `planned-${steps.length + 1}`, stage: next, on: planned, planned: true, label, cites: cites() })
  }
  if (edition !== 'first') {
    const stage = edition === 'withdrawn' ? 'withdrawn' : 'noted'
    const label = { en: `The invented text, ${stage} of late` }
    steps.push({ key: `late-${stage}`, stage, on: WORLD_TODAY, label, cites: cites() })
  }
  return steps
}

function disagreement(chance: Chance, on: string, day: Day, cites: () => Citation[]) {
  return {
    field: 'on' as const,
    about: 'the day on which it happened',
    claims: [
      { value: on, preferred: true, cites: cites() },
      { value: addDays(day, -chance.between(1, 9)), cites: cites() },
    ],
    reason: 'The first is nearer to what happened.',
  }
}
