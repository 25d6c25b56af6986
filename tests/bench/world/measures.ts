/** One measure of the world, wholly given by the seed and its number. */
import type { Impact, Measure } from '../../../api/contract/record.ts'
import { addDays, type Day } from '../../../db/vocabulary/edtf.ts'
import { EFFECTS, GROUNDS, MEASURE_KINDS, SEVERITIES } from '../../../db/vocabulary/lists.ts'
import { INSTRUMENTS, RIGHTS } from '../../../db/vocabulary/rights.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type InventedState, pressSlug, STATES, WORLD_TODAY } from './ground.ts'
import { type Edition, stepsOf } from './steps.ts'
import { TOPICS, titleOf } from './words.ts'

/** How many measures the first State has, whatever the world's size: a slice by which growth can be seen. */
export const SAMPLE_SIZE = 60
const FIRST_DAY = '2002-01-01'
const LAST_BEGINNING = 9000

const stateAt = (i: number): InventedState => STATES[i] ?? (STATES[0] as InventedState)

/** What is known of a measure without making it: enough for others to refer to it. */
export interface Sketch {
  index: number
  slug: string
  state: InventedState
  begun: Day
  topic: string
}

export function sketchOf(seed: number, index: number): Sketch {
  const chance = chanceOf(seed, 'measure', index)
  // Few States have most of the laws: the square bends the draw towards the front of the list.
  const state = index < SAMPLE_SIZE ? stateAt(0) : stateAt(1 + Math.floor(chance.next() ** 2 * (STATES.length - 1)))
  const topic = chance.pick(TOPICS)
  const begun = addDays(FIRST_DAY, chance.between(0, LAST_BEGINNING))
  return { index, slug: `${state.code}-${topic}-${index}`, state, begun, topic }
}

/** An older measure of the same State near by, which this one can refer to. */
function elderOf(seed: number, { index, state, begun }: Sketch): Sketch | null {
  for (let other = index - 1; other >= Math.max(0, index - 150); other--) {
    const sketch = sketchOf(seed, other)
    if (sketch.state === state && sketch.begun < begun) return sketch
  }
  return null
}

export interface Around {
  /** Slug of the letter that is about the measure, where there is one. */
  letter: string | null
  edition: Edition
}

export function measureOf(seed: number, sketch: Sketch, { letter, edition }: Around): Measure {
  const { index, slug, state, begun, topic } = sketch
  const chance = chanceOf(seed, 'body of measure', index)
  const cites = [{ source: pressSlug(state.code, 'gazette'), certainty: 'stated' as const }]
  const english = `Invented ${topic.replaceAll('-', ' ')} act no. ${index}`
  const title = titleOf(chance, state.tongue, `${english} of ${state.name}`)
  const steps = stepsOf(chance, state.code, begun, edition)
  const texts: NonNullable<Measure['texts']> = Array.from({ length: chance.between(0, 3) }, (_, i) => ({
    key: `text-${i + 1}`,
    label: { en: `Invented text ${i + 1}` },
    language: state.tongue,
    address: `https://gazette.${state.code}.example/${slug}/${i + 1}`,
    cites,
  }))
  const newest = texts.at(-1)
  if (newest) newest.current = true
  const keys = texts.map(({ key }) => key)
  const provisions: NonNullable<Measure['provisions']> = Array.from({ length: chance.between(0, 4) }, (_, i) => ({
    key: `article-${i + 1}`,
    label: `Article ${i + 1} (${chance.between(1, 4)})`,
    gist: 'Whoever invents without a permit pays an invented fine, and registers every invention within ten days.',
    ...(keys.length ? { texts: chance.some(keys, chance.between(1, keys.length)) } : {}),
    cites,
  }))
  const elder = chance.maybe(0.3) ? elderOf(seed, sketch) : null
  const type = chance.pick(['revives', 'replaces', 'amends', 'implements', 'companion'] as const)
  return {
    record: 'measure',
    slug,
    jurisdiction: state.part && chance.maybe(0.2) ? state.part : state.code,
    kind: chance.pick(MEASURE_KINDS),
    title,
    short_title: { en: english },
    summary: `An invented text of ${state.name} about ${topic}, which exists only to fill a world of tests.`,
    checked_on: edition === 'first' ? addDays(WORLD_TODAY, -chance.between(0, 700)) : WORLD_TODAY,
    texts,
    steps,
    provisions,
    impacts: impactsOf(
      chance,
      provisions.map(({ key }) => key),
      letter,
      cites,
    ),
    ...(elder ? { relations: [{ type, to: elder.slug, intended: chance.maybe(0.1), cites }] } : {}),
    cites,
  }
}

function impactsOf(chance: Chance, provisions: string[], letter: string | null, cites: Measure['cites']): Impact[] {
  return chance.some(RIGHTS, chance.between(0, 3)).map(({ slug: right }, i) => {
    const severity = chance.pick([null, ...SEVERITIES])
    return {
      key: `impact-${i + 1}`,
      ...(provisions.length ? { provision: chance.pick(provisions) } : {}),
      right,
      effect: chance.pick(EFFECTS),
      severity,
      ...(severity ? { severity_reason: 'The invented fine of Article 1.' } : {}),
      grounds: chance.some(GROUNDS, chance.between(0, 3)),
      articles: chance
        .some(INSTRUMENTS, chance.between(0, 2))
        .map(({ slug: instrument }) => ({ instrument, article: `${chance.between(1, 27)} (${chance.between(1, 3)})` })),
      reasoning: 'An invented permit that can be refused without a reason leaves nothing of an invented right.',
      said_by: letter && i === 0 ? { voice: 'communication', communication: letter } : { voice: 'editors' },
      cites,
    }
  })
}
