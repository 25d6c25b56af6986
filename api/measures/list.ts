/** Measures as a list: what each line shows, what can be asked for beside it, and the line as a row of CSV. */
import { listAnnounced } from '../../db/queries/calendar.ts'
import {
  listMeasureSummaries,
  listMeasures,
  MEASURE_SORTS,
  type MeasureRow,
  type MeasureSort,
  type MeasureSummaryRow,
} from '../../db/queries/measures.ts'
import { listAbout } from '../../db/queries/records.ts'
import { titleKey } from '../../db/record-index.ts'
import { measureData } from '../../web/pages/structured.ts'
import { sayWhen, statusSentence } from '../../web/timeline/words.ts'
import { dataAddress, pageAddress } from '../addresses.ts'
import { announcedOf } from '../announced.ts'
import type { Communication, Event, Measure } from '../contract/record.ts'
import { MeasureDetail, MeasureSummary, type StepView } from '../contract/views.ts'
import { findSpeakers, presentImpacts } from '../impacts.ts'
import { type Listed, type ListResource, orderOf } from '../list.ts'
import { presentSpans } from '../measure-parts.ts'
import type { ResolvedMoment, Service } from '../service.ts'
import { stateNames, stateOf } from '../states.ts'
import { mandateNames, presentCommunication, presentEvent, presentMeasure } from '../summaries.ts'
import { type Column, joined } from '../writers/csv.ts'
import { sourceAddresses } from '../writers/sources.ts'
import { presentIdentifiers, presentProvisions, presentStep, presentTexts } from './present.ts'
import { MeasureFilters } from './request.ts'

/** What stands in the record itself, and what other records say of it. */
const INCLUDES = [
  'summary',
  'identifiers',
  'spans',
  'steps',
  'texts',
  'provisions',
  'impacts',
  'cites',
  'communications',
  'events',
] as const

export const MeasureItem = MeasureSummary.extend(
  MeasureDetail.pick({
    summary: true,
    identifiers: true,
    spans: true,
    steps: true,
    texts: true,
    provisions: true,
    impacts: true,
    cites: true,
    communications: true,
    events: true,
  }).partial().shape,
).meta({ id: 'MeasureItem' })
type MeasureItem = MeasureSummary & Partial<MeasureDetail>

type StepRow = StepView & { measure: MeasureItem }

const STEP_COLUMNS: readonly Column<StepRow>[] = [
  { name: 'measure', of: ({ measure }) => measure.slug },
  { name: 'measure_title', of: ({ measure }) => measure.shortTitle.en },
  { name: 'jurisdiction', of: ({ measure }) => measure.jurisdiction.toUpperCase() },
  { name: 'key', of: ({ key }) => key },
  { name: 'on', of: ({ on }) => on.edtf },
  { name: 'earliest', of: ({ on }) => on.earliest },
  { name: 'latest', of: ({ on }) => on.latest },
  { name: 'date_inferred', of: ({ inferred }) => inferred },
  { name: 'stage', of: ({ stage }) => stage },
  { name: 'result', of: ({ result }) => result },
  { name: 'label', of: ({ label }) => label },
  { name: 'body', of: ({ body }) => body },
  { name: 'votes_for', of: ({ vote }) => vote?.for ?? null },
  { name: 'votes_against', of: ({ vote }) => vote?.against ?? null },
  { name: 'votes_abstaining', of: ({ vote }) => vote?.abstain ?? null },
  { name: 'planned', of: ({ planned }) => planned },
  { name: 'disputed', of: ({ disputed }) => disputed },
  { name: 'as_of', of: (_, { moment }) => moment.asOf },
  { name: 'version', of: (_, { moment }) => moment.version },
  {
    name: 'page',
    of: ({ measure, key }, { service }) => `${pageAddress(service.address, 'measure', measure.slug)}#step-${key}`,
  },
  { name: 'sources', of: ({ measure: _, ...step }, context) => sourceAddresses(step, context) },
]

