/** Random histories of a record: versions that add, change, relate, retract and bring back, each valid after the one before. */
import type { AnyRecord, Measure } from '../../api/contract/record.ts'
import type { Writable } from '../../db/journalled.ts'
import { accept } from '../../db/versions.ts'
import type { RecordName } from '../../db/vocabulary/record-name.ts'
import { STAGES } from '../../db/vocabulary/stages.ts'
import { buildEvent, buildFamily, buildImpact, buildLetter, buildMeasure, buildStep, cites, ground } from './build.ts'
import { type Chance, chanceOf } from './chance.ts'

export interface Edit {
  records: AnyRecord[]
  retract: RecordName[]
}

const MEASURES = Array.from({ length: 6 }, (_, i) => `bill-${i}`)
/** Without those that need more than a day. */
const SIMPLE_STAGES = STAGES.filter((stage) => !['reported', 'extended'].includes(stage))
const WORDS = ['о клевете', 'assembly', 'association', '“quoted”', 'naïve', 'line\nbreak', '🗳']

/** The first edit lays the ground. Every edit changes something; refers only to what is there. */
export function randomHistory(seed: number, versions: number): Edit[] {
  const chance = chanceOf(seed)
  const there = new Set<string>()
  const edits: Edit[] = [{ records: [...ground(), measureOf('bill-0', there, chance, 0)], retract: [] }]
  there.add('bill-0')
  for (let version = 2; version <= versions; version++) edits.push(editOf(chance, there, version))
  return edits
}

function editOf(chance: Chance, there: Set<string>, version: number): Edit {
  // Retracting is for the last in the row, to which no other one relates.
  const last = MEASURES.filter((slug) => there.has(slug)).at(-1)
  if (last && last !== 'bill-0' && chance.isLikely(0.2)) {
    there.delete(last)
    const about = [...there].map((measure) => ({ measure, cites: cites() }))
    return {
      records: [buildLetter({ about, summary: `Letter of version ${version}` }), buildFamily([...there])],
      retract: [{ record: 'measure', slug: last }],
    }
  }
  const slugs = [...new Set([chance.pick(MEASURES), chance.pick(MEASURES)])].sort()
  const measures = slugs.map((slug) => {
    const measure = measureOf(slug, there, chance, version)
    there.add(slug)
    return measure
  })
  const rest: AnyRecord[] = []
  if (chance.isLikely(0.3))
    rest.push(buildEvent({ slug: `event-${chance.below(3)}`, summary: `Event of version ${version}` }))
  if (chance.isLikely(0.3)) rest.push(buildFamily([...there].sort(), { summary: `Family of version ${version}` }))
  return { records: [...measures, ...rest], retract: [] }
}

function measureOf(slug: string, there: ReadonlySet<string>, chance: Chance, version: number): Measure {
  const older = MEASURES.filter((other) => other < slug && there.has(other))
  const year = 2010 + chance.below(10)
  const steps = Array.from({ length: chance.below(5) }, (_, i) =>
    buildStep(chance.pick(SIMPLE_STAGES), `${year + i}-0${1 + chance.below(9)}-1${chance.below(9)}`, {
      key: `step-${i}`,
    }),
  )
  const to = older.length && chance.isLikely(0.5) ? chance.pick(older) : null
  return buildMeasure({
    slug,
    summary: `Version ${version}: ${chance.pick(WORDS)} ${chance.pick(WORDS)} ${chance.below(1e6)}`,
    steps,
    checked_on: `20${20 + chance.below(6)}-11-01`,
    ...(chance.isLikely(0.5) ? { impacts: [buildImpact(chance.pick(['expression', 'assembly', 'association']))] } : {}),
    ...(to
      ? { relations: [{ type: chance.pick(['replaces', 'revives', 'amends'] as const), to, cites: cites() }] }
      : {}),
  })
}

/** Accepts each edit as one version; `at` counts the days. */
export async function acceptHistory(store: Writable, edits: readonly Edit[]): Promise<void> {
  for (const [i, { records, retract }] of edits.entries())
    await accept(
      store,
      records,
      { author: `editor ${i % 3}`, message: `Edit ${i + 1}`, at: new Date(Date.UTC(2026, 0, 1 + i)).toISOString() },
      { retract },
    )
}
