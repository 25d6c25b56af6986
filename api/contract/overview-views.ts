/** The wire, continued: views over many records. What the reading pages show is what the API answers under the same name. */
import { z } from 'zod'
import { CERTAINTIES, RECORD_KINDS, SEVERITIES } from '../../db/vocabulary/lists.ts'
import { STATUSES } from '../../db/vocabulary/stages.ts'
import {
  ChangeView,
  Cites,
  CommunicationSummary,
  Day,
  Disagreements,
  Envelope,
  EventSummary,
  FamilyView,
  ImpactView,
  JurisdictionView,
  MeasureSummary,
  named,
  RightView,
  Slug,
  SourceView,
  StatusAnswer,
  StatusSpan,
  VersionView,
  WireDate,
} from './views.ts'

const moment = { asOfIsToday: z.boolean(), ...Envelope.shape }

const MeasureName = z.strictObject({ slug: Slug, title: z.string() })
const StateName = z.strictObject({ code: z.string(), name: z.string() })

/** How a letter stands to its deadline on the day. */
export const DUE_STATES = ['past', 'ahead', 'unknown'] as const
export type DueState = (typeof DUE_STATES)[number]

export const LedgerLine = named(
  'LedgerLine',
  CommunicationSummary.omit({ measures: true }).extend({
    state: StateName,
    measures: z.array(MeasureName),
    due: z
      .enum(DUE_STATES)
      .nullable()
      .meta({ description: 'Letters only: whether the deadline had passed by the day' }),
    silence: z.strictObject({ until: Day, days: z.int().nullable() }).nullable().meta({
      description:
        'Where a source vouches that none had come: until when, and how many days past the deadline (null: it is not known)',
    }),
    replyDelay: z.int().nullable().meta({
      description: 'Days from the deadline to the reply; negative: before it; null: one of the two is not known',
    }),
    disputed: z.boolean(),
  }),
  'A communication as the ledger shows it on a day',
)
export type LedgerLine = z.infer<typeof LedgerLine>

const DueCounts = z.strictObject({ past: z.int(), ahead: z.int(), unknown: z.int() })

export const LedgerView = named(
  'Ledger',
  z.strictObject({
    counts: z.strictObject({
      received: DueCounts,
      none: DueCounts,
      not_known: DueCounts,
      others: z.int().meta({ description: 'Communications that ask for no reply' }),
    }),
    items: z.array(LedgerLine),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    ...moment,
  }),
  'The letters with what is known of their replies: received, vouched silence and not known counted apart',
)
export type LedgerView = z.infer<typeof LedgerView>

export const OpenQuestionsView = named(
  'OpenQuestions',
  z.strictObject({
    state: StateName,
    items: z.array(
      LedgerLine.extend({
        questions: z.array(z.strictObject({ number: z.int(), gist: z.string(), locator: z.string() })),
        cites: Cites,
      }),
    ),
    sources: z.array(SourceView),
    ...moment,
  }),
  'The letters to a State that no reply is known to have answered, vouched silence and not known told apart, with what each asked',
)
export type OpenQuestionsView = z.infer<typeof OpenQuestionsView>

const MatrixCell = z.strictObject({
  right: Slug,
  severity: z.enum(SEVERITIES).nullable(),
  impacts: z.array(ImpactView),
})

export const MatrixView = named(
  'Matrix',
  z.strictObject({
    rights: z.array(
      RightView.pick({ slug: true, short: true, articles: true }).extend({ title: z.string(), measures: z.int() }),
    ),
    rows: z.array(
      z.strictObject({
        slug: Slug,
        title: z.string(),
        state: StateName,
        status: StatusAnswer,
        begunOn: Day.nullable(),
        cells: z.array(MatrixCell),
      }),
    ),
    ...moment,
  }),
  'Measures against rights: in each cell the highest severity among the impacts that count, and who says so',
)
export type MatrixView = z.infer<typeof MatrixView>

export const RightDetail = named(
  'RightDetail',
  RightView.extend({
    articles: z.array(
      z.strictObject({
        instrument: Slug,
        article: z.string(),
        short: z.string(),
        measures: z.int().meta({ description: 'Measures with an impact that names this article, or a part of it' }),
      }),
    ),
    chosenArticle: z.strictObject({ instrument: z.string(), article: z.string().nullable() }).nullable(),
    measures: z.array(
      MeasureSummary.extend({
        state: StateName,
        severity: z.enum(SEVERITIES).nullable(),
        impacts: z.array(ImpactView),
      }),
    ),
    byStatus: z.partialRecord(z.enum(STATUSES), z.int()),
    bySeverity: z
      .partialRecord(z.enum([...SEVERITIES, 'not_assessed']), z.int())
      .meta({ description: 'Of the measures that had begun by the day' }),
    communications: z.array(CommunicationSummary),
    pressure: z.array(z.strictObject({ on: Day, pending: z.int(), inForce: z.int() })),
    sources: z.array(SourceView),
    ...moment,
  }),
)
export type RightDetail = z.infer<typeof RightDetail>