export const measureList: ListResource<typeof MeasureFilters, MeasureItem> = {
  name: 'measures',
  title: 'Measures',
  record: 'measure',
  filters: MeasureFilters,
  includes: INCLUDES,
  sorts: MEASURE_SORTS,
  dated: ['begun', 'checked'],
  item: MeasureItem,

  async find(service, { slug, ...filter }, moment, page, include) {
    const chosen = { ...filter, slugs: slug }
    const order = orderOf<MeasureSort>(page)
    if (include.size === 0) {
      const rows = await listMeasureSummaries(service.db, chosen, moment, order)
      return rows.map((row) => ({ item: presentMeasure(row), position: positionOf(row, order.sort) }))
    }
    const rows = await listMeasures(service.db, chosen, moment, order)
    return withIncluded(service, rows, moment, order.sort, include)
  },

  columns: [
    { name: 'slug', of: ({ slug }) => slug },
    { name: 'jurisdiction', of: ({ jurisdiction }) => jurisdiction.toUpperCase() },
    { name: 'kind', of: ({ kind }) => kind },
    { name: 'title', of: ({ title }) => title.en },
    { name: 'short_title', of: ({ shortTitle }) => shortTitle.en },
    {
      name: 'title_original',
      of: ({ title }) => joined(Object.entries(title).map(([tag, text]) => (tag === 'en' ? '' : text))),
    },
    { name: 'status', of: ({ status }) => status.is },
    { name: 'since', of: ({ status }) => status.since },
    { name: 'status_sentence', of: ({ status }) => statusSentence(status) },
    { name: 'rule', of: ({ status }) => status.rule },
    { name: 'basis_measure', of: ({ status }) => status.basis?.measure ?? null },
    { name: 'basis_step', of: ({ status }) => status.basis?.step ?? null },
    { name: 'basis_on', of: ({ status }) => (status.basis ? sayWhen(status.basis.on) : null) },
    { name: 'dormant', of: ({ status }) => status.dormant },
    { name: 'possibly', of: ({ status }) => status.possibly },
    { name: 'families', of: ({ families }) => joined(families) },
    {
      name: 'rights',
      of: ({ rights }) => joined(rights.map(({ right, severity }) => `${right}: ${severity ?? 'not assessed'}`)),
    },
    { name: 'checked_on', of: ({ checkedOn }) => checkedOn },
    { name: 'as_of', of: (_, { moment }) => moment.asOf },
    { name: 'version', of: (_, { moment }) => moment.version },
    { name: 'page', of: ({ slug }, { service }) => pageAddress(service.address, 'measure', slug) },
    { name: 'data', of: ({ slug }, { service }) => dataAddress(service.address, 'measure', slug) },
    { name: 'sources', of: sourceAddresses },
  ],

  steps: {
    of: (items) => items.flatMap((measure) => (measure.steps ?? []).map((step) => ({ measure, ...step }))),
    columns: STEP_COLUMNS,
  },

  async described({ db, address }, items, { version, asOf }) {
    const names = await stateNames(db, version)
    return items.map(({ summary = '', identifiers = [], steps = [], texts = [], ...measure }) =>
      measureData(
        {
          ...measure,
          jurisdictionName: stateOf(names, measure.jurisdiction).name,
          summary,
          identifiers,
          steps,
          texts,
        },
        { site: address, asOf },
      ),
    )
  },

  async announced(service, items, { version }) {
    const letters = items.flatMap(({ communications = [] }) => communications.map(({ slug }) => slug))
    const rows = await listAnnounced(
      service.db,
      { measures: items.map(({ slug }) => slug), letters: [...new Set(letters)] },
      version,
    )
    return announcedOf(rows, service.address)
  },
}

function positionOf(
  { slug, summary, begun_on }: MeasureSummaryRow,
  sort: MeasureSort,
): Listed<MeasureItem>['position'] {
  const value = {
    slug: null,
    title: titleKey(summary.short_title.en ?? ''),
    begun: begun_on,
    checked: summary.checked_on,
  }[sort]
  return { slug, value }
}

/** One statement more for speakers of impacts, for communications (with their mandates), for events. */
async function withIncluded(
  service: Service,
  rows: readonly MeasureRow[],
  moment: ResolvedMoment,
  sort: MeasureSort,
  include: ReadonlySet<string>,
): Promise<Listed<MeasureItem>[]> {
  const { db } = service
  const { version, asOf } = moment
  const slugs = rows.map(({ slug }) => slug)
  const bodies = rows.map(({ body }) => body as Measure)
  const [speakers, letters, names, events] = await Promise.all([
    include.has('impacts') ? findSpeakers(db, bodies, version) : new Map(),
    include.has('communications')
      ? (listAbout(db, 'communication', { measures: slugs }, version) as Promise<Communication[]>)
      : [],
    include.has('communications') ? mandateNames(db, version) : new Map(),
    include.has('events') ? (listAbout(db, 'event', { measures: slugs }, version) as Promise<Event[]>) : [],
  ])
  const lettersOf = byMeasure(letters, ({ about }) => about.map(({ measure }) => measure))
  const eventsOf = byMeasure(events, ({ measures = [] }) => measures)
  const parts: Readonly<Record<(typeof INCLUDES)[number], (row: MeasureRow, measure: Measure) => object>> = {
    summary: (_, { summary }) => ({ summary }),
    identifiers: (_, measure) => ({ identifiers: presentIdentifiers(measure) }),
    spans: (row) => ({ spans: presentSpans(row) }),
    steps: (_, { steps }) => ({ steps: steps.map((step) => presentStep(step, moment.asOf)) }),
    texts: (_, measure) => ({ texts: presentTexts(measure) }),
    provisions: (_, measure) => ({ provisions: presentProvisions(measure) }),
    impacts: (_, measure) => ({ impacts: presentImpacts(measure, speakers) }),
    cites: (_, { cites }) => ({ cites: cites.map((cite) => cite) }),
    communications: ({ slug }) => ({
      communications: (lettersOf.get(slug) ?? []).map((letter) => presentCommunication(letter, names, asOf)),
    }),
    events: ({ slug }) => ({ events: (eventsOf.get(slug) ?? []).map(presentEvent) }),
  }
  const chosen = INCLUDES.filter((name) => include.has(name))
  return rows.map((row) => ({
    item: Object.assign(
      presentMeasure(row),
      ...chosen.map((name) => parts[name](row, row.body as Measure)),
    ) as MeasureItem,
    position: positionOf(row, sort),
  }))
}

/** Items by each measure that they name, once, in their order. */
function byMeasure<Item>(items: readonly Item[], named: (item: Item) => readonly string[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items)
    for (const slug of new Set(named(item))) {
      const known = found.get(slug)
      if (known) known.push(item)
      else found.set(slug, [item])
    }
  return found
}
