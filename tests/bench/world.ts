/**
 * A world for tests of size: any number of measures over 190 invented States, with steps, doubt, texts, provisions, impacts,
 * letters, events, families, relations and sources, in six languages. The same seed gives the same world; a bigger world
 * begins as a smaller one does. It comes in batches, each of which stands on those before it, so that it goes into a store as
 * dossiers do: version by version, and never whole in memory.
 */
import type { AnyRecord } from '../../api/contract/record.ts'
import type { Writable } from '../../db/journalled.ts'
import { accept } from '../../db/versions.ts'
import { eventRecord, familyRecords, letterOf, letterRecord, reportRecord } from './world/around.ts'
import { groundOf } from './world/ground.ts'
import { measureOf, type Sketch, sketchOf } from './world/measures.ts'

export { STATES, WORLD_TODAY } from './world/ground.ts'
export { SAMPLE_SIZE } from './world/measures.ts'

export interface WorldOptions {
  measures: number
  seed?: number
  /** Measures in one batch. */
  batch?: number
}

export interface WorldBatch {
  message: string
  records: AnyRecord[]
}

/** Every how-many-th measure has a later edition, in a version of its own at the end. */
const LATE_EVERY = 8

/** The batches of a world, in the order in which they are to be accepted: ground, measures, corrections. */
export function* worldOf({ measures, seed = 1, batch = 1000 }: WorldOptions): Generator<WorldBatch> {
  yield { message: 'The ground of an invented world', records: groundOf() }
  for (let from = 0; from < measures; from += batch) {
    const sketches = Array.from({ length: Math.min(batch, measures - from) }, (_, i) => sketchOf(seed, from + i))
    yield { message: `Invented measures from ${from}`, records: recordsOf(seed, sketches) }
  }
  const late = Array.from({ length: Math.floor(measures / LATE_EVERY) }, (_, i) => sketchOf(seed, i * LATE_EVERY))
  const records = late.map((sketch) =>
    measureOf(seed, sketch, {
      letter: letterOf(seed, sketch),
      edition: sketch.index % (2 * LATE_EVERY) ? 'moved' : 'withdrawn',
    }),
  )
  yield { message: 'What became known later', records }
}

function recordsOf(seed: number, sketches: readonly Sketch[]): AnyRecord[] {
  const records: AnyRecord[] = []
  let letterBefore: string | null = null
  for (const [i, sketch] of sketches.entries()) {
    const letter = letterOf(seed, sketch)
    records.push(reportRecord(sketch), measureOf(seed, sketch, { letter, edition: 'first' }))
    const before = sketches[i - 1]
    const others = before && before.state === sketch.state ? [before.slug] : []
    if (letter) records.push(letterRecord(seed, sketch, letter, others, letterBefore))
    letterBefore = letter ?? letterBefore
    const event = eventRecord(seed, sketch, letter)
    if (event) records.push(event)
  }
  return [...records, ...familyRecords(sketches)]
}

/** Takes a world into a store, a version for each batch. Gives the number of the newest version. */
export async function acceptWorld(
  store: Writable,
  options: WorldOptions,
  progress: (version: number, records: number) => void = () => {},
): Promise<number> {
  let newest = 0
  let day = 0
  for (const { message, records } of worldOf(options)) {
    const at = new Date(Date.UTC(2026, 0, 1) + day++ * 3_600_000).toISOString()
    const { version } = await accept(store, records, { author: 'world', message, at })
    newest = version
    progress(version, records.length)
  }
  return newest
}
