/** What stands around the measures of the world: press reports, letters with deadlines and replies, events, families. */
import type { AnyRecord, Communication, Event, Family } from '../../../api/contract/record.ts'
import { addDays } from '../../../db/vocabulary/edtf.ts'
import { COMMUNICATION_KINDS, EVENT_KINDS } from '../../../db/vocabulary/lists.ts'
import { RIGHTS } from '../../../db/vocabulary/rights.ts'
import { type Chance, chanceOf } from './chance.ts'
import { INSTRUMENT, MANDATES, mandateSlug, pressSlug, WORLD_TODAY } from './ground.ts'
import type { Sketch } from './measures.ts'
import { asTold } from './steps.ts'

const within = (day: string): string => (day < WORLD_TODAY ? day : WORLD_TODAY)

/** A third of all measures has a letter about it. */
export const letterOf = (seed: number, { index, slug }: Sketch): string | null =>
  chanceOf(seed, 'letter', index).maybe(0.33) ? `letter-on-${slug}` : null

const REPLIES: readonly ((chance: Chance, source: string, sent: string) => Communication['reply'])[] = [
  () => undefined,
  () => ({ state: 'not_known' }),
  (_, source) => ({ state: 'none', as_of: WORLD_TODAY, cites: [{ source, certainty: 'stated' }] }),
  (chance, source, sent) => ({
    state: 'received',
    on: within(addDays(sent, chance.between(10, 300))),
    cites: [{ source, certainty: 'reported' }],
  }),
]

export function letterRecord(
  seed: number,
  sketch: Sketch,
  slug: string,
  others: readonly string[],
  letterBefore: string | null,
): Communication {
  const chance = chanceOf(seed, 'body of letter', sketch.index)
  const source = pressSlug(sketch.state.code, 'monitor')
  const sent = within(addDays(sketch.begun, chance.between(20, 400)))
  const kind = chance.maybe(0.7) ? 'letter' : chance.pick(COMMUNICATION_KINDS)
  const reply = chance.pick(REPLIES)(chance, source, sent)
  const code = sketch.state.code.toUpperCase()
  return {
    record: 'communication',
    slug,
    jurisdiction: sketch.state.code,
    kind,
    letter_type: kind === 'letter' ? chance.pick(['allegation_letter', 'urgent_appeal', 'other_letter']) : null,
    reference: chance.maybe(0.9) ? `IL ${code} ${sketch.index}/${sent.slice(0, 4)}` : null,
    title: { en: `Invented letter about ${sketch.topic}`, ...(chance.maybe(0.3) ? { ru: 'Вымышленное письмо' } : {}) },
    summary: 'It asks an invented government for invented answers, and expects them in time.',
    on: chance.maybe(0.97) ? asTold(chance, sent) : null,
    from: chance
      .some(MANDATES, chance.between(1, 4))
      .map((about): Communication['from'][number] => ({ mandate: mandateSlug(about), resolution: '0/1' })),
    about: [sketch.slug, ...others].map((measure) => ({ measure, cites: [{ source, certainty: 'stated' as const }] })),
    deadline: { days: chance.maybe(0.9) ? 60 : null, basis: 'stated_in_letter' },
    ...(reply ? { reply } : {}),
    questions: Array.from({ length: chance.between(0, 4) }, (_, i) => ({
      number: i + 1,
      gist: 'How is the invented law compatible with the invented covenant?',
      locator: `page ${i + 2}`,
    })),
    ...(letterBefore && chance.maybe(0.3)
      ? {
          earlier: [
            {
              cited_as: 'an invented letter before this',
              resolved_to: letterBefore,
              cites: [{ source, certainty: 'stated' }],
            },
          ],
        }
      : {}),
    legal_references: [{ instrument: INSTRUMENT, article: '7', cited_as: 'article 7 of the Invented Covenant' }],
    cites: [{ source, certainty: 'stated' }],
  }
}

/** A quarter of all measures has an event on the ground. */
export function eventRecord(seed: number, sketch: Sketch, letter: string | null): Event | null {
  const chance = chanceOf(seed, 'event', sketch.index)
  if (!chance.maybe(0.25)) return null
  const { code, name, part } = sketch.state
  return {
    record: 'event',
    slug: `event-at-${sketch.slug}`,
    jurisdiction: part && chance.maybe(0.2) ? part : code,
    kind: chance.pick(EVENT_KINDS),
    on: asTold(chance, within(addDays(sketch.begun, chance.between(0, 900)))),
    ...(chance.maybe(0.5) ? { place: `A square in ${name}` } : {}),
    // Spreadsheets take a cell for a formula by its first sign.
    title: { en: `${chance.pick(['', '', '=', '+', '-', '@'])}An invented event about ${sketch.topic}` },
    summary: 'Invented people were kept from an invented place, =as if+it were-nothing, "they" said.',
    measures: [sketch.slug],
    ...(letter ? { communications: [letter] } : {}),
    rights: chance.some(
      RIGHTS.map(({ slug }) => slug),
      chance.between(0, 2),
    ),
    cites: [{ source: reportSlug(sketch), certainty: chance.pick(['reported', 'alleged']) }],
  }
}

export const reportSlug = ({ slug }: Pick<Sketch, 'slug'>): string => `report-on-${slug}`

/** A report of the press, which only what is about this measure cites. */
export function reportRecord({ slug, state, topic, index }: Sketch): AnyRecord {
  return {
    record: 'source',
    slug: reportSlug({ slug }),
    address: `https://courier.${state.code}.example/${index}`,
    publisher: `The courier of ${state.name}`,
    title: `What became of the invented ${topic}`,
    title_is: 'printed',
    on: WORLD_TODAY,
    language: state.tongue,
    retrieved: WORLD_TODAY,
    archived_address: `https://archive.example/${state.code}/${index}`,
  }
}

/** Families of two to five measures of one State, among neighbours; a measure is in one at most. */
export function familyRecords(sketches: readonly Sketch[]): Family[] {
  const byState = new Map<string, Sketch[]>()
  for (const sketch of sketches) {
    const name = `${sketch.state.code}-${sketch.topic}`
    byState.set(name, [...(byState.get(name) ?? []), sketch])
  }
  return [...byState].flatMap(([name, members]) =>
    members.length < 2
      ? []
      : [
          {
            record: 'family' as const,
            slug: `family-${name}-${members[0]?.index}`,
            title: { en: `The invented family of ${name}` },
            summary: 'One invented idea that comes back under other names.',
            members: members.slice(0, 5).map(({ slug }) => slug),
          },
        ],
  )
}