const ReplyCounts = z.strictObject({ received: z.int(), none: z.int(), not_known: z.int() })

const StateCounts = z
  .strictObject({
    measures: z.int(),
    byStatus: z.partialRecord(z.enum([...STATUSES, 'none']), z.int()),
    letters: ReplyCounts,
    otherCommunications: z.int(),
    events: z.int(),
    later: z
      .strictObject({ measures: z.int(), letters: z.int(), events: z.int() })
      .meta({ description: 'What is on record but begins, was sent or happened after the day' }),
  })
  .meta({ description: 'Counts of what was there on the day `asOf`; what came later is counted apart' })

export const StatesView = named(
  'States',
  z.strictObject({
    states: z.array(
      z.strictObject({
        slug: Slug,
        code: z.string(),
        name: z.string(),
        counts: StateCounts,
        checked: z.strictObject({ first: Day, last: Day }).nullable(),
      }),
    ),
    ...moment,
  }),
  'Every State with what the record holds about it: counts, and when people last looked',
)
export type StatesView = z.infer<typeof StatesView>

const DatedStep = z.strictObject({
  measure: MeasureName,
  key: z.string(),
  label: z.string(),
  on: WireDate,
  planned: z.boolean(),
  cites: Cites,
})

export const JurisdictionDetail = named(
  'JurisdictionDetail',
  JurisdictionView.extend({
    counts: StateCounts,
    checked: z.strictObject({ first: Day, last: Day }).nullable(),
    parts: z.array(z.string()),
    measures: z.array(MeasureSummary.extend({ spans: z.array(StatusSpan) })),
    newest: z.array(DatedStep),
    planned: z.array(DatedStep),
    letters: z.array(LedgerLine),
    communications: z.array(CommunicationSummary),
    events: z.array(EventSummary),
    families: z.array(FamilyView.pick({ slug: true, title: true }).extend({ here: z.int(), all: z.int() })),
    sources: z.array(SourceView),
    ...moment,
  }),
)
export type JurisdictionDetail = z.infer<typeof JurisdictionDetail>

export const EventDetail = named(
  'EventDetail',
  EventSummary.omit({ measures: true, communications: true, rights: true }).extend({
    state: StateName,
    measures: z.array(z.strictObject({ slug: Slug, title: z.string(), status: StatusAnswer })),
    communications: z.array(CommunicationSummary),
    rights: z.array(z.strictObject({ slug: Slug, title: z.string() })),
    disagreements: Disagreements,
    sources: z.array(SourceView),
    ...moment,
  }),
)
export type EventDetail = z.infer<typeof EventDetail>

export const RestingFact = named(
  'RestingFact',
  z.strictObject({
    record: z.enum(RECORD_KINDS),
    slug: Slug,
    title: z.string(),
    part: z
      .string()
      .meta({ description: 'The kind of fact within the record: steps, impacts, claims …; record: the whole' }),
    key: z.string().nullable().meta({ description: 'The key of that part, where it has one' }),
    label: z.string().nullable(),
    certainty: z.enum(CERTAINTIES),
    locator: z.string().nullable(),
    quotation: z.string().nullable(),
    note: z.string().nullable(),
  }),
  'A fact that cites the source',
)
export type RestingFact = z.infer<typeof RestingFact>

export const SourceDetail = named(
  'SourceDetail',
  SourceView.extend({ rests: z.array(RestingFact), records: z.int(), ...moment }),
)
export type SourceDetail = z.infer<typeof SourceDetail>

export const SourceIndexView = named(
  'SourceIndex',
  z.strictObject({
    publishers: z.array(z.strictObject({ publisher: z.string(), sources: z.int() })),
    items: z.array(SourceView),
    chosenPublisher: z.string().nullable(),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    ...moment,
  }),
  'Sources by publisher, in pages',
)
export type SourceIndexView = z.infer<typeof SourceIndexView>

export const VersionDetail = named(
  'VersionDetail',
  VersionView.extend({
    newest: z.int(),
    changes: z.array(
      ChangeView.pick({ change: true, record: true, slug: true, title: true }).extend({
        differences: z
          .array(
            z.strictObject({
              path: z.string(),
              is: z.enum(['added', 'removed', 'changed', 'order']),
              before: z.string().nullable(),
              after: z.string().nullable(),
            }),
          )
          .meta({ description: 'Of a record that was changed: field by field, values as text' }),
      }),
    ),
    ...Envelope.shape,
  }),
)
export type VersionDetail = z.infer<typeof VersionDetail>
