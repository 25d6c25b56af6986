/** Records for tests: valid by default, overriding only what matters. Everything in them is invented. */
import type { AnyRecord, Communication, Event, Family, Measure, Source, Step } from '../../api/contract/record.ts'

type Part<T> = Partial<Omit<T, 'record'>>

export const cites = (source = 'gazette'): Measure['cites'] => [{ source, certainty: 'reported' }]

export const buildSource = (override: Part<Source> = {}): Source => ({
  record: 'source',
  slug: 'gazette',
  address: 'https://gazette.example/1',
  publisher: 'Example Gazette',
  title: 'An example notice',
  title_is: 'printed',
  on: '2026-01-01',
  language: 'en',
  retrieved: '2026-11',
  ...override,
})

export const buildStep = (stage: Step['stage'], on: string, override: Partial<Step> = {}): Step => ({
  key: `${stage.replaceAll('_', '-')}-${on.replace(/[^0-9]+/g, '-').replace(/^-|-$/g, '')}`,
  stage,
  on,
  label: { en: `Step ${stage}` },
  cites: cites(),
  ...override,
})

export const buildMeasure = (override: Part<Measure> = {}): Measure => ({
  record: 'measure',
  slug: 'example-bill',
  jurisdiction: 'xx',
  kind: 'bill',
  title: { en: 'Example bill' },
  short_title: { en: 'Example bill' },
  summary: 'A bill that exists only in tests.',
  checked_on: '2026-11-01',
  steps: [buildStep('introduced', '2020-01-15')],
  cites: cites(),
  ...override,
})

/** An impact on the whole measure. */
export const buildImpact = (
  right: NonNullable<Measure['impacts']>[number]['right'],
): NonNullable<Measure['impacts']>[number] => ({
  key: `on-${right}`,
  right,
  effect: 'restricts',
  severity: null,
  grounds: [],
  articles: [],
  reasoning: 'An example of a reason.',
  said_by: { voice: 'editors' },
  cites: cites(),
})

export const buildLetter = (override: Part<Communication> = {}): Communication => ({
  record: 'communication',
  slug: 'al-xxx-1-2020',
  jurisdiction: 'xx',
  kind: 'letter',
  letter_type: 'allegation_letter',
  reference: 'AL XXX 1/2020',
  title: { en: 'Letter AL XXX 1/2020' },
  summary: 'A letter that exists only in tests.',
  on: '2020-02-01',
  from: [{ body: 'An example committee' }],
  about: [{ measure: 'example-bill', cites: cites() }],
  cites: cites(),
  ...override,
})

export const buildEvent = (override: Part<Event> = {}): Event => ({
  record: 'event',
  slug: 'example-event',
  jurisdiction: 'xx',
  kind: 'smear',
  on: '2020-03-01',
  title: { en: 'An example event' },
  summary: 'An event that exists only in tests.',
  cites: cites(),
  ...override,
})

export const buildFamily = (members: string[], override: Part<Family> = {}): Family => ({
  record: 'family',
  slug: 'example-family',
  title: { en: 'An example family' },
  summary: 'A family that exists only in tests.',
  members,
  ...override,
})

/** What the records of a test stand on: one State and one source. */
export const ground = (): AnyRecord[] => [
  { record: 'jurisdiction', slug: 'xx', code: 'XX', name: { en: 'Exampleland' }, law_making: [] },
  buildSource(),
]
